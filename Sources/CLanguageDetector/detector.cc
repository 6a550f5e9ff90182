#include "CLanguageDetector.h"

#include <climits>
#include <cstdio>  // compact_lang_det.h names FILE without it
#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

bool cld_guess_language(const uint8_t *text, size_t count, cld_guess *out) {
  if (count > INT_MAX) return false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int letters = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(reinterpret_cast<const char *>(text), int(count), true, &hints, 0, languages, percents,
                                 scores, nullptr, &letters, &is_reliable);
  *out = cld_guess();
  if (languages[0] != CLD2::UNKNOWN_LANGUAGE)
    std::strncpy(out->code, CLD2::LanguageCode(languages[0]), sizeof out->code - 1);
  out->percent = percents[0];
  out->letters = letters;
  out->is_reliable = is_reliable;
  return true;
}

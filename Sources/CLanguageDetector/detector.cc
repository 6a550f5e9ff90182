#include "CLanguageDetector.h"

#include <dlfcn.h>

#include <climits>
#include <cstdio>  // compact_lang_det.h names FILE without it
#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace {

using Detect = CLD2::Language (*)(const char *, int, bool, const CLD2::CLDHints *, int, CLD2::Language *, int *,
                                  double *, CLD2::ResultChunkVector *, int *, bool *);
using CodeOf = const char *(*)(CLD2::Language);

/// The two functions of the library that are called; both null where it is not installed.
struct Library {
  Detect detect = nullptr;
  CodeOf code_of = nullptr;

  Library() {
    // The names are those that the compiler gives the functions of compact_lang_det.h.
    void *handle = dlopen("libcld2.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return;
    void *detect_symbol = dlsym(handle,
                                "_ZN4CLD224ExtDetectLanguageSummaryEPKcibPKNS_8CLDHintsEiPNS_8LanguageEPiPdPSt6vector"
                                "INS_11ResultChunkESaISA_EES7_Pb");
    void *code_symbol = dlsym(handle, "_ZN4CLD212LanguageCodeENS_8LanguageE");
    if (!detect_symbol || !code_symbol) return;
    detect = reinterpret_cast<Detect>(detect_symbol);
    code_of = reinterpret_cast<CodeOf>(code_symbol);
  }
};

const Library &library() {
  static const Library loaded;
  return loaded;
}

}  // namespace

bool cld_guess_language(const uint8_t *text, size_t count, cld_guess *out) {
  if (!library().detect || count > INT_MAX) return false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int letters = 0;
  bool is_reliable = false;
  library().detect(reinterpret_cast<const char *>(text), int(count), true, &hints, 0, languages, percents, scores,
                   nullptr, &letters, &is_reliable);
  *out = cld_guess();
  if (languages[0] != CLD2::UNKNOWN_LANGUAGE)
    std::strncpy(out->code, library().code_of(languages[0]), sizeof out->code - 1);
  out->percent = percents[0];
  out->letters = letters;
  out->is_reliable = is_reliable;
  return true;
}

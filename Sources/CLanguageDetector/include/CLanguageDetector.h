// A C interface to CLD2, which tells the language of a text.

#ifndef CLANGUAGEDETECTOR_H
#define CLANGUAGEDETECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a text is taken to be written in.
typedef struct cld_guess {
  /// The code of the language as CLD2 writes it ("en", "zh-Hant"), NUL at the end; empty where it knows none.
  char code[16];
  /// How much of the text is in it, 0 to 100.
  int32_t percent;
  /// How many bytes of the text were letters that could be looked at.
  int32_t letters;
  /// Whether CLD2 is sure.
  bool is_reliable;
} cld_guess;

/// Guesses the language of a plain text of valid UTF-8. Any thread may call it.
/// Returns false, with nothing written, where the text is too long for the library.
bool cld_guess_language(const uint8_t *_Nullable text, size_t count, cld_guess *_Nonnull out);

#ifdef __cplusplus
}
#endif

#endif

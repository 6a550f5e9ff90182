// What Xapian's own TermGenerator makes of a text, for the test that holds our terms against it.

#ifndef TERMGENERATORREFERENCE_H
#define TERMGENERATORREFERENCE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Gives each term of a text to `take`, once for each of its positions, in the order of terms; without positions
/// once with position 0. The strategy is STEM_ALL. The bytes of a term are good until `take` returns.
void reference_terms(const char *_Nonnull text, size_t count, const char *_Nonnull language,
                     void *_Nullable context,
                     void (*_Nonnull take)(void *_Nullable context, const char *_Nonnull term, size_t length,
                                           uint32_t position));

#ifdef __cplusplus
}
#endif

#endif

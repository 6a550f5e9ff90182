#ifndef C_LEXICONS_H
#define C_LEXICONS_H

#include <stddef.h>

/// The word lists, part of the program: they live as long as the program. `*size` is their number of bytes.
const void *_Nonnull reprise_lexicons(size_t *_Nonnull size);

#endif

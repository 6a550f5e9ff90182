#ifndef C_EXTRACTION_DATA_H
#define C_EXTRACTION_DATA_H

#include <stddef.h>

/// The model of the blocks of a page, part of the program: it lives as long as the program. `*size` is its number of
/// bytes, 0 where none was trained.
const void *_Nonnull reprise_block_model(size_t *_Nonnull size);

#endif

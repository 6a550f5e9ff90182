#ifndef C_ENTITY_DATA_H
#define C_ENTITY_DATA_H

#include <stddef.h>

/// The gazetteer, part of the program: it lives as long as the program. `*size` is its number of bytes.
const void *_Nonnull reprise_gazetteer(size_t *_Nonnull size);

/// The model of the trained recogniser, part of the program. `*size` is its number of bytes, 0 where none
/// was trained.
const void *_Nonnull reprise_entity_model(size_t *_Nonnull size);

#endif

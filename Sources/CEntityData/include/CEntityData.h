#ifndef C_ENTITY_DATA_H
#define C_ENTITY_DATA_H

#include <stddef.h>

/// The gazetteer, part of the program: it lives as long as the program. `*size` is its number of bytes.
const void *_Nonnull reprise_gazetteer(size_t *_Nonnull size);

/// The model of the trained recogniser, part of the program. `*size` is its number of bytes, 0 where none
/// was trained.
const void *_Nonnull reprise_entity_model(size_t *_Nonnull size);

/// The gazetteer of a language other than English, by its ISO 639-1 code; NULL where there is none.
const void *_Nullable reprise_language_gazetteer(const char *_Nonnull code, size_t *_Nonnull size);

/// The model of a language other than English, by its ISO 639-1 code; NULL where there is none.
const void *_Nullable reprise_language_model(const char *_Nonnull code, size_t *_Nonnull size);

#endif

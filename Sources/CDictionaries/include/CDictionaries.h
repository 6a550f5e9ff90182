// The bilingual dictionaries, as they lie in the program.

#ifndef CDICTIONARIES_H
#define CDICTIONARIES_H

#include <stddef.h>

/// The table of a language's stems; NULL where there is none. It lives as long as the program.
///
/// `language` is an ISO 639-1 code; "en" is the table of English stems that the others lead to.
const void *_Nullable reprise_dictionary(const char *_Nonnull language, size_t *_Nonnull size);

#endif

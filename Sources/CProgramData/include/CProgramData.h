#ifndef C_PROGRAM_DATA_H
#define C_PROGRAM_DATA_H

#include <stddef.h>

/// The articles that `reprise demo` shows, as JSON Lines, part of the program: those of `corpus/`, in the order of their ids
/// (`scripts/build-demo` makes them). `*size` is their number of bytes.
const void *_Nonnull reprise_demo_articles(size_t *_Nonnull size);

/// The commit that the program was built from, as the environment variable `REPRISE_COMMIT` named it to the build; empty where
/// it did not. Lives as long as the program.
const char *_Nonnull reprise_build_commit(void);

#endif

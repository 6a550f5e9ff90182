#include "CProgramData.h"

extern const unsigned char reprise_demo_start[];
extern const unsigned char reprise_demo_end[];

const void *reprise_demo_articles(size_t *size) {
    *size = (size_t)(reprise_demo_end - reprise_demo_start);
    return reprise_demo_start;
}

#ifndef REPRISE_COMMIT
#define REPRISE_COMMIT ""
#endif

const char *reprise_build_commit(void) { return REPRISE_COMMIT; }

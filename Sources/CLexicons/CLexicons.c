#include "CLexicons.h"

extern const unsigned char reprise_lexicons_start[];
extern const unsigned char reprise_lexicons_end[];

const void *reprise_lexicons(size_t *size) {
    *size = (size_t)(reprise_lexicons_end - reprise_lexicons_start);
    return reprise_lexicons_start;
}

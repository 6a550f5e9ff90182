#include "CDictionaries.h"

#include <string.h>

#define TABLES(each) each(en) each(de) each(es) each(fr) each(ru)

#define DECLARED(language)                                           \
    extern const unsigned char reprise_dictionary_##language[];      \
    extern const unsigned char reprise_dictionary_##language##_end[];
TABLES(DECLARED)

#define ENTRY(language) {#language, reprise_dictionary_##language, reprise_dictionary_##language##_end},
static const struct {
    const char *language;
    const unsigned char *start;
    const unsigned char *end;
} tables[] = {TABLES(ENTRY)};

const void *reprise_dictionary(const char *language, size_t *size) {
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].language, language) == 0) {
            *size = (size_t)(tables[i].end - tables[i].start);
            return tables[i].start;
        }
    }
    *size = 0;
    return NULL;
}

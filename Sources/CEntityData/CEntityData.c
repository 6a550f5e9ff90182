#include "CEntityData.h"

#include <string.h>

extern const unsigned char reprise_gazetteer_start[];
extern const unsigned char reprise_gazetteer_end[];
extern const unsigned char reprise_model_start[];
extern const unsigned char reprise_model_end[];

const void *reprise_gazetteer(size_t *size) {
    *size = (size_t)(reprise_gazetteer_end - reprise_gazetteer_start);
    return reprise_gazetteer_start;
}

const void *reprise_entity_model(size_t *size) {
    *size = (size_t)(reprise_model_end - reprise_model_start);
    return reprise_model_start;
}

extern const unsigned char reprise_ru_gazetteer_start[];
extern const unsigned char reprise_ru_gazetteer_end[];
extern const unsigned char reprise_ru_model_start[];
extern const unsigned char reprise_ru_model_end[];

/// The data of a language other than English.
struct language_data {
    const char *code;
    const unsigned char *gazetteer, *gazetteer_end, *model, *model_end;
};

static const struct language_data languages[] = {
    {"ru", reprise_ru_gazetteer_start, reprise_ru_gazetteer_end, reprise_ru_model_start, reprise_ru_model_end},
};

static const struct language_data *data_of(const char *code) {
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].code, code) == 0) return &languages[i];
    return NULL;
}

const void *reprise_language_gazetteer(const char *code, size_t *size) {
    const struct language_data *data = data_of(code);
    *size = data ? (size_t)(data->gazetteer_end - data->gazetteer) : 0;
    return data ? data->gazetteer : NULL;
}

const void *reprise_language_model(const char *code, size_t *size) {
    const struct language_data *data = data_of(code);
    *size = data ? (size_t)(data->model_end - data->model) : 0;
    return data ? data->model : NULL;
}

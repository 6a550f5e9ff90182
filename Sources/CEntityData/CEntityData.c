#include "CEntityData.h"

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

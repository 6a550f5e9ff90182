#include "CExtractionData.h"

extern const unsigned char reprise_block_model_start[];
extern const unsigned char reprise_block_model_end[];

const void *reprise_block_model(size_t *size) {
    *size = (size_t)(reprise_block_model_end - reprise_block_model_start);
    return reprise_block_model_start;
}

// Stemming, one handle a language.

#include <xapian.h>

#include <cstring>

#include "guard.h"

struct cxs_stemmer {
  Xapian::Stem stem;
};

cxs_error *cxs_stemmer_create(const char *language, cxs_stemmer **out) {
  *out = nullptr;
  return cxs::guarded([&] { *out = new cxs_stemmer{Xapian::Stem(language)}; });
}

cxs_error *cxs_stemmer_stem(cxs_stemmer *stemmer, const uint8_t *word, size_t count, uint8_t *out,
                            size_t capacity, size_t *length) {
  *length = 0;
  return cxs::guarded([&] {
    const std::string stem = stemmer->stem(cxs::bytes_of(word, count));
    if (stem.size() > capacity) throw cxs::Failure(CXS_BAD_ARGUMENT, "the stem is longer than its buffer");
    std::memcpy(out, stem.data(), stem.size());
    *length = stem.size();
  });
}

void cxs_stemmer_free(cxs_stemmer *stemmer) { delete stemmer; }

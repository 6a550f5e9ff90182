#include "XapianReference.h"

#include <xapian.h>

#include <string>

void reference_terms(const char *text, size_t count, const char *language, void *context,
                     void (*take)(void *, const char *, size_t, uint32_t)) {
  Xapian::Document document;
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem(language));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  generator.set_document(document);
  generator.index_text(std::string(text, count));
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string bytes = *term;
    if (term.positionlist_count() == 0) take(context, bytes.data(), bytes.size(), 0);
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position)
      take(context, bytes.data(), bytes.size(), *position);
  }
}

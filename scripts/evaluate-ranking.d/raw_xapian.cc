// Raw Xapian as its manual uses it, to compare a ranking with: one document an article, BM25 at its defaults.
//   raw_xapian index DB DOCUMENTS.tsv     each line an id and a text, between them a tab
//   raw_xapian query DB QUERIES.tsv       each line an id and words; prints the ids of query and document, best first
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>

namespace {

// The stems of a text, as the index has them.
Xapian::Document stemmed(const std::string &text) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  generator.index_text_without_positions(text);
  return generator.get_document();
}

void index(const char *path, const char *documents) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  std::ifstream file(documents);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    Xapian::Document document = stemmed(line.substr(tab + 1));
    document.set_data(line.substr(0, tab));
    database.add_document(document);
  }
  database.commit();
}

void query(const char *path, const char *queries) {
  Xapian::Database database(path);
  std::ifstream file(queries);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    const Xapian::Document words = stemmed(line.substr(tab + 1));
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, words.termlist_begin(), words.termlist_end()));
    const Xapian::MSet found = enquire.get_mset(0, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      std::cout << line.substr(0, tab) << '\t' << hit.get_document().get_data() << '\n';
  }
}

}  // namespace

int main(int count, char **arguments) {
  const std::string command = count == 4 ? arguments[1] : "";
  if (command != "index" && command != "query") {
    std::cerr << "usage: raw_xapian index|query DB FILE\n";
    return 64;
  }
  try {
    command == "index" ? index(arguments[2], arguments[3]) : query(arguments[2], arguments[3]);
    return 0;
  } catch (const Xapian::Error &error) {
    std::cerr << "raw_xapian: " << error.get_description() << "\n";
    return 2;
  }
}

// Raw Xapian as its own manual uses it: one document a passage, one thread, TermGenerator.
//   raw_xapian index [--stems] DB PASSAGES.tsv      the default strategy, or with --stems stems alone
//   raw_xapian query [--stems] [--extracts] DB QUERIES.txt
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Options {
  bool stems = false;
  bool extracts = false;
  std::vector<std::string> paths;
};

Options parsed(int count, char **arguments) {
  Options options;
  for (int i = 2; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--stems") {
      options.stems = true;
    } else if (argument == "--extracts") {
      options.extracts = true;
    } else {
      options.paths.push_back(argument);
    }
  }
  return options;
}

// A line of the passages' file: id, outlet, date, title (first passage only) and text, between tabs.
std::vector<std::string> fields(const std::string &line) {
  std::vector<std::string> parts;
  std::stringstream stream(line);
  for (std::string part; std::getline(stream, part, '\t');) parts.push_back(part);
  parts.resize(5);
  return parts;
}

void index(const Options &options) {
  Xapian::WritableDatabase database(options.paths.at(0), Xapian::DB_CREATE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  if (options.stems) generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  std::ifstream file(options.paths.at(1));
  for (std::string line; std::getline(file, line);) {
    const auto parts = fields(line);
    Xapian::Document document;
    document.add_boolean_term("Q" + parts[0]);
    document.add_value(0, parts[1]);
    document.add_value(1, parts[2]);
    generator.set_document(document);
    if (!parts[3].empty()) {
      generator.index_text(parts[3], 1, "S");
      generator.index_text(parts[3]);
      generator.increase_termpos();
    }
    generator.index_text(parts[4]);
    document.set_data(parts[4]);
    database.add_document(document);
  }
  database.commit();
}

Xapian::Query anyOf(const std::string &line, const Xapian::Stem &stem, bool stems) {
  std::vector<std::string> terms;
  std::stringstream stream(line);
  for (std::string word; stream >> word;) terms.push_back((stems ? "" : "Z") + stem(word));
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

// Answers every query once and returns the milliseconds of each.
std::vector<double> pass(Xapian::Database &database, const std::vector<std::string> &lines, const Options &options,
                         size_t &hits) {
  const Xapian::Stem stem("en");
  std::vector<double> times;
  hits = 0;
  for (const auto &line : lines) {
    const auto start = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(anyOf(line, stem, options.stems));
    const Xapian::MSet found = enquire.get_mset(0, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      if (options.extracts) {
        hits += !found.snippet(hit.get_document().get_data(), 200, stem).empty();
      } else {
        hits += *hit != 0;
      }
    }
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    times.push_back(taken.count());
  }
  return times;
}

void query(const Options &options) {
  Xapian::Database database(options.paths.at(0));
  std::vector<std::string> lines;
  std::ifstream file(options.paths.at(1));
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  size_t hits = 0;
  pass(database, lines, options, hits);
  auto times = pass(database, lines, options, hits);
  double sum = 0;
  for (double time : times) sum += time;
  std::sort(times.begin(), times.end());
  std::cout << "{\"queries\": " << times.size() << ", \"hits\": " << hits << ", \"mean_ms\": " << sum / times.size()
            << ", \"p50_ms\": " << times[times.size() / 2] << ", \"p99_ms\": " << times[times.size() * 99 / 100]
            << "}\n";
}

}  // namespace

int main(int count, char **arguments) {
  try {
    const std::string command = count > 1 ? arguments[1] : "";
    const Options options = parsed(count, arguments);
    if (options.paths.size() != 2 || (command != "index" && command != "query")) {
      std::cerr << "usage: raw_xapian index|query [--stems] [--extracts] DB FILE\n";
      return 64;
    }
    command == "index" ? index(options) : query(options);
    return 0;
  } catch (const Xapian::Error &error) {
    std::cerr << "raw_xapian: " << error.get_description() << "\n";
    return 2;
  }
}

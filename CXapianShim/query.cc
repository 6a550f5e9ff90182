// Running a query program on a stack.

#include "query.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "guard.h"

namespace {

/// More would be no query of a person, and Xapian recurses over its tree.
constexpr size_t most_steps = 20000;
constexpr uint32_t most_depth = 500;
constexpr uint32_t most_window = 1000;

struct Part {
  Xapian::Query query;
  uint32_t depth;
};

[[noreturn]] void refuse(const char *text) { throw cxs::Failure(CXS_BAD_QUERY, text); }

class Machine {
 public:
  explicit Machine(const cxs_search_request &request) : request(request) {}

  Xapian::Query run() {
    if (request.step_count > most_steps) refuse("the query has too many parts");
    for (size_t i = 0; i < request.step_count; ++i) take(request.steps[i]);
    if (stack.size() != 1) refuse("the query program does not end with one query");
    return stack.back().query;
  }

 private:
  void take(const cxs_step &step) {
    switch (step.kind) {
      case CXS_TERM:
        return push(term(step));
      case CXS_ALL:
        return push(Xapian::Query(std::string()));
      case CXS_NOTHING:
        return push(Xapian::Query());
      case CXS_VALUE_RANGE:
        return push(range(step));
      case CXS_SCALE:
        return scale(step.factor);
      case CXS_AND_NOT:
        return exclude(step.operands);
      case CXS_AND_MAYBE:
        return split(Xapian::Query::OP_AND_MAYBE, step.operands);
      case CXS_FILTER:
        return filter(step.operands);
      default:
        return join(operation(step.kind), step);
    }
  }

  static Xapian::Query::op operation(uint32_t kind) {
    switch (kind) {
      case CXS_AND:
        return Xapian::Query::OP_AND;
      case CXS_OR:
        return Xapian::Query::OP_OR;
      case CXS_SYNONYM:
        return Xapian::Query::OP_SYNONYM;
      case CXS_PHRASE:
        return Xapian::Query::OP_PHRASE;
      case CXS_NEAR:
        return Xapian::Query::OP_NEAR;
      default:
        refuse("a step of the query program is of no known kind");
    }
  }

  std::string bytes(cxs_slice slice) const { return cxs::bytes_of(request.bytes, request.byte_count, slice); }

  Xapian::Query term(const cxs_step &step) const {
    if (step.first.length == 0) refuse("a term of the query is empty");
    return Xapian::Query(bytes(step.first));
  }

  Xapian::Query range(const cxs_step &step) const {
    if (step.second.length == 0)
      return Xapian::Query(Xapian::Query::OP_VALUE_GE, step.slot, bytes(step.first));
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, step.slot, bytes(step.first), bytes(step.second));
  }

  void push(const Xapian::Query &query, uint32_t depth = 1) {
    if (depth > most_depth) refuse("the query is nested too deeply");
    stack.push_back({query, depth});
  }

  /// Takes the last queries off the stack, in the order in which they were pushed.
  std::vector<Part> popped(uint32_t count) {
    if (count > stack.size()) refuse("a step of the query program lacks an operand");
    std::vector<Part> parts(stack.end() - count, stack.end());
    stack.resize(stack.size() - count);
    return parts;
  }

  static std::vector<Xapian::Query> queries(const std::vector<Part> &parts, size_t from = 0) {
    std::vector<Xapian::Query> queries;
    for (size_t i = from; i < parts.size(); ++i) queries.push_back(parts[i].query);
    return queries;
  }

  static uint32_t depth(const std::vector<Part> &parts) {
    uint32_t deepest = 0;
    for (const Part &part : parts) deepest = std::max(deepest, part.depth);
    return deepest + 1;
  }

  void join(Xapian::Query::op operation, const cxs_step &step) {
    const bool positional = operation == Xapian::Query::OP_PHRASE || operation == Xapian::Query::OP_NEAR;
    if (positional && (step.window > most_window || step.window < step.operands))
      refuse("a phrase needs a window of at least its number of words, and at most 1000");
    const std::vector<Part> parts = popped(step.operands);
    const std::vector<Xapian::Query> given = queries(parts);
    push(Xapian::Query(operation, given.begin(), given.end(), positional ? step.window : 0), depth(parts));
  }

  /// The first of the operands, and all others joined by `operation`.
  void split(Xapian::Query::op operation, uint32_t operands) {
    const std::vector<Part> parts = popped(operands);
    if (parts.empty()) refuse("a step of the query program lacks an operand");
    const std::vector<Xapian::Query> others = queries(parts, 1);
    if (others.empty()) return push(parts[0].query, parts[0].depth);
    const Xapian::Query joined(Xapian::Query::OP_OR, others.begin(), others.end());
    push(Xapian::Query(operation, parts[0].query, joined), depth(parts) + 1);
  }

  void exclude(uint32_t operands) { split(Xapian::Query::OP_AND_NOT, operands); }

  void filter(uint32_t operands) {
    const std::vector<Part> parts = popped(operands);
    if (parts.empty()) refuse("a step of the query program lacks an operand");
    const std::vector<Xapian::Query> given = queries(parts);
    push(Xapian::Query(Xapian::Query::OP_FILTER, given.begin(), given.end()), depth(parts));
  }

  void scale(double factor) {
    if (!std::isfinite(factor) || factor < 0) refuse("a weight must be a number and not negative");
    const std::vector<Part> parts = popped(1);
    push(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, parts[0].query, factor), depth(parts));
  }

  const cxs_search_request &request;
  std::vector<Part> stack;
};

/// Gives the deleted documents of a segment to the matcher, one after the other.
class DeletedDocuments : public Xapian::PostingSource {
 public:
  using Known = std::vector<std::pair<std::string, std::shared_ptr<const cxs::Deletions>>>;

  explicit DeletedDocuments(Known known) : known(std::move(known)) {}

  void init(const Xapian::Database &database) override {
    const std::string uuid = database.get_uuid();
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto &one) { return one.first == uuid; });
    deletions = found == known.end() ? nullptr : found->second;
    current = 0;
    finished = false;
  }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override { move_to(current + 1); }
  void skip_to(Xapian::docid docid, double) override {
    if (docid > current) move_to(docid);
  }
  bool at_end() const override { return finished; }
  Xapian::docid get_docid() const override { return current; }
  PostingSource *clone() const override { return new DeletedDocuments(known); }

 private:
  Xapian::doccount count() const { return deletions ? deletions->count() : 0; }

  void move_to(Xapian::docid docid) {
    current = deletions ? deletions->first_deleted(docid) : 0;
    finished = current == 0;
  }

  Known known;
  std::shared_ptr<const cxs::Deletions> deletions;
  Xapian::docid current = 0;
  bool finished = false;
};

}  // namespace

Xapian::Query cxs::query_of(const cxs_search_request &request) { return Machine(request).run(); }

Xapian::Query cxs::deleted_documents(const cxs_reader &reader) {
  DeletedDocuments::Known known;
  for (const Segment &segment : reader.segments) known.emplace_back(segment.uuid, segment.deletions);
  return Xapian::Query((new DeletedDocuments(std::move(known)))->release());
}

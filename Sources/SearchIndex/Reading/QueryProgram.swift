import Articles
internal import CXapianShim
import Storage

/// A query as the steps that the shim runs, operands before operations.
struct QueryProgram {
  private(set) var steps: [cxs_step] = []
  private(set) var bytes: [UInt8] = []
  /// Gives the terms that begin with some bytes, up to a number.
  private let expand: ([UInt8], Int) throws(IndexError) -> [[UInt8]]

  init(
    _ query: IndexQuery, expand: @escaping ([UInt8], Int) throws(IndexError) -> [[UInt8]]
  ) throws(IndexError) {
    self.expand = expand
    try add(query)
  }

  /// The deepest nesting that is taken; more is no query of a person, and would use up the stack.
  private static let mostDepth = 200
  private var depth = 0

  private mutating func add(_ query: IndexQuery) throws(IndexError) {
    guard depth < Self.mostDepth else { throw .badQuery(detail: "it is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    switch query {
    case .all: addStep(CXS_ALL)
    case .nothing: addStep(CXS_NOTHING)
    case .term(let term): addTerm(term.bytes)
    case .phrase(let terms, let window): addTerms(terms, CXS_PHRASE, window)
    case .near(let terms, let window): addTerms(terms, CXS_NEAR, window)
    case .prefix(let term): try addExpansion(of: term)
    case .published(let from, let to): addDates(from: from, to: to)
    case .and(let parts): try addParts(parts, CXS_AND)
    case .or(let parts): try addParts(parts, CXS_OR)
    case .synonym(let parts): try addParts(parts, CXS_SYNONYM)
    case .except(let first, let others): try addParts([first] + others, CXS_AND_NOT)
    case .prefer(let first, let others): try addParts([first] + others, CXS_AND_MAYBE)
    case .filter(let first, let others): try addParts([first] + others, CXS_FILTER)
    case .scaled(let part, let factor):
      try add(part)
      addStep(CXS_SCALE, factor: factor)
    }
  }

  private mutating func addStep(
    _ kind: cxs_step_kind, operands: Int = 0, window: Int = 0, slot: Slot = .locator, factor: Double = 1,
    first: cxs_slice = cxs_slice(), second: cxs_slice = cxs_slice()
  ) {
    steps.append(
      cxs_step(
        kind: kind.rawValue, operands: UInt32(clamping: operands), window: UInt32(clamping: window),
        slot: slot.rawValue, factor: factor, first: first, second: second))
  }

  private mutating func place(_ content: [UInt8]) -> cxs_slice {
    bytes += content
    return cxs_slice(offset: UInt32(bytes.count - content.count), length: UInt32(content.count))
  }

  /// A word of which the normal form leaves nothing is in no passage.
  private mutating func addTerm(_ term: [UInt8]) {
    if term.isEmpty { addStep(CXS_NOTHING) } else { addStep(CXS_TERM, first: place(term)) }
  }

  private mutating func addTerms(_ terms: [IndexTerm], _ kind: cxs_step_kind, _ window: Int) {
    let terms = terms.map(\.bytes).filter { !$0.isEmpty }
    guard terms.count > 1 else { return addTerm(terms.first ?? []) }
    for term in terms { addTerm(term) }
    addStep(kind, operands: terms.count, window: max(window, terms.count))
  }

  private mutating func addParts(_ parts: [IndexQuery], _ kind: cxs_step_kind) throws(IndexError) {
    for part in parts { try add(part) }
    addStep(kind, operands: parts.count)
  }

  private mutating func addExpansion(of term: IndexTerm) throws(IndexError) {
    let terms = try expand(term.bytes, IndexQuery.mostExpansions + 1)
    guard terms.count <= IndexQuery.mostExpansions else {
      let written = String(decoding: term.bytes, as: UTF8.self)
      throw .badQuery(
        detail: "more than \(IndexQuery.mostExpansions) words begin with '\(written)'; write more letters")
    }
    for term in terms { addTerm(term) }
    addStep(CXS_SYNONYM, operands: terms.count)
  }

  private mutating func addDates(from: ArticleDate?, to: ArticleDate?) {
    let ranges = DateKey.ranges(from: from, to: to)
    for range in ranges {
      let first = place(range.first)
      addStep(CXS_VALUE_RANGE, slot: .published, first: first, second: place(range.last))
    }
    addStep(CXS_OR, operands: ranges.count)
  }
}

public import Query
import TextAnalysis

/// The distinct terms of a query that count for the order, and which of them are neighbours.
public struct RankedTerms: Sendable {
  /// A term, which can be what several words of the query come to.
  public struct Term: Sendable, Equatable {
    /// The first token of the query that comes to it.
    public let token: QueryToken
    /// The key by which terms are told apart.
    public let key: UInt64
    /// How often the query has it; a hyphenated word as a whole counts ``RankingParameters/joinedFrequency``.
    public fileprivate(set) var queryFrequency: Double
    /// Whether the query has it as a word, not only as what several words make together.
    public var isWritten: Bool { queryFrequency >= 1 }
    /// Whether it stands only in `title:`.
    public let isTitleOnly: Bool
  }

  /// Two terms that are neighbours in the query, as indices into ``terms``.
  public struct Pair: Sendable, Hashable {
    /// The first of the two.
    public let first: Int
    /// The second, which is another.
    public let second: Int

    /// Makes a pair of indices.
    public init(first: Int, second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// The terms in the order of the query.
  public private(set) var terms: [Term] = []
  /// The pairs in the order of the query, each once.
  public private(set) var pairs: [Pair] = []

  /// No terms.
  public init() {}

  /// Takes the terms from a query, stop words and all: call ``Query/withoutStopWords(_:)`` first.
  ///
  /// Prefixes and filters have no terms of their own.
  ///
  /// - Parameter key: Tells terms apart: the hash of a token's stem, say.
  public init(_ query: Query, key: (QueryToken) -> UInt64 = \.hash) {
    var previous: Int?
    let leaves = query.leaves
    let designations = Dictionary(
      QueryWord.designations(in: leaves).map { ($0.index, $0.token) }, uniquingKeysWith: { first, _ in first }
    )
    for (number, leaf) in leaves.enumerated() {
      let (tokens, isTitle) = Self.tokens(of: leaf)
      for token in tokens {
        let index = add(token, key(token), isTitle: isTitle)
        if let previous, !isTitle { addPair(previous, index) }
        previous = isTitle ? nil : index
      }
      if tokens.isEmpty { previous = nil }
      if let joined = Self.joined(leaf) {
        _ = add(joined, key(joined), isTitle: isTitle, frequency: RankingParameters.joinedFrequency)
      }
      let parts = Self.designationParts(leaf) + (designations[number].map { [$0] } ?? [])
      for part in parts {
        _ = add(part, key(part), isTitle: false, frequency: RankingParameters.joinedFrequency)
      }
    }
  }

  private mutating func addPair(_ first: Int, _ second: Int) {
    let pair = Pair(first: first, second: second)
    if first != second, !pairs.contains(pair) { pairs.append(pair) }
  }

  /// A hyphenated word as a whole.
  private static func joined(_ leaf: QueryNode) -> QueryToken? {
    switch leaf.form {
    case .word(let word): word.joinedToken
    case .title(let node): joined(node)
    default: nil
    }
  }

  /// The letters and the digits of a word like `Su27`.
  private static func designationParts(_ leaf: QueryNode) -> [QueryToken] {
    if case .word(let word) = leaf.form { word.designationParts } else { [] }
  }

  private static func tokens(of leaf: QueryNode) -> (tokens: [QueryToken], isTitle: Bool) {
    switch leaf.form {
    case .word, .phrase, .near: (leaf.tokens, false)
    case .title(let node):
      if case .prefix = node.form { ([], true) } else { (node.tokens, true) }
    case .prefix, .everything, .any, .all, .restricted, .field, .published: ([], false)
    }
  }

  private mutating func add(_ token: QueryToken, _ key: UInt64, isTitle: Bool, frequency: Double = 1) -> Int {
    if let known = terms.firstIndex(where: { $0.key == key && $0.isTitleOnly == isTitle }) {
      terms[known].queryFrequency += frequency
      return known
    }
    terms.append(Term(token: token, key: key, queryFrequency: frequency, isTitleOnly: isTitle))
    return terms.count - 1
  }
}

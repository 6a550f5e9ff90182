import TextAnalysis

/// A part of a query, with the place where it is written.
///
/// Two parts are equal when they ask for the same; where they are written does not count.
public struct QueryNode: Sendable {
  /// What a part of a query asks for.
  public indirect enum Form: Sendable, Equatable {
    /// Every article; the base of a query that only filters or excludes.
    case everything
    /// A word.
    case word(QueryWord)
    /// Words next to each other.
    case phrase(QueryPhrase)
    /// Words that begin so.
    case prefix(QueryPrefix)
    /// Words at most `distance` positions apart from first to last, in any order; neighbours are 1 apart.
    case near([QueryWord], distance: Int)
    /// A word, phrase or prefix in the headline; it counts for the order.
    case title(QueryNode)
    /// At least one of the parts, two or more; the more of them, the better.
    case any([QueryNode])
    /// All the parts, two or more; none of them is a filter.
    case all([QueryNode])
    /// What the base finds, if all filters hold and no exclusion does; filters do not count for the order.
    case restricted(QueryNode, filters: [QueryNode], exclusions: [QueryNode])
    /// A field with a value, which does not count for the order; never `title`, `date`, `after` or `before`.
    case field(QueryField, value: String)
    /// Published within a span of days.
    case published(DateSpan)
  }

  /// What it asks for.
  public let form: Form
  /// Where it is written, as UTF-8 byte offsets into the query as given.
  public let range: Range<Int>

  /// Makes a part of a query.
  public init(_ form: Form, range: Range<Int>) {
    self.form = form
    self.range = range
  }

  /// Whether it only says yes or no, and does not count for the order.
  public var isFilter: Bool {
    switch form {
    case .field, .published, .everything: true
    case .any(let parts), .all(let parts): parts.allSatisfy(\.isFilter)
    case .restricted(let base, _, _): base.isFilter
    case .word, .phrase, .prefix, .near, .title: false
    }
  }

  /// Whether it asks for words at certain places, as quotes and NEAR do.
  var isExact: Bool {
    switch form {
    case .phrase, .near: true
    default: false
    }
  }

  /// The parts that are no combination of others, in the order of the query, without what is excluded.
  ///
  /// When a query matches nothing, the parts that match nothing by themselves say why.
  public var leaves: [QueryNode] {
    switch form {
    case .everything: []
    case .word, .phrase, .prefix, .near, .title, .field, .published: [self]
    case .any(let parts): parts.flatMap(\.leaves)
    case .all(let parts):
      parts.flatMap(\.leaves).reduce(into: []) { leaves, leaf in
        if !(leaf.isExact && leaves.contains(leaf)) { leaves.append(leaf) }
      }
    case .restricted(let base, let filters, _): base.leaves + filters.flatMap(\.leaves)
    }
  }
}

extension QueryNode {
  /// The languages that a filter by language alone asks for; nil for every other part.
  var languages: [String]? {
    switch form {
    case .field(.language, let value): return [value]
    case .any(let parts):
      let languages = parts.compactMap(\.languages)
      return languages.count == parts.count ? languages.flatMap { $0 } : nil
    default: return nil
    }
  }

  /// Whether the part is words side by side, which are alternatives, and nothing else.
  public var isPlainWords: Bool {
    switch form {
    case .word: true
    case .any(let parts): parts.allSatisfy(\.isPlainWords)
    default: false
    }
  }

  var hasExclusions: Bool {
    switch form {
    case .any(let parts), .all(let parts): parts.contains(where: \.hasExclusions)
    case .restricted(let base, _, let exclusions): !exclusions.isEmpty || base.hasExclusions
    default: false
    }
  }

  var allTokens: [QueryToken] {
    switch form {
    case .everything, .field, .published: []
    case .word(let word): word.allTokens
    case .phrase(let phrase): phrase.tokens
    case .prefix: []
    case .near(let words, _): words.flatMap(\.allTokens)
    case .title(let node): node.allTokens
    case .any(let parts), .all(let parts):
      parts.flatMap(\.allTokens) + QueryWord.designations(in: parts).map(\.token)
    case .restricted(let base, let filters, let exclusions):
      ([base] + filters + exclusions).flatMap(\.allTokens)
    }
  }
}

extension QueryWord {
  fileprivate var allTokens: [QueryToken] {
    tokens + designationParts + (joinedToken.map { [$0] } ?? [])
  }

  /// The designations that are written as two words among some parts side by side, each as one word, with the index
  /// of its first part.
  public static func designations(in parts: [QueryNode]) -> [(index: Int, token: QueryToken)] {
    zip(parts.indices, zip(parts, parts.dropFirst())).compactMap { index, pair in
      guard case .word(let first) = pair.0.form, case .word(let second) = pair.1.form,
        let token = first.designation(with: second)
      else { return nil }
      return (index, token)
    }
  }
}

extension QueryNode {
  /// The part with the tokens of its words as alternatives to them.
  var loosened: QueryNode {
    switch form {
    case .word(let word) where word.form == .hyphenated || word.form == .joined:
      let parts = word.tokens.map { token in
        let part = QueryWord(text: token.lowercased, tokens: [token], form: .single)
        return QueryNode(.word(part), range: range)
      }
      return QueryNode(.any(parts + [self]), range: range)
    case .any(let parts): return QueryNode.any(parts.map(\.loosened)) ?? self
    case .all(let parts): return QueryNode(.all(parts.map(\.loosened)), range: range)
    case .restricted(let base, let filters, let exclusions):
      return QueryNode(.restricted(base.loosened, filters: filters, exclusions: exclusions), range: range)
    case .everything, .word, .phrase, .prefix, .near, .title, .field, .published: return self
    }
  }
}

extension QueryNode: Equatable {
  /// Whether two parts ask for the same, wherever they are written.
  public static func == (left: QueryNode, right: QueryNode) -> Bool { left.form == right.form }
}

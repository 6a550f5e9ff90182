public import Query
import TextAnalysis

/// What an extract looks for: the words, phrases and prefixes of a query, ready to be compared to tokens.
public struct ExtractTerms: Sendable {
  /// Gives the key by which words are compared, such as the hash of a word's stem.
  ///
  /// It is called with a word in lower case as UTF-8, accents kept, and with its ``Token/hash``.
  public typealias WordKey = @Sendable (_ lowercased: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt64

  /// Several words in a row.
  struct Sequence {
    let keys: [UInt64]
    let term: Int
  }

  /// The beginning of a word, in lower case and folded.
  struct Prefix {
    let bytes: [UInt8]
    let term: Int
  }

  let key: WordKey
  private var singles: [UInt64: Int] = [:]
  /// The bits of the keys of ``singles``: one without its bit is none of them.
  private var bitsOfSingles: UInt64 = 0
  private(set) var sequences: [UInt64: [Sequence]] = [:]
  private(set) var prefixes: [Prefix] = []
  /// How much each term counts for the choice of sentences.
  private(set) var weights: [Double] = []
  /// The terms that the query has in quotes.
  private var quoted: Set<Int> = []

  /// Makes the terms of a query.
  ///
  /// - Parameters:
  ///   - query: The query; words that are excluded are left out. Call ``Query/withoutStopWords(_:)`` first.
  ///   - weight: How much a word counts, by its key: its rarity, say.
  ///   - key: How words are compared. Without one, words are equal that differ in case and accents only.
  public init(
    _ query: Query, weight: (UInt64) -> Double = { _ in 1 }, key: @escaping WordKey = { _, hash in hash }
  ) {
    self.key = key
    let leaves = query.leaves
    for leaf in leaves { add(leaf, weight) }
    for (index, token) in QueryWord.designations(in: leaves) {
      if let term = singles[self.key(of: leaves[index].tokens[0])] {
        singles[self.key(of: token), default: term] = term
      }
    }
    for key in singles.keys { bitsOfSingles |= Self.bit(key) }
    // What is in quotes is in the passage for certain, and is what the reader looks for first.
    let all = weights.reduce(0, +)
    for term in quoted { weights[term] += all }
  }

  /// The term of a word that is one by itself.
  @inline(__always)
  func single(_ key: UInt64) -> Int? {
    // Nearly all words of a text are none, which a bit can tell.
    bitsOfSingles & Self.bit(key) == 0 ? nil : singles[key]
  }

  private static func bit(_ key: UInt64) -> UInt64 { 1 << (key & 63) }

  private mutating func add(_ leaf: QueryNode, _ weight: (UInt64) -> Double) {
    switch leaf.form {
    case .word(let word): add(word, weight)
    case .phrase(let phrase): quoted.insert(addSequence(phrase.tokens, weight))
    case .prefix(let prefix):
      prefixes.append(Prefix(bytes: AccentFolding.folded(prefix.token.lowercased.utf8), term: weights.count))
      weights.append(weight(key(of: prefix.token)))
    case .near(let words, _): for word in words { add(word, weight) }
    case .title(let node): add(node, weight)
    case .everything, .any, .all, .restricted, .field, .published: break
    }
  }

  private mutating func add(_ word: QueryWord, _ weight: (UInt64) -> Double) {
    let term = addSequence(word.tokens, weight)
    if let joined = word.joinedToken { singles[key(of: joined), default: term] = term }
    let parts = word.designationParts.map { key(of: $0) }
    if parts.count > 1 { sequences[parts[0], default: []].append(Sequence(keys: parts, term: term)) }
  }

  @discardableResult
  private mutating func addSequence(_ tokens: [QueryToken], _ weight: (UInt64) -> Double) -> Int {
    let keys = tokens.map { key(of: $0) }
    if keys.count == 1, let known = singles[keys[0]] { return known }
    let term = weights.count
    weights.append(keys.reduce(0) { $0 + weight($1) })
    if keys.count == 1 {
      singles[keys[0]] = term
    } else {
      sequences[keys[0], default: []].append(Sequence(keys: keys, term: term))
    }
    return term
  }

  private func key(of token: QueryToken) -> UInt64 {
    token.kind == .ideograph ? token.hash : key(of: Array(token.lowercased.utf8), hash: token.hash)
  }

  private func key(of bytes: [UInt8], hash: UInt64) -> UInt64 {
    bytes.withUnsafeBufferPointer { key($0, hash) }
  }
}

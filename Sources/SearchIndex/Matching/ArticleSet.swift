/// Some articles of the snapshot of one ``IndexReader``, as a bit for each that can be.
///
/// Sets of one reader can be joined, cut and compared; a set means nothing to another reader.
public struct ArticleSet: Sendable, Equatable {
  /// For each segment a bit for each document id, set for the first passages of the articles.
  var segments: [DocumentBits]

  init(segments: [DocumentBits]) { self.segments = segments }

  /// How many articles there are.
  public var count: Int { segments.reduce(0) { $0 + $1.count } }

  /// Whether there are none.
  public var isEmpty: Bool { segments.allSatisfy(\.isEmpty) }

  /// Whether an article is one of them.
  public func contains(_ article: ArticleHandle) -> Bool {
    Int(article.segment) < segments.count && segments[Int(article.segment)].contains(article.head)
  }

  /// The articles as they lie in the files.
  public var articles: [ArticleHandle] {
    segments.enumerated().flatMap { segment, bits in
      bits.documents.map { ArticleHandle(segment: UInt32(segment), head: $0) }
    }
  }

  /// Takes an article in.
  public mutating func insert(_ article: ArticleHandle) {
    guard Int(article.segment) < segments.count else { return }
    segments[Int(article.segment)].insert(article.head)
  }

  /// Takes in all articles of another set.
  public mutating func formUnion(_ other: ArticleSet) {
    for index in segments.indices { segments[index].formUnion(other.segments[index]) }
  }

  /// Keeps the articles that another set has too.
  public mutating func formIntersection(_ other: ArticleSet) {
    for index in segments.indices { segments[index].formIntersection(other.segments[index]) }
  }

  /// Takes out the articles of another set.
  public mutating func subtract(_ other: ArticleSet) {
    for index in segments.indices { segments[index].subtract(other.segments[index]) }
  }
}

/// A bit for each document id of a segment.
struct DocumentBits: Sendable, Equatable {
  private(set) var words: [UInt64]

  /// Begins with none.
  ///
  /// - Parameter limit: The number that all document ids are below.
  init(below limit: Int) { words = [UInt64](repeating: 0, count: limit / 64 + 1) }

  /// How many there are.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether there are none.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  @inline(__always)
  func contains(_ document: UInt32) -> Bool {
    let index = Int(document / 64)
    return index < words.count && words[index] >> UInt64(document % 64) & 1 == 1
  }

  /// Adds a document, whose id is below the limit.
  @inline(__always)
  mutating func insert(_ document: UInt32) { words[Int(document / 64)] |= 1 << UInt64(document % 64) }

  @inline(__always)
  mutating func remove(_ document: UInt32) { words[Int(document / 64)] &= ~(1 << UInt64(document % 64)) }

  mutating func formUnion(_ other: DocumentBits) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: DocumentBits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: DocumentBits) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The documents whose successor is one of these.
  var predecessors: DocumentBits {
    var before = self
    for index in words.indices {
      let next = index + 1 < words.count ? words[index + 1] : 0
      before.words[index] = words[index] >> 1 | next << 63
    }
    return before
  }

  /// The ids in ascending order.
  var documents: [UInt32] {
    var documents: [UInt32] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        documents.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return documents
  }
}

/// Two texts side by side: what is the same, changed, moved, or in one of them alone, covering every byte of both.
///
/// ```swift
/// let comparison = TextComparison(WordList(AnalysedText(a)), WordList(AnalysedText(b)), lengths: (a.utf8.count, b.utf8.count))
/// for segment in comparison.segments { print(segment.kind, segment.a, segment.b) }
/// ```
public struct TextComparison: Sendable {
  /// What a segment is.
  public enum Kind: String, Sendable, Codable {
    /// The same words at the same place.
    case same
    /// The same words at another place in the order of the text.
    case moved
    /// Other words in the same place.
    case changed
    /// Sentences that say the same in two languages.
    case translated
    /// Words that only the first text has.
    case onlyA = "only_a"
    /// Words that only the second text has.
    case onlyB = "only_b"
  }

  /// A stretch of one or both texts.
  public struct Segment: Sendable, Equatable {
    /// What it is.
    public var kind: Kind
    /// Its UTF-8 bytes in the first text; empty where it has none.
    public var a: Range<Int>
    /// Its UTF-8 bytes in the second text; empty where it has none.
    public var b: Range<Int>
  }

  /// The segments in the order of the first text; what only the second has stands where it stands there.
  ///
  /// The ranges of the first text are in order and cover it; those of the second cover it too, in order but for
  /// moved ones. Marks and white space belong to the word before them.
  public let segments: [Segment]

  /// The comparison of two texts in different languages.
  ///
  /// - Parameters:
  ///   - spans: The sentences that say the same, as UTF-8 bytes, in the order of both texts.
  ///   - lengths: The UTF-8 lengths of the texts.
  public init(translated spans: [(a: Range<Int>, b: Range<Int>)], lengths: (a: Int, b: Int)) {
    var segments: [Segment] = []
    var (nextA, nextB) = (0, 0)
    for span in spans + [(lengths.a..<lengths.a, lengths.b..<lengths.b)] {
      let (gapA, gapB) = (nextA..<span.a.lowerBound, nextB..<span.b.lowerBound)
      if !gapA.isEmpty {
        segments.append(Segment(kind: .onlyA, a: gapA, b: gapB.lowerBound..<gapB.lowerBound))
      }
      if !gapB.isEmpty {
        segments.append(Segment(kind: .onlyB, a: gapA.upperBound..<gapA.upperBound, b: gapB))
      }
      if !span.a.isEmpty { segments.append(Segment(kind: .translated, a: span.a, b: span.b)) }
      (nextA, nextB) = (span.a.upperBound, span.b.upperBound)
    }
    self.segments = segments
  }

  /// Compares two texts.
  ///
  /// - Parameter lengths: the UTF-8 lengths of the texts.
  public init(_ a: WordList, _ b: WordList, lengths: (a: Int, b: Int)) {
    self.init(a, b, alignment: Aligner(a).alignment(with: b), lengths: lengths)
  }

  /// Compares two texts of which the alignment is known.
  public init(_ a: WordList, _ b: WordList, alignment: Alignment, lengths: (a: Int, b: Int)) {
    let pieces = ComparisonPieces(alignment, aCount: a.count, bCount: b.count).pieces()
    var segments = pieces.map { piece in Segment(kind: piece.kind, a: 0..<0, b: 0..<0) }
    let rangesA = Self.bytes(of: pieces.map(\.a), in: a, length: lengths.a)
    let rangesB = Self.bytes(of: pieces.map(\.b), in: b, length: lengths.b)
    for index in segments.indices {
      segments[index].a = rangesA[index]
      segments[index].b = rangesB[index]
    }
    self.segments = segments
  }

  /// The bytes of pieces that cover all words, each with what follows it up to the next one's first word.
  private static func bytes(of pieces: [Range<Int>], in words: WordList, length: Int) -> [Range<Int>] {
    var result = pieces.map { piece in
      let place = piece.lowerBound < words.count ? Int(words.words[piece.lowerBound].start) : length
      return place..<place
    }
    let order = pieces.indices.filter { !pieces[$0].isEmpty }.sorted {
      pieces[$0].lowerBound < pieces[$1].lowerBound
    }
    for (position, index) in order.enumerated() {
      let start = position == 0 ? 0 : result[index].lowerBound
      let end = position + 1 < order.count ? result[order[position + 1]].lowerBound : length
      result[index] = start..<end
    }
    return result
  }
}

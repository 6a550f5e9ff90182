/// A place inside a shared span where the two texts differ; of a translation also sentences that one of them lacks.
public struct Change: Sendable, Equatable {
  /// What was done, seen from the first text to the second.
  public enum Kind: String, Sendable, Codable {
    /// The first has words that the second lacks.
    case cut
    /// The second has words that the first lacks.
    case added
    /// Both have words, other ones.
    case changed
  }

  /// What is in the words.
  public enum Weight: Int, Sendable, Codable, Comparable {
    /// Neither names nor numbers.
    case words
    /// A name.
    case name
    /// A number.
    case number

    /// Orders by weight: numbers weigh most.
    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// What was done.
  public let kind: Kind
  /// What is in the words.
  public let weight: Weight
  /// Its UTF-8 bytes in the first text; empty for words that were added.
  public let a: Range<Int>
  /// Its UTF-8 bytes in the second text; empty for words that were cut.
  public let b: Range<Int>
  /// Its words in the first text, as they are written there; empty where they hold neither name nor number.
  public let wordsA: String
  /// Its words in the second text, as they are written there; empty where they hold neither name nor number.
  public let wordsB: String

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - a: UTF-8 bytes of the first text; empty for what was added.
  ///   - b: UTF-8 bytes of the second text; empty for what was cut.
  public init(
    weight: Weight, a: Range<Int>, b: Range<Int>, wordsA: String, wordsB: String
  ) {
    self.init(
      kind: b.isEmpty ? .cut : a.isEmpty ? .added : .changed, weight: weight, a: a, b: b, wordsA: wordsA,
      wordsB: wordsB)
  }

  init(
    kind: Kind, weight: Weight, a: Range<Int>, b: Range<Int>, wordsA: String, wordsB: String
  ) {
    self.kind = kind
    self.weight = weight
    self.a = a
    self.b = b
    self.wordsA = wordsA
    self.wordsB = wordsB
  }
}

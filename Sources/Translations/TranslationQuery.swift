/// The words of an article by which the original or the translation of a text is found.
public struct TranslationQuery: Sendable, Equatable {
  /// A word of the text: the stems that translate it, any of which will do, and what finding one tells.
  public struct Word: Sendable, Equatable {
    /// Stems as Snowball makes them in the language of the articles that are sought, in UTF-8.
    public var stems: [[UInt8]]
    /// The logarithm of one plus the number of articles for each that has it.
    public var weight: Double
  }

  /// The words, those that tell most first.
  public var words: [Word] = []

  /// The most telling words of a text in another language.
  ///
  /// - Parameters:
  ///   - text: A text in a language with a dictionary.
  ///   - limit: The most words.
  ///   - maxStems: Words with more translations than this are left out.
  public init(_ text: TranslatableText, limit: Int = 32, maxStems: Int = 8) {
    let table = EnglishStems.table
    var counts: [[UInt16]: Int] = [:]
    for sentence in text.sentences {
      for word in sentence.words where !word.stems.isEmpty && word.stems.count <= maxStems {
        counts[word.stems, default: 0] += 1
      }
    }
    let weighed = counts.map { stems, count in
      // The commonest of the senses is what finding any of them tells.
      (
        stems: stems.map(table.spelling),
        weight: Self.weight(ofRarity: Double(stems.map(table.weight).min() ?? 0), count: count)
      )
    }
    self.init(weighed, limit: limit)
  }

  /// The best of some words, each with its stems and its weight.
  init(_ weighed: [(stems: [[UInt8]], weight: Double)], limit: Int) {
    let sorted = weighed.sorted { ($1.weight, $0.stems.description) < ($0.weight, $1.stems.description) }
    words = sorted.prefix(limit).map { Word(stems: $0.stems, weight: $0.weight) }
  }

  /// What a word tells: said again, a little more.
  static func weight(ofRarity rarity: Double, count: Int) -> Double {
    rarity * (1 + 0.2 * Double(min(count, 4) - 1))
  }
}

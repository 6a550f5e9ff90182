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
      (stems, Self.weight(ofRarity: Double(stems.map(table.weight).min() ?? 0), count: count))
    }
    self.init(weighed, limit: limit) { $0.map(table.spelling) }
  }

  /// The best of some words.
  ///
  /// - Parameters:
  ///   - weighed: For each word English stems, as places in their table, and its weight.
  ///   - spelt: Gives the stems to be looked for; asked for the best alone.
  init(_ weighed: [(stems: [UInt16], weight: Double)], limit: Int, spelt: ([UInt16]) -> [[UInt8]]) {
    let sorted = weighed.sorted { left, right in
      left.weight != right.weight
        ? left.weight > right.weight : left.stems.lexicographicallyPrecedes(right.stems)
    }
    words = sorted.prefix(limit).map { Word(stems: spelt($0.stems), weight: $0.weight) }
  }

  /// What a word tells: said again, a little more.
  static func weight(ofRarity rarity: Double, count: Int) -> Double {
    rarity * (1 + 0.2 * Double(min(count, 4) - 1))
  }
}

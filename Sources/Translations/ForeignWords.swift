/// The words of a collection in one language by the English stems that translate them: a dictionary turned round.
///
/// Dictionaries lead from another language to English and know stems by their hashes alone; which English word is which foreign one
/// is learned from the stems that a collection has.
public struct ForeignWords: Sendable {
  private let dictionary: BilingualDictionary?
  private var stems: [UInt16: Set<[UInt8]>] = [:]

  /// Begins without words.
  ///
  /// - Parameter language: An ISO 639-1 code; for one without a dictionary no word is kept.
  public init(language: String) { dictionary = BilingualDictionary(language: language) }

  /// Takes a stem of the collection, if the dictionary knows it; one that is there already changes nothing.
  ///
  /// - Parameter stem: As Snowball makes it, in UTF-8.
  public mutating func insert(_ stem: some Collection<UInt8>) {
    // A word with many senses would be in every query.
    guard let translations = dictionary?.translations(ofStem: stem), !translations.isEmpty,
      translations.count <= Self.mostSenses
    else { return }
    for english in translations { stems[english, default: []].insert(Array(stem)) }
  }

  private static let mostSenses = 8
  private static let mostStems = 8

  /// The words by which the translation of an English text is found.
  ///
  /// - Parameter limit: The most words.
  public func query(_ text: TranslatableText, limit: Int = 32) -> TranslationQuery {
    let table = EnglishStems.table
    var counts: [UInt16: Int] = [:]
    for sentence in text.sentences {
      for word in sentence.words { if let stem = word.stems.first { counts[stem, default: 0] += 1 } }
    }
    let weighed = counts.compactMap { english, count -> (stems: [UInt16], weight: Double)? in
      guard let found = stems[english], found.count <= Self.mostStems else { return nil }
      return ([english], TranslationQuery.weight(ofRarity: Double(table.weight(of: english)), count: count))
    }
    return TranslationQuery(weighed, limit: limit) { english in
      english.flatMap { stems[$0] ?? [] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }
}

/// The words of a collection in one language by the English stems that translate them: a dictionary turned round.
///
/// Dictionaries lead from another language to English and know stems by their hashes alone; which English word is which foreign one
/// is learned from the stems that a collection has.
public struct ForeignWords: Sendable {
  /// Letters with which stems of a language begin, to ask a collection for them.
  ///
  /// - Parameter language: An ISO 639-1 code.
  public static func beginnings(of language: String) -> [String] {
    let letters =
      ["ru", "uk"].contains(language)
      ? "абвгґдеєжзиіїйклмнопрстуфхцчшщьэюя" : "abcdefghijklmnopqrstuvwxyzäöüßàâæçéèêëîïôœùûáíñóú"
    return letters.map(String.init)
  }

  private var stems: [UInt16: [[UInt8]]] = [:]

  /// - Parameters:
  ///   - words: Stems as Snowball makes them; those that the dictionary does not know are left out.
  ///   - language: An ISO 639-1 code.
  public init(_ words: [String], language: String) {
    guard let dictionary = BilingualDictionary(language: language) else { return }
    for word in words {
      let stem = Array(word.utf8)
      let translations = dictionary.translations(ofStem: stem)
      // A word with many senses would be in every query.
      guard translations.count <= Self.mostSenses else { continue }
      for english in translations { stems[english, default: []].append(stem) }
    }
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
    let weighed = counts.compactMap { english, count -> (stems: [[UInt8]], weight: Double)? in
      guard let found = stems[english], found.count <= Self.mostStems else { return nil }
      return (found, TranslationQuery.weight(ofRarity: Double(table.weight(of: english)), count: count))
    }
    return TranslationQuery(weighed, limit: limit)
  }
}

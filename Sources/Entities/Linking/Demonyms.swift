internal import Lexicons

/// Countries by the adjective that organisations' names have for them.
enum Demonyms {
  /// The key of the country whose adjective a word is; nil for every other word.
  static func country(of adjective: String) -> String? { table[adjective] }

  /// All adjectives that are one word.
  static var all: [String] { Array(table.keys) }

  /// The adjectives of the countries whose names stand among some words, in order.
  static func adjectives(in words: [String]) -> [String] {
    let name = words.joined(separator: " ")
    return countries.flatMap { country in name.contains(country[0]) ? Array(country.dropFirst()) : [] }
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for country in countries {
      for adjective in country.dropFirst() { table[adjective] = country[0] }
    }
    return table
  }()

  /// Each country, then its adjectives.
  private static let countries = Lexicon.all(.countryAdjectives).flatMap(\.records)
}

internal import Lexicons

/// The states of the United States as news abbreviates them after the name of a city.
///
/// `Charlottesville, Va.` is in Virginia.
enum StateAbbreviations {
  /// What an abbreviation means.
  struct Meaning {
    /// The state.
    var state: String
    /// Whether it may be anything where the name of a place and a comma do not stand before it.
    var needsPlace: Bool
  }

  /// What an abbreviation means as it is written; nil for every other word.
  static func meaning(of written: String) -> Meaning? {
    guard written.utf8.count(where: { $0 != UInt8(ascii: ".") }) <= longest else { return nil }
    let letters = written.utf8.contains(UInt8(ascii: ".")) ? written.filter { $0 != "." } : written
    return table[letters].map {
      Meaning(state: $0, needsPlace: letters.utf8.count <= 3 || words.contains(letters))
    }
  }

  /// The letters of `Calif`.
  private static let longest = 5

  private static let words = Set(Lexicon.entries(.ambiguousStateAbbreviations))

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for state in Lexicon.all(.usStateAbbreviations).flatMap(\.records) {
      for short in state.dropFirst() { table[short] = state[0] }
    }
    return table
  }()
}

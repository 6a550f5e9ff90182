internal import Lexicons

/// Agencies and outlets that articles credit often, with the names they go by.
///
/// Names of one word in capitals count only in capitals, so that "AP" is found and "ap" is not.
enum KnownSources {
  /// A source: the one form of its name, and all forms.
  struct Entry {
    var canonical: String
    var names: [String]
  }

  /// Sources whose name signs the texts of others: agencies and syndicates.
  static let agencies = Set(Lexicon.entries(.pressAgencies))

  /// All known sources.
  static let entries = Lexicon.all(.newsSources).flatMap(\.records).map { names in
    Entry(canonical: names[0], names: names.count > 1 ? Array(names.dropFirst()) : names)
  }
}

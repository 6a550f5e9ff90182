internal import Lexicons
internal import TextAnalysis

/// Words that end with a dot of their own before or after a name.
enum NameAbbreviations {
  private static let hashes = HashSet(.nameAbbreviations)

  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}

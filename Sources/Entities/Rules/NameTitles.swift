internal import Lexicons
internal import TextAnalysis

/// Words that stand before a person's name and are no part of it.
enum NameTitles {
  /// Whether a word that begins a name is outside it.
  ///
  /// A word that is a given name too, as Judge, King and Dean are, is a title where nobody bears it any more, or
  /// where a given name and more follow: `King Salman bin Abdulaziz`, but `Dean Heller`.
  ///
  /// - Parameters:
  ///   - hash: The word's hash.
  ///   - next: The hash of the word after it; nil where the name ends.
  ///   - count: The words of the name, the word itself among them.
  static func begins(_ hash: UInt64, next: UInt64?, count: Int) -> Bool {
    guard count > 1, let next else { return false }
    if outside.contains(hash) { return true }
    let classes = Gazetteer.shared.classes(ofWord: hash)
    guard classes.contains(.title) else { return false }
    if classes.isDisjoint(with: .givenName) || ranks.contains(hash) { return true }
    return count > 2 && Gazetteer.shared.classes(ofWord: next).contains(.givenName)
  }

  /// Titles that the census counts as given names, which in news they hardly ever are.
  private static let ranks = HashSet(.titleRanks)

  /// Words that qualify a title, or that headlines put before a name.
  private static let outside = HashSet(.titleQualifiers)
}

import TextAnalysis

/// Finds the word that somebody meant, where the word typed is hardly to be found.
///
/// It would rather say nothing than something wrong: a suggestion is one change away (two in words of eight
/// letters or more), begins with the same letter, and is far more frequent than what was typed.
public struct SpellingSuggester: Sendable {
  /// A word of the index.
  public struct Candidate: Sendable, Equatable {
    /// The word in lower case.
    public let word: String
    /// How many articles have it.
    public let frequency: Int

    /// Makes a candidate.
    public init(word: String, frequency: Int) {
      self.word = word
      self.frequency = frequency
    }
  }

  /// The fewest letters of a word that is corrected.
  public var minimumLength = 4
  /// How many articles must have a suggestion.
  public var minimumFrequency = 3
  /// How many times more articles must have a suggestion than have the word typed.
  public var minimumRatio = 50
  /// A word that more articles have than this is never corrected.
  public var maximumFrequency = 2

  /// The defaults.
  public init() {}

  /// Whether a word is one that could be misspelt: long enough, rare enough, and of letters only.
  public func isSuspect(_ word: String, frequency: Int) -> Bool {
    frequency <= maximumFrequency && word.unicodeScalars.count >= minimumLength
      && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "'" }
  }

  /// The word that was most likely meant; nil where none is likely enough.
  ///
  /// - Parameters:
  ///   - word: The word typed.
  ///   - frequency: How many articles have it.
  ///   - candidates: Words of the index, such as all with the same first letter. Words that differ from the
  ///     word typed in case and accents only are no correction.
  public func suggestion(for word: String, frequency: Int, among candidates: some Sequence<Candidate>)
    -> String?
  {
    guard isSuspect(word, frequency: frequency) else { return nil }
    let typed = Self.letters(word)
    let limit = typed.count >= 8 ? 2 : 1
    var best: (candidate: Candidate, distance: Int)?
    for candidate in candidates where candidate.frequency >= max(minimumFrequency, frequency * minimumRatio) {
      let letters = Self.letters(candidate.word)
      guard letters.first == typed.first, letters.count >= minimumLength,
        let distance = EditDistance.distance(typed, letters, limit: limit), distance > 0
      else { continue }
      if best.map({ Self.isBetter((candidate, distance), than: $0) }) ?? true { best = (candidate, distance) }
    }
    return best?.candidate.word
  }

  /// Whether a candidate is more likely than another: one change less outweighs ten times the frequency.
  private static func isBetter(
    _ new: (candidate: Candidate, distance: Int), than old: (candidate: Candidate, distance: Int)
  ) -> Bool {
    func weight(_ item: (candidate: Candidate, distance: Int)) -> Double {
      Double(item.candidate.frequency) / (item.distance > 1 ? 10 : 1)
    }
    if weight(new) == weight(old) { return new.candidate.word < old.candidate.word }
    return weight(new) > weight(old)
  }

  private static func letters(_ word: String) -> [Unicode.Scalar] {
    Array(String(decoding: AccentFolding.folded(word.lowercased().utf8), as: UTF8.self).unicodeScalars)
  }
}

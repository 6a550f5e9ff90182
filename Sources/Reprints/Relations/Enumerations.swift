internal import TextAnalysis

/// Finds enumerations among the words that two texts share: "aunts, uncles, nieces, nephews, cousins".
///
/// Whoever lists the same things lists them in the same words.
struct Enumerations {
  /// The commas of an enumeration at the least.
  private static let leastCommas = 5
  /// The most words between two of its commas.
  private static let longestItem = 3

  /// The words of a run that are enumerated, as indices into the first text.
  static func words(of run: Range<Int>, in text: ComparableText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = run.lowerBound
    var (commas, last) = (0, run.lowerBound)
    func close(at end: Int) { if commas >= leastCommas { found.append(start..<end) } }
    for index in run {
      if index - last > longestItem {
        close(at: last + 1)
        (start, commas, last) = (index, 0, index)
      }
      guard isBeforeComma(index, text) else { continue }
      commas += 1
      last = index
    }
    close(at: min(run.upperBound, last + 1 + longestItem))
    return found
  }

  private static func isBeforeComma(_ word: Int, _ text: ComparableText) -> Bool {
    let next = Int(text.words.words[word].token) + 1
    return next < text.text.tokens.count && text.text.tokens[next].hash == PunctuationMark.comma
  }
}

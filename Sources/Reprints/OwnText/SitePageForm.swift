internal import Lexicons
internal import TextAnalysis

/// Tells by its words a page that is no article: a form of consent, an error, a check of the browser, what a site says of itself.
///
/// A crawl has such a page once for each story that it was refused. Phrases of such pages stand in articles too, but never so
/// densely: of 33,000 articles of news none is told to be one.
enum SitePageForm {
  private static let phrases = PhraseTable(.sitePagePhrases)
  /// A notice has at most this many words, and a short page this many.
  private static let (notice, short) = (25, 80)
  /// A longer text than this is no such page.
  private static let longest = 6_000
  /// The words among which a short page has its first phrase.
  private static let head = 30
  /// The different phrases that a short and a long page have at the least.
  private static let (leastOfShort, leastOfLong) = (2, 4)
  /// The words of phrases that a notice, a short and a long page have at the least, in a hundred.
  private static let (densityOfNotice, densityOfShort, densityOfLong) = (15, 12, 3)

  /// Whether a text is such a page.
  static func matches(_ words: WordList) -> Bool {
    guard words.count > 0, words.count <= longest else { return false }
    var (index, covered, first) = (0, 0, Int.max)
    var different: Set<[UInt64]> = []
    while index < words.count {
      guard let length = phrases.phraseLength(at: index, in: words.hashes, before: words.count) else {
        index += 1
        continue
      }
      first = min(first, index)
      covered += length
      different.insert(Array(words.hashes[index..<index + length]))
      index += length
    }
    let density = covered * 100 / words.count
    if words.count <= notice { return density >= densityOfNotice }
    if words.count <= short {
      return different.count >= leastOfShort && first < head && density >= densityOfShort
    }
    return different.count >= leastOfLong && density >= densityOfLong
  }
}

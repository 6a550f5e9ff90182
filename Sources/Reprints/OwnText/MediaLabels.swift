internal import Lexicons
internal import TextAnalysis

/// Finds captions by the label of the photos or the video that a page shows there: "Photos: …", "CLOSE …", "… Photo:
/// Jane Doe".
struct MediaLabels {
  /// A label stands among the first words of its paragraph: "1 of 18 Photos:".
  private static let firstWords = 5
  private static let labels = WordSet(.mediaLabels)
  /// The name of who made a picture has at most this many words, with the label.
  private static let lastWords = 6
  private static let credits = WordSet(.pictureCreditLabels)
  /// What is written on a button to hide a video.
  private static let close = TokenHash.hash("close".utf8)

  private let text: AnalysedText
  private let words: WordList
  private let paragraphs: [Range<Int>]

  init(_ text: AnalysedText, words: WordList, paragraphs: [Range<Int>]) {
    self.text = text
    self.words = words
    self.paragraphs = paragraphs
  }

  /// The paragraphs that are captions, as words, in order.
  ///
  /// A long one is where its label comes again: a gallery with a caption for each photo.
  func captions() -> [Range<Int>] {
    paragraphs.filter { paragraph in
      guard paragraph.count * 10 < words.count * 9 else { return false }
      let isShort = paragraph.count <= OwnText.shortParagraph
      if isShort, followsButton(paragraph) { return true }
      if isShort, paragraph.suffix(Self.lastWords).contains(where: { isLabel($0, in: Self.credits) }) {
        return true
      }
      guard paragraph.prefix(Self.firstWords).contains(where: { isLabel($0, in: Self.labels) }) else {
        return false
      }
      return isShort || paragraph.count { isLabel($0, in: Self.labels) } >= 2
    }
  }

  private func isLabel(_ word: Int, in labels: WordSet) -> Bool {
    guard labels.contains(words.hashes[word]) else { return false }
    let next = Int(words.words[word].token) + 1
    return next < text.tokens.count && text.tokens[next].hash == PunctuationMark.colon
  }

  private func followsButton(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count >= 2, words.hashes[paragraph.lowerBound] == Self.close else { return false }
    let token = text.tokens[Int(words.words[paragraph.lowerBound].token)]
    return token.shape.contains(.allCapitals) && words.words[paragraph.lowerBound + 1].isCapitalised
  }
}

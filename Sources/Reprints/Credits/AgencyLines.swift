internal import TextAnalysis

/// Finds agencies that a text is signed with outside its sentences: "Reuters - Ap - Afp" as its last line, "Source: staff and
/// agencies".
struct AgencyLines {
  /// What stands for agencies that are not named.
  static let unnamed = "agencies"

  /// The agencies of such lines, with the words of their names, in order.
  private(set) var names: [SourceName.Mention] = []

  private let text: AnalysedText
  private let words: WordList
  /// The paragraphs at either end of a text that may be such a line.
  private static let paragraphsAtEnd = 4
  /// Such a line has no more words than this.
  private static let longest = 10

  init(_ text: AnalysedText, _ words: WordList) {
    self.text = text
    self.words = words
    let count = text.paragraphs.count
    for (index, paragraph) in text.paragraphs.enumerated()
    where index < Self.paragraphsAtEnd || index >= count - Self.paragraphsAtEnd {
      readLine(wordRange(of: paragraph))
    }
    readLabels()
  }

  private func wordRange(of paragraph: Range<Int>) -> Range<Int> {
    guard let first = paragraph.first, let last = paragraph.last else { return 0..<0 }
    return words.wordRange(inBytes: Int(text.tokens[first].start)..<Int(text.tokens[last].end))
  }

  /// Takes the agencies of a line that holds nothing else.
  private mutating func readLine(_ line: Range<Int>) {
    guard !line.isEmpty, line.count <= Self.longest else { return }
    var found: [SourceName.Mention] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if let mention = SourceName.mentionInLine(at: index, words: words),
        mention.words.upperBound <= line.upperBound, KnownSources.isAgency(mention.name)
      {
        found.append(mention)
        index = mention.words.upperBound
        continue
      }
      if words.hashes[index] == CreditPhrases.agencies {
        found.append(SourceName.Mention(name: Self.unnamed, words: index..<index + 1))
      } else if !CreditPhrases.lineFillers.contains(words.hashes[index]) {
        return
      }
      index += 1
    }
    names += found
  }

  /// "Source TRT World and agencies": a label, a name, and "agencies" after the word that joins them.
  private mutating func readLabels() {
    for index in words.hashes.indices.dropFirst(2) where words.hashes[index] == CreditPhrases.agencies {
      guard words.hashes[index - 1] == CreditPhrases.and, !names.contains(where: { $0.words.contains(index) })
      else { continue }
      var start = index - 2
      while start > 0, index - start < Self.longest / 2, words.words[start].isCapitalised,
        !CreditPhrases.source.contains(words.hashes[start])
      { start -= 1 }
      guard CreditPhrases.source.contains(words.hashes[start]), words.words[start].isCapitalised else {
        continue
      }
      names.append(SourceName.Mention(name: Self.unnamed, words: index..<index + 1))
    }
  }
}

internal import TextAnalysis

/// Finds lists of other stories that a site hangs on a name in the middle of a sentence.
///
/// On the page the list opens over the name; in the text that was taken from it, the name comes again in full, runs into
/// the first headline without a space, and the list ends with MORE: "Jane Doe Jane Q. DoeFerry runs aground Basin to
/// close MORE said". Every story of the same person then shares headlines that neither has written.
struct LinkedNames {
  /// A list has at most this many words.
  private static let longestList = 120
  /// A name in full stands at most this many words after its short form.
  private static let longestName = 8
  /// Where the short form ran into the full name too ("DoeJane DoeFerry"), the name that both begin with has at least
  /// this many letters.
  private static let longPrefix = 4
  private static let ends = [TokenHash.hash("more".utf8), TokenHash.hash("mores".utf8)]

  private let text: AnalysedText
  private let words: WordList

  init(_ text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
  }

  /// The lists with the names in full, as words, in order.
  func lists() -> [Range<Int>] {
    var lists: [Range<Int>] = []
    var after = 0
    for end in words.hashes.indices where Self.ends.contains(words.hashes[end]) {
      guard isInCapitals(end) else { continue }
      let first = max(after, end - Self.longestList)
      guard let start = (first..<end).reversed().lazy.compactMap(nameInFull(joinedAt:)).first else {
        continue
      }
      lists.append(max(start, after)..<end + 1)
      after = end + 1
    }
    return lists
  }

  private func isInCapitals(_ word: Int) -> Bool {
    guard words.words[word].isCapitalised else { return false }
    let bytes = Array(text.string(words.words[word].bytes).utf8)
    return bytes.prefix(4).allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// The first word of a name in full, where a word is the name's last and a headline's first in one.
  private func nameInFull(joinedAt word: Int) -> Int? {
    guard words.words[word].isCapitalised else { return nil }
    let joined = text.string(words.words[word].bytes).utf8
    let first = max(0, word - Self.longestName)
    return (first..<word).first { earlier in
      let name = text.string(words.words[earlier].bytes).utf8
      let common = zip(name, joined).prefix { $0 == $1 }.count
      guard common >= 3, common < joined.count, beginsAnew(joined.dropFirst(common)) else { return false }
      return common == name.count || common >= Self.longPrefix && beginsAnew(name.dropFirst(common))
    }.map { $0 + 1 }
  }

  /// Whether what follows a name within a word is no ending of it: a capital or a digit, quoted or not.
  private func beginsAnew(_ rest: some Sequence<UInt8>) -> Bool {
    guard let byte = rest.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

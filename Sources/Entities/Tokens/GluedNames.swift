internal import TextAnalysis

/// Parts words that web pages without a space between two lines glue together: `Gary JohnsonGary Earl Johnson`.
///
/// A capital after a small letter begins a new line where the letters before it are a word of the article with a
/// capital of its own, and those after it are one or a given name, or where the word stands just before too: `Gary Earl
/// JohnsonOvernight`. Names written so, as `McConnell` and `YouTube`, stay
/// whole: the gazetteer knows them, or their first part is too short, or no word of the article.
struct GluedNames {
  /// The fewest letters on either side.
  private static let least = (before: 4, after: 3)
  /// How many words before a glued one are looked at for its first part.
  private static let near = 6

  private let bytes: UnsafeBufferPointer<UInt8>
  private var known = HashSet()

  /// Parts the words of a document from a token on, and ends a sentence between the parts.
  static func part(
    _ document: inout NameDocument, from start: Int, firstSentence: Int, bytes: UnsafeBufferPointer<UInt8>
  ) {
    let tokens = document.tokens
    guard tokens[start...].contains(where: { capital(in: $0, bytes) != nil }) else { return }
    var names = GluedNames(bytes: bytes)
    names.known = HashSet(tokens[start...].lazy.filter(\.hasCapital).map(\.hash))
    let sentences = document.sentences[firstSentence...]
    document.tokens.removeSubrange(start...)
    document.sentences.removeSubrange(firstSentence...)
    for sentence in sentences {
      for token in tokens[sentence] { names.append(token, to: &document) }
      document.endSentence()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func append(_ token: NameToken, to document: inout NameDocument) {
    guard let place = Self.capital(in: token, bytes),
      let parts = parts(token, at: place, after: document.tokens.suffix(Self.near))
    else {
      document.tokens.append(token)
      return
    }
    document.tokens.append(parts.before)
    document.endSentence()
    append(parts.after, to: &document)
  }

  /// The two words of a token; nil where it is one.
  private func parts(
    _ token: NameToken, at place: Int, after words: ArraySlice<NameToken>
  ) -> (before: NameToken, after: NameToken)? {
    let classes = Gazetteer.shared.classes(ofWord: token.hash)
    guard classes.isEmpty, !NoNames.words.contains(token.hash) else { return nil }
    let before = word(token, Int(token.start)..<place)
    let after = word(token, place..<Int(token.end))
    if words.contains(where: { $0.hash == before.hash }) { return (before, after) }
    guard known.contains(before.hash), after.form != .number else { return nil }
    let wanted: WordClasses = [.givenName, .functionWord, .organisation]
    let isWord = !Gazetteer.shared.classes(ofWord: after.hash).isDisjoint(with: wanted)
    guard isWord || known.contains(after.hash) || Self.capital(in: after, bytes) != nil else { return nil }
    return (before, after)
  }

  private func word(_ token: NameToken, _ range: Range<Int>) -> NameToken {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    var word = token
    word.start = UInt32(range.lowerBound)
    word.end = UInt32(range.upperBound)
    word.hash = WordForm.hash(part)
    word.suffix = WordForm.suffix(part)
    if part.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) {
      word.form = .number
    } else {
      word.form = part.dropFirst().allSatisfy { $0 &- UInt8(ascii: "A") < 26 } ? .allCapitals : .capitalised
    }
    word.flags = token.flags.intersection(.inTitle)
    return word
  }

  /// Where a capital or number stands after a small letter within a word that is long enough on both sides.
  @inline(__always)
  private static func capital(in token: NameToken, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard token.hasCapital, token.form != .allCapitals,
      Int(token.end - token.start) >= least.before + least.after
    else { return nil }
    return (Int(token.start) + least.before...Int(token.end) - least.after).first {
      (bytes[$0] &- UInt8(ascii: "A") < 26 || bytes[$0] &- UInt8(ascii: "0") < 10)
        && bytes[$0 - 1] &- UInt8(ascii: "a") < 26
    }
  }
}

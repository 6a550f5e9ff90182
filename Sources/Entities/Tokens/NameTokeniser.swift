package import TextAnalysis

/// Makes the recogniser's tokens from an analysed text.
///
/// Conventions are those of the CoNLL sets: a possessive `'s` is a token of its own; `Mr.`, `J.`, `U.S.`,
/// hyphenated words and `Amazon.com` are one token; curly quotes and apostrophes count as straight ones.
struct NameTokeniser {
  private let text: AnalysedText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: UnsafeBufferPointer<Token>
  private let lowercased: UnsafeBufferPointer<UInt8>

  /// Appends the tokens of a text to a document.
  static func append(_ text: AnalysedText, to document: inout NameDocument, flags: NameToken.Flags = []) {
    let start = document.tokens.count
    let firstSentence = document.sentences.count
    document.tokens.reserveCapacity(document.tokens.count + text.tokens.count)
    document.sentences.reserveCapacity(document.sentences.count + text.sentences.count)
    text.tokens.withUnsafeBufferPointer { tokens in
      text.lowercased.withUnsafeBufferPointer { lowercased in
        _ = text.text.utf8.withContiguousStorageIfAvailable { bytes in
          let tokeniser = NameTokeniser(text: text, bytes: bytes, tokens: tokens, lowercased: lowercased)
          for sentence in text.sentences {
            tokeniser.append(sentence, to: &document, flags: flags)
            document.endSentence()
          }
          GluedNames.part(&document, from: start, firstSentence: firstSentence, bytes: bytes)
        }
      }
    }
  }

  private init(
    text: AnalysedText, bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>,
    lowercased: UnsafeBufferPointer<UInt8>
  ) {
    self.text = text
    self.bytes = bytes
    self.tokens = tokens
    self.lowercased = lowercased
  }

  private func append(_ sentence: Range<Int>, to document: inout NameDocument, flags: NameToken.Flags) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = tokens[index]
      if token.kind == .mark {
        document.tokens.append(mark(token, flags))
        index += 1
      } else if isPlain(index) {
        document.tokens.append(plainWord(token, flags))
        index += 1
      } else {
        let end = endOfWord(from: index, in: sentence)
        appendWord(index..<end, to: &document, flags: flags)
        index = end
      }
    }
  }

  // MARK: Plain words

  /// Whether a token is a word of ASCII letters that is taken as it is: no mark follows it that may be a part of it, and
  /// it has no apostrophe where a possessive or a contraction has one.
  @inline(__always)
  private func isPlain(_ index: Int) -> Bool {
    let token = tokens[index]
    let (start, end) = (Int(token.start), Int(token.end))
    guard token.kind == .word, token.shape.isDisjoint(with: [.allCapitals, .dotted, .nonASCII]),
      end - start == Int(token.lowercasedLength), end - start < 3 || bytes[end - 3] != UInt8(ascii: "'"),
      end - start < 2 || bytes[end - 2] != UInt8(ascii: "'"), index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    guard next.kind != .mark || next.start != token.end else { return false }
    // Letters as in `iPhone`, and the names of accounts, are looked at as a whole.
    if token.shape.contains(.capitalised) { return !isHandle(token) }
    return end - start < 2 || (bytes[start + 1] &- UInt8(ascii: "A") >= 26 && !isElided(token))
  }

  /// Whether a word is a name with an elided article or preposition: `d’Estaing`, `dell'Acqua`.
  @inline(__always)
  private func isElided(_ token: Token) -> Bool {
    let (start, end) = (Int(token.start), Int(token.end))
    var index = start + 1
    while index < min(end, start + Self.longestElision), bytes[index] &- UInt8(ascii: "a") < 26 { index += 1 }
    guard index < end else { return false }
    let isCurly =
      bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
    guard bytes[index] == UInt8(ascii: "'") || isCurly else { return false }
    let next = index + (isCurly ? 3 : 1)
    return next < end && (bytes[next] &- UInt8(ascii: "A") < 26 || bytes[next] == 0xC3)
  }

  /// The letters of `dell`.
  private static let longestElision = 4

  @inline(__always)
  private func plainWord(_ token: Token, _ flags: NameToken.Flags) -> NameToken {
    let form: NameToken.Form =
      !token.shape.contains(.capitalised) ? .lower : token.lowercasedLength == 1 ? .initial : .capitalised
    return NameToken(
      start: token.start, end: token.end, hash: token.hash,
      suffix: WordForm.suffix(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])),
      form: form, flags: flags)
  }

  // MARK: Other words

  /// One past the last token that belongs to the word that begins here.
  @inline(__always)
  private func endOfWord(from start: Int, in sentence: Range<Int>) -> Int {
    var end = start + 1
    while end + 1 < sentence.upperBound, joins(end), tokens[end + 1].isWord,
      tokens[end + 1].start == tokens[end].end
    { end += 2 }
    if end < sentence.upperBound, end == start + 1, isStop(end), takesDot(tokens[start]),
      end + 1 < sentence.upperBound || tokens[start].end - tokens[start].start > 1
    {
      end += 1
    }
    return end
  }

  /// Whether the mark here joins the words on its two sides: a hyphen, or a dot before a lower-case letter.
  @inline(__always)
  private func joins(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark, token.start == tokens[index - 1].end, tokens[index - 1].isWord else {
      return false
    }
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "-"): return true
    case UInt8(ascii: "."): return bytes[Int(token.end) % bytes.count] &- UInt8(ascii: "a") < 26
    case 0xE2: return isUnicodeHyphen(token)
    default: return false
    }
  }

  private func isUnicodeHyphen(_ token: Token) -> Bool {
    let start = Int(token.start)
    return token.end - token.start == 3 && bytes[start + 1] == 0x80
      && (bytes[start + 2] == 0x90 || bytes[start + 2] == 0x91)
  }

  @inline(__always)
  private func isStop(_ index: Int) -> Bool {
    tokens[index].kind == .mark && bytes[Int(tokens[index].start)] == UInt8(ascii: ".")
      && tokens[index].start == tokens[index - 1].end
  }

  /// Whether a word is written with a dot that is its own: an initial or an abbreviation before names.
  @inline(__always)
  private func takesDot(_ token: Token) -> Bool {
    guard token.kind == .word, token.shape.contains(.capitalised), token.end - token.start <= 5 else {
      return false
    }
    return token.end - token.start == 1 || NameAbbreviations.contains(token.hash)
  }

  private func appendWord(_ parts: Range<Int>, to document: inout NameDocument, flags: NameToken.Flags) {
    let first = tokens[parts.lowerBound]
    let last = tokens[parts.upperBound - 1]
    var word = NameToken(
      start: first.start, end: last.end, hash: first.hash, suffix: 0, form: .lower, flags: flags)
    let possessive = last.isWord ? possessiveLength(last) : 0
    word.end -= UInt32(possessive)
    if parts.count > 1 || possessive > 0 {
      word.hash = WordForm.hash(UnsafeBufferPointer(rebasing: bytes[word.range]))
    }
    word.form = isContraction(last) || isHandle(first) ? .lower : form(parts)
    if possessive > 0, word.form == .capitalised, isCapitals(word) { word.form = .allCapitals }
    word.suffix = WordForm.suffix(UnsafeBufferPointer(rebasing: bytes[word.range]))
    document.tokens.append(word)
    guard possessive > 0 else { return }
    document.tokens.append(
      NameToken(
        start: word.end, end: last.end, hash: WordForm.possessive, suffix: 0, form: .possessive,
        flags: flags))
  }

  /// Whether a word of two letters or more is in capitals but for its possessive: `GOP's`.
  @inline(__always)
  private func isCapitals(_ word: NameToken) -> Bool {
    word.end - word.start > 1 && bytes[word.range].allSatisfy { $0 &- UInt8(ascii: "A") < 26 }
  }

  /// The bytes that a possessive `'s` takes up at the end of a word, 0 where there is none.
  @inline(__always)
  private func possessiveLength(_ token: Token) -> Int {
    let end = Int(token.end)
    guard token.end - token.start >= 3, bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return 0 }
    if bytes[end - 2] == UInt8(ascii: "'") { return 2 }
    guard bytes[end - 2] >= 0x80, token.end - token.start >= 5 else { return 0 }
    return bytes[end - 4] == 0xE2 && bytes[end - 3] == 0x80 && bytes[end - 2] == 0x99 ? 4 : 0
  }

  /// Whether a word ends with a verb or "not" that lost letters: `I've`, `They'll`, `Don't`.
  @inline(__always)
  private func isContraction(_ token: Token) -> Bool {
    let lower = lowercased[
      Int(token.lowercasedStart)..<Int(token.lowercasedStart) + Int(token.lowercasedLength)]
    guard lower.count >= 3 else { return false }
    let apostrophe = UInt8(ascii: "'")
    if lower[lower.endIndex - 2] == apostrophe {
      let letter = lower[lower.endIndex - 1]
      return letter == UInt8(ascii: "t") || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "m")
    }
    guard lower.count >= 4, lower[lower.endIndex - 3] == apostrophe else { return false }
    let last = (lower[lower.endIndex - 2], lower[lower.endIndex - 1])
    return last == (UInt8(ascii: "v"), UInt8(ascii: "e")) || last == (UInt8(ascii: "r"), UInt8(ascii: "e"))
      || last == (UInt8(ascii: "l"), UInt8(ascii: "l"))
  }

  /// Whether a word is the name of an account: `@nasa`.
  @inline(__always)
  private func isHandle(_ token: Token) -> Bool {
    token.start > 0 && bytes[Int(token.start) - 1] == UInt8(ascii: "@")
  }

  private func form(_ parts: Range<Int>) -> NameToken.Form {
    let first = form(of: tokens[parts.lowerBound])
    guard parts.count > 2 else { return first }
    var result = first
    for index in stride(from: parts.lowerBound + 2, to: parts.upperBound, by: 2) {
      let next = form(of: tokens[index])
      if next == .number { continue }
      if next == .lower {
        if result != .lower && result != .number { result = .mixed }
      } else if result == .lower || result == .number {
        result = .mixed
      } else if result != .mixed && next != .allCapitals {
        result = .capitalised
      }
    }
    return result
  }

  @inline(__always)
  private func form(of token: Token) -> NameToken.Form {
    switch token.kind {
    case .number: return .number
    case .ideograph: return .ideograph
    case .mark: return .otherMark
    case .word: break
    }
    if token.shape.contains(.dotted) { return token.end - token.start > 2 ? .dotted : .initial }
    if token.shape.contains(.allCapitals) { return .allCapitals }
    if token.shape.contains(.capitalised) {
      return token.lowercasedLength == 1 ? .initial : .capitalised
    }
    if isElided(token) { return .capitalised }
    let second = Int(token.start) + 1
    return second < Int(token.end) && bytes[second] &- UInt8(ascii: "A") < 26 ? .mixed : .lower
  }

  // MARK: Marks

  @inline(__always)
  private func mark(_ token: Token, _ flags: NameToken.Flags) -> NameToken {
    let range = Int(token.start)..<Int(token.end)
    return NameToken(
      start: token.start, end: token.end, hash: token.hash, suffix: 0,
      form: WordForm.mark(UnsafeBufferPointer(rebasing: bytes[range])), flags: flags)
  }
}

extension NameDocument {
  /// Makes a document of a text alone.
  package init(_ text: AnalysedText) {
    self.init()
    NameTokeniser.append(text, to: &self)
  }
}

/// Splits the UTF-8 bytes of a text into words and marks, in one pass.
///
/// What a word is follows Xapian's `TermGenerator` (1.4, `queryparser/termgenerator_internal.cc`): letters,
/// digits and marks; an apostrophe or `&` between two letters; `.`, `,` and the like between two digits;
/// initials joined by dots; up to three `+` or `#` at the end. Chosen differences: commas that group digits
/// in threes are dropped from the lower-case form; scripts without spaces give one token a character or a syllable; what
/// an apostrophe joins in the language of the text, as in `l'eau`, is two words; a soft hyphen at a line's end parts none.
struct Tokenizer: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  let rules: WordRules
  var position = 0
  private var tokens: GrowingBuffer<Token>
  /// Has room for all bytes that are still to be read: each becomes one at most, but for those of letters that grow
  /// when they are lowered, which ``take(_:)-(Unicode.Scalar)`` makes room for.
  var lowercased: GrowingBuffer<UInt8>
  private var newlinesBefore: GrowingBuffer<UInt8>

  private var spaceBefore = true
  private var newlines = 1
  var word = WordInProgress()
  /// What letters and marks of this text make together.
  var compositions = MarkCompositions()

  /// A word as it is being read.
  struct WordInProgress {
    var start = 0
    var lowercasedStart = 0
    var hash = TokenHash()
    /// Where the last letter begins that a combining mark was joined to, and the hash of what comes before it.
    var marked = (start: 0, hash: TokenHash())
    var letters = 0
    var capitals = 0
    var digits = 0
    var startsWithCapital = false
    var startsWithDigit = false
    var dotted = false
    var nonASCII = false
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ rules: WordRules) {
    self.bytes = bytes
    self.rules = rules
    tokens = GrowingBuffer(capacity: bytes.count / 4)
    newlinesBefore = GrowingBuffer(capacity: bytes.count / 4)
    lowercased = GrowingBuffer(capacity: bytes.count)
  }

  /// What is found in a text.
  struct Result {
    /// Its words and marks in order.
    let tokens: [Token]
    /// The lower-case forms of all words, back to back.
    let lowercased: [UInt8]
    /// For each token, the number of line ends between it and the token before it, at most 255.
    let newlinesBefore: [UInt8]
  }

  /// Splits a text of a language.
  static func result(of bytes: UnsafeBufferPointer<UInt8>, rules: WordRules) -> Result {
    var tokenizer = Tokenizer(bytes, rules)
    tokenizer.run()
    return Result(
      tokens: tokenizer.tokens.elements, lowercased: tokenizer.lowercased.elements,
      newlinesBefore: tokenizer.newlinesBefore.elements)
  }

  /// Reads the whole text.
  private mutating func run() {
    while position < bytes.count {
      let (kind, length) = characterClass(at: position)
      switch kind {
      case .space:
        spaceBefore = true
        position += length
      case .newline:
        spaceBefore = true
        newlines += 1
        position += length
      case .ignored: position += length
      case .letter, .capital, .digit:
        if !readPlainWord() { readWord(mayBeInitials: kind == .capital) }
      case .ideograph: readSingle(.ideograph, length: length)
      case .syllabic: readSyllable()
      case .mark: readSingle(.mark, length: length)
      }
    }
  }

  // MARK: Characters

  @inline(__always)
  private func characterClass(at index: Int) -> (class: CharacterClass, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (CharacterClass.asciiClass(byte), 1) }
    let (scalar, length) = bytes.scalar(at: index)
    return (CharacterClass(nonASCII: scalar), length)
  }

  @inline(__always)
  private func isWordCharacter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch characterClass(at: index).class {
    case .letter, .capital, .digit: return true
    default: return false
    }
  }

  private func isCapital(at index: Int) -> Bool {
    index < bytes.count && characterClass(at: index).class == .capital
  }

  @inline(__always)
  private func isDigit(at index: Int) -> Bool {
    index >= 0 && index < bytes.count && bytes[index] &- 0x30 < 10
  }

  // MARK: Words

  /// Reads a word of letters from a to z, the first of which may be a capital, before a space or a mark that ends it.
  ///
  /// Most words are such; false, with nothing read, for any other.
  @inline(__always)
  private mutating func readPlainWord() -> Bool {
    let first = bytes[position] | 0x20
    guard first &- UInt8(ascii: "a") < 26, !rules.isTurkic else { return false }
    let isCapital = bytes[position] != first
    var (end, hash) = (position + 1, TokenHash())
    hash.combine(first)
    lowercased.write(first, behindEnd: 0)
    while end < bytes.count, bytes[end] &- UInt8(ascii: "a") < 26 {
      hash.combine(bytes[end])
      lowercased.write(bytes[end], behindEnd: end - position)
      end += 1
    }
    guard end < bytes.count, endsPlainWord(bytes[end], isInitial: isCapital && end == position + 1) else {
      return false
    }
    let (start, lowercasedStart) = (position, lowercased.count)
    lowercased.take(written: end - position)
    position = end
    let shape: Token.Shape = isCapital ? .capitalised : .plain
    append(.word, shape: shape, from: start, lowercasedFrom: lowercasedStart, hash: hash)
    return true
  }

  /// Whether a byte after letters is of no word: neither of one character with others, nor a mark that words can hold
  /// or end with.
  @inline(__always)
  private func endsPlainWord(_ byte: UInt8, isInitial: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: " "): true
    case UInt8(ascii: "."): !isInitial
    case UInt8(ascii: ","), UInt8(ascii: "-"), 0x0A: true
    default: false
    }
  }

  private mutating func readWord(mayBeInitials: Bool) {
    word = WordInProgress(start: position, lowercasedStart: lowercased.count)
    if !(mayBeInitials && readInitials()) {
      repeat { readSmallLetters() } while readWordCharacter() || readInfix()
      readSuffix()
    }
    let isNumber = word.startsWithDigit
    append(
      isNumber ? .number : .word, shape: wordShape(), from: word.start, lowercasedFrom: word.lowercasedStart,
      hash: word.hash)
  }

  private func wordShape() -> Token.Shape {
    var shape = Token.Shape.plain
    if word.startsWithCapital { shape.insert(.capitalised) }
    if word.capitals >= 2 && word.capitals == word.letters { shape.insert(.allCapitals) }
    if word.dotted { shape.insert(.dotted) }
    if word.nonASCII { shape.insert(.nonASCII) }
    return shape
  }

  /// Reads initials joined by dots, `U.S.` or `J.R.R.`; false, with nothing read, where there are none.
  private mutating func readInitials() -> Bool {
    var end = position
    var letters = 0
    while isCapital(at: end) {
      let next = end + characterClass(at: end).length
      guard next < bytes.count, bytes[next] == UInt8(ascii: ".") else { break }
      letters += 1
      end = next + 1
    }
    guard letters >= 2 || (letters == 1 && isLastInitial(at: end)) else { return false }
    while position < end { if !readWordCharacter() { position += 1 } }
    if isLastInitial(at: position) { _ = readWordCharacter() }
    word.dotted = true
    return true
  }

  /// Whether a single capital that ends a word stands here, as the last of `U.S`.
  private func isLastInitial(at index: Int) -> Bool {
    isCapital(at: index) && !isWordCharacter(at: index + characterClass(at: index).length)
  }

  /// Reads the letters from a to z that follow, of which most words are made, all at once.
  @inline(__always)
  private mutating func readSmallLetters() {
    var (end, hash) = (position, word.hash)
    while end < bytes.count, bytes[end] &- UInt8(ascii: "a") < 26 {
      lowercased.appendInReserve(bytes[end])
      hash.combine(bytes[end])
      end += 1
    }
    word.hash = hash
    word.letters += end - position
    position = end
  }

  @inline(__always)
  private mutating func readWordCharacter() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    guard byte < 0x80 else { return readNonASCIIWordCharacter() }
    switch CharacterClass.asciiClass(byte) {
    case .letter:
      word.letters += 1
      take(byte)
    case .capital:
      if position == word.start { word.startsWithCapital = true }
      word.letters += 1
      word.capitals += 1
      if rules.isTurkic, byte == UInt8(ascii: "I") { take("ı" as Unicode.Scalar) } else { take(byte | 0x20) }
    case .digit:
      if position == word.start { word.startsWithDigit = true }
      word.digits += 1
      take(byte)
    default: return false
    }
    position += 1
    return true
  }

  private mutating func readNonASCIIWordCharacter() -> Bool {
    let (scalar, length) = bytes.scalar(at: position)
    switch CharacterClass(nonASCII: scalar) {
    case .letter: word.letters += 1
    case .capital:
      if position == word.start { word.startsWithCapital = true }
      word.letters += 1
      word.capitals += 1
    case .digit:
      if position == word.start { word.startsWithDigit = true }
      word.digits += 1
    case .ignored:
      guard let next = afterInvisible(scalar, at: position + length) else { return false }
      position = next
      return true
    default: return false
    }
    word.nonASCII = true
    take(scalar)
    position += length
    return true
  }

  /// Where a word goes on after a character that takes no room; nil where it does not.
  ///
  /// A soft hyphen shows where a word is cut at the end of a line: the line end after it is none of the word's.
  private func afterInvisible(_ scalar: Unicode.Scalar, at index: Int) -> Int? {
    if isWordCharacter(at: index) { return index }
    guard scalar.value == 0xAD else { return nil }
    var next = index
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
    return isWordCharacter(at: next) && !isCapital(at: next) && !isDigit(at: next) ? next : nil
  }

  /// Reads what joins two parts of a word: an apostrophe or `&` between letters, a separator between digits.
  private mutating func readInfix() -> Bool {
    guard position < bytes.count else { return false }
    if let length = apostropheLength(at: position) {
      guard isWordCharacter(at: position + length) else { return false }
      if rules.elided.contains(word.hash.value) {
        position += length
        return false
      }
      if rules.hasEndings, word.startsWithCapital || word.startsWithDigit, !isCapital(at: position + length) {
        skipEnding(from: position + length)
        return false
      }
      lowercased.appendInReserve(UInt8(ascii: "'"))
      position += length
      return true
    }
    let byte = bytes[position]
    if byte == UInt8(ascii: "&") {
      guard word.capitals == word.letters, isCapital(at: position + 1) else { return false }
    } else if byte == UInt8(ascii: ",") {
      guard isDigit(at: position - 1), groupsDigits(at: position) else { return false }
      position += 1
      return true
    } else {
      guard byte == UInt8(ascii: "."), isDigit(at: position - 1), isDigit(at: position + 1) else {
        return false
      }
    }
    take(byte)
    position += 1
    return true
  }

  /// Whether the comma here is followed by exactly three digits.
  private func groupsDigits(at comma: Int) -> Bool {
    isDigit(at: comma + 1) && isDigit(at: comma + 2) && isDigit(at: comma + 3) && !isDigit(at: comma + 4)
  }

  /// The length of an apostrophe here, straight or curly; nil where there is none.
  @inline(__always)
  private func apostropheLength(at index: Int) -> Int? {
    let byte = bytes[index]
    if byte == UInt8(ascii: "'") { return 1 }
    guard byte >= 0x80 else { return nil }
    let (scalar, length) = bytes.scalar(at: index)
    return NormalForm.isApostrophe(scalar) ? length : nil
  }

  /// Reads the ending of a name after its apostrophe, which is of the token but not of the word.
  private mutating func skipEnding(from start: Int) {
    position = start
    while isWordCharacter(at: position) { position += characterClass(at: position).length }
  }

  /// Reads up to three `+` or `#` that end a word, as in `C++`.
  private mutating func readSuffix() {
    var end = position
    while end < bytes.count, end - position < 4,
      bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "#")
    { end += 1 }
    guard end > position, end - position <= 3, !isWordCharacter(at: end) else { return }
    while position < end {
      take(bytes[position])
      position += 1
    }
  }

  // MARK: Tokens

  private mutating func readSingle(_ kind: Token.Kind, length: Int) {
    let (start, lowercasedStart) = (position, lowercased.count)
    if kind == .ideograph {
      let (scalar, _) = bytes.scalar(at: position)
      position += length
      word = WordInProgress(start: start, lowercasedStart: lowercasedStart)
      // Only presentation forms show another character.
      if scalar.value < Self.firstPresentationForm { takeCaseless(scalar) } else { take(scalar) }
    } else {
      word.hash = TokenHash()
      for index in position..<position + length { word.hash.combine(bytes[index]) }
      position += length
    }
    append(
      kind, shape: length > 1 ? .nonASCII : .plain, from: start, lowercasedFrom: lowercasedStart,
      hash: word.hash)
  }

  /// Appends the token that ends here.
  @inline(__always)
  mutating func append(
    _ kind: Token.Kind, shape: Token.Shape, from start: Int, lowercasedFrom lowercasedStart: Int,
    hash: TokenHash
  ) {
    var shape = shape
    if spaceBefore { shape.insert(.spaceBefore) }
    if newlines > 0 { shape.insert(.lineStart) }
    let length = lowercased.count - lowercasedStart
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position),
        lowercasedStart: UInt32(truncatingIfNeeded: lowercasedStart),
        lowercasedLength: UInt16(clamping: length), kind: kind, shape: shape, hash: hash.value))
    newlinesBefore.append(UInt8(clamping: newlines))
    spaceBefore = false
    newlines = 0
  }
}

extension Token.Shape {
  /// Nothing special; the compiler makes an array of an empty literal here, for every token.
  @inline(__always)
  fileprivate static var plain: Token.Shape { Token.Shape(rawValue: 0) }
}

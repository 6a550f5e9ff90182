/// What a document as a whole tells of its capitalised words: which company each keeps elsewhere in it.
struct WordContext {
  /// How a word stands somewhere in the document.
  struct Signs: OptionSet {
    let rawValue: UInt16
    static let afterTitle = Signs(rawValue: 1)
    static let afterGivenName = Signs(rawValue: 2)
    static let afterPlacePreposition = Signs(rawValue: 4)
    static let beforeSpeech = Signs(rawValue: 8)
    static let beforeOrgWord = Signs(rawValue: 16)
    static let inBrackets = Signs(rawValue: 32)
    static let inLowerCase = Signs(rawValue: 64)
    static let withinSentence = Signs(rawValue: 128)
    static let afterThe = Signs(rawValue: 256)
    static let beforePossessive = Signs(rawValue: 512)
    /// Within capitalised words that end with a word of organisations.
    static let inOrganisation = Signs(rawValue: 1024)
  }

  private var keys: ContiguousArray<UInt32>
  private var signs: ContiguousArray<UInt16>
  private let mask: Int

  /// Reads the signs of all capitalised words.
  init(_ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeBufferPointer<TokenView>) {
    var capitals = 0
    for token in tokens where token.hasCapital { capitals += 1 }
    var size = 16
    while size < capitals * 2 { size *= 2 }
    keys = ContiguousArray(repeating: 0, count: size)
    signs = ContiguousArray(repeating: 0, count: size)
    mask = size - 1
    for index in tokens.indices where tokens[index].hasCapital && !tokens[index].flags.contains(.capitalsLine)
    {
      signs[slot(views[index].word)] |= Self.signs(at: index, tokens, views).rawValue
    }
    noteLowerCase(tokens, views)
  }

  /// Marks the words that stand in lower case too.
  private mutating func noteLowerCase(
    _ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeBufferPointer<TokenView>
  ) {
    let mask = mask
    keys.withUnsafeBufferPointer { keys in
      signs.withUnsafeMutableBufferPointer { signs in
        for index in tokens.indices where tokens[index].form == .lower {
          let word = views[index].word
          var slot = Int(word) & mask
          while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & mask }
          if keys[slot] == word { signs[slot] |= Signs.inLowerCase.rawValue }
        }
      }
    }
  }

  /// The signs of a word.
  @inline(__always)
  func signs(of word: UInt32) -> UInt16 {
    var slot = Int(word) & mask
    while keys[slot] != 0 {
      if keys[slot] == word { return signs[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The slot of a word, which is given one where it has none.
  private mutating func slot(_ word: UInt32) -> Int {
    var slot = Int(word) & mask
    while keys[slot] != word {
      if keys[slot] == 0 {
        keys[slot] = word
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private static func signs(
    at index: Int, _ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeBufferPointer<TokenView>
  ) -> Signs {
    var signs: Signs = []
    if !tokens[index].flags.contains(.sentenceStart) {
      let before = views[index - 1]
      if tokens[index].flags.isDisjoint(with: [.titleLine, .afterBreak]) { signs.insert(.withinSentence) }
      if before.classes.contains(.title) { signs.insert(.afterTitle) }
      if before.classes.contains(.givenName) && tokens[index - 1].hasCapital { signs.insert(.afterGivenName) }
      if before.classes.contains(.placePreposition) { signs.insert(.afterPlacePreposition) }
      if before.word == TokenView.the { signs.insert(.afterThe) }
    }
    guard index + 1 < tokens.count else { return signs }
    if isInOrganisation(index, tokens, views) { signs.insert(.inOrganisation) }
    let after = views[index + 1]
    if after.classes.contains(.speechVerb) { signs.insert(.beforeSpeech) }
    if !after.classes.isDisjoint(with: [.orgWord, .orgSuffix]) && tokens[index + 1].hasCapital {
      signs.insert(.beforeOrgWord)
    }
    if tokens[index + 1].form == .possessive { signs.insert(.beforePossessive) }
    if tokens[index + 1].form == .closing && index > 0 && tokens[index - 1].form == .opening {
      signs.insert(.inBrackets)
    }
    return signs
  }

  /// Whether one of the next three words, all capitalised, is a word of organisations.
  @inline(__always)
  private static func isInOrganisation(
    _ index: Int, _ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeBufferPointer<TokenView>
  ) -> Bool {
    var next = index + 1
    while next < min(tokens.count, index + 4), tokens[next].hasCapital,
      !tokens[next].flags.contains(.sentenceStart)
    {
      if !views[next].classes.isDisjoint(with: [.orgWord, .orgSuffix]) { return true }
      next += 1
    }
    return false
  }
}

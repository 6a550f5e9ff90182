internal import TextAnalysis

/// A document as the model sees it: a view of each token, and the stretches that may hold names.
///
/// A token that can begin or go on no name is outside at once: what is left are capitalised words and the small
/// words, numbers and marks between them. No label goes from outside into a name, so that each stretch is
/// decoded alone with the same outcome as the whole sentence.
package struct ModelInput {
  package private(set) var views: ContiguousArray<TokenView>
  /// The stretches of tokens that may hold names, each with the sentence that it is in.
  package private(set) var stretches: ContiguousArray<Stretch> = []
  /// What the document is about, as far as names mean other things there: 0 anything, 1 sport, 2 business.
  package private(set) var topic: UInt32 = 0

  /// Tokens that may hold names, within one sentence.
  package struct Stretch {
    package var tokens: Range<Int>
    package var sentence: Range<Int>
  }

  /// A stretch begins about every so many tokens, at most.
  private static let tokensOfStretch = 8

  /// - Parameter reading: How documents of the language are read.
  package init(_ document: NameDocument, lexicon: WordLexicon?, reading: DocumentReading = .english) {
    views = ContiguousArray()
    let matcher = PhraseMatcher(gazetteer: reading.gazetteer)
    views.reserveCapacity(document.tokens.count)
    stretches.reserveCapacity(document.tokens.count / Self.tokensOfStretch)
    document.tokens.withUnsafeBufferPointer { tokens in
      for token in tokens { views.append(Self.view(token, lexicon, reading)) }
      views.withUnsafeMutableBufferPointer { views in
        let context = WordContext(tokens, UnsafeBufferPointer(views))
        for index in views.indices where tokens[index].hasCapital {
          views[index].signs = context.signs(of: views[index].word)
        }
        for sentence in document.sentences { Self.markPhrases(tokens, views, in: sentence, matcher) }
      }
      for sentence in document.sentences {
        appendStretches(tokens, in: sentence, gap: reading.readsEveryWord ? Self.gap : nil)
      }
    }
    topic = Self.topic(of: views)
  }

  /// Sport or business where three words of it, and one in forty of all, say so.
  private static func topic(of views: ContiguousArray<TokenView>) -> UInt32 {
    var sport = 0
    var business = 0
    for view in views {
      sport += Int(view.classes.rawValue >> 24 & 1)
      business += Int(view.classes.rawValue >> 25 & 1)
    }
    let most = max(sport, business)
    guard most >= 3, most * 40 >= views.count else { return 0 }
    return sport > business ? 1 : 2
  }

  // MARK: Views

  @inline(__always)
  private static func view(
    _ token: NameToken, _ lexicon: WordLexicon?, _ reading: DocumentReading
  ) -> TokenView {
    let word = UInt32(truncatingIfNeeded: token.hash) | 1
    var view = TokenView(
      word: word, classes: reading.gazetteer.classes(ofWord: token.hash), phrase: 0, signs: 0,
      form: token.form,
      lexicon: .unknown)
    guard token.hasCapital || reading.readsEveryWord else { return view }
    if let lexicon { view.lexicon = lexicon.entry(of: word) }
    if token.flags.contains(.capitalsLine) && token.form == .allCapitals {
      view.form = repairedForm(view.lexicon.casing)
    }
    return view
  }

  /// The form that a word in a line of capitals has elsewhere.
  private static func repairedForm(_ casing: UInt8) -> NameToken.Form {
    switch casing {
    case 1: .lower
    case 3: .allCapitals
    default: .capitalised
    }
  }

  private static let phraseClasses: WordClasses = .anyPlace.union(.anyOrganisation)

  private static func markPhrases(
    _ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeMutableBufferPointer<TokenView>,
    in sentence: Range<Int>, _ matcher: PhraseMatcher
  ) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].hasCapital, views[index].form != .lower,
        !views[index].classes.isDisjoint(with: phraseClasses.union(.prefix)),
        let match = matcher.longest(at: index, in: tokens, before: sentence.upperBound, wanted: phraseClasses)
      else {
        index += 1
        continue
      }
      let kinds =
        UInt16(truncatingIfNeeded: match.classes.rawValue & 0x1F)
        | (match.classes.contains(.organisation) ? 0x20 : 0) | (match.classes.contains(.company) ? 0x40 : 0)
        | (match.length == 1 && match.classes.contains(.commonWord) ? 0x80 : 0)
      for offset in 0..<match.length {
        let place: UInt16 =
          match.length == 1 ? 0x400 : offset == 0 ? 0x100 : offset == match.length - 1 ? 0x300 : 0x200
        views[index + offset].phrase = kinds | place
      }
      index += match.length
    }
  }

  // MARK: Stretches

  /// - Parameter gap: How many words without a capital may go on a name; nil for those alone that English names have.
  private mutating func appendStretches(
    _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>, gap: Int?
  ) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard mayBegin(index, tokens, before: sentence.upperBound) else {
        index += 1
        continue
      }
      let end =
        gap.map { endOfStretch(from: index, gap: $0, before: sentence.upperBound) }
        ?? endOfStretch(from: index, tokens, before: sentence.upperBound)
      stretches.append(Stretch(tokens: index..<end, sentence: sentence))
      index = end
    }
  }

  /// Whether a name may begin here: a capital, unless it is a word of grammar that begins a sentence before a
  /// lower-case word.
  @inline(__always)
  private func mayBegin(_ index: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int) -> Bool {
    let view = views[index]
    guard isCapital(view) else { return isParticleBeforeName(index, tokens, before: end) }
    guard view.classes.contains(.functionWord), tokens[index].flags.contains(.sentenceStart) else {
      return true
    }
    return index + 1 < end && isCapital(views[index + 1])
  }

  /// Whether a small word of family names stands here before a capital: `bin Laden`, `von der Leyen`.
  @inline(__always)
  private func isParticleBeforeName(
    _ index: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int
  ) -> Bool {
    guard tokens[index].form == .lower, views[index].classes.contains(.particle), index + 1 < end,
      views[index].classes.isDisjoint(with: .functionWord)
    else { return false }
    return isCapital(views[index + 1])
      || (index + 2 < end && tokens[index + 1].form == .lower && isCapital(views[index + 2])
        && views[index + 1].classes.contains(.particle)
        && views[index + 1].classes.isDisjoint(with: .functionWord))
  }

  @inline(__always)
  private func isCapital(_ view: TokenView) -> Bool { view.form.rawValue &- 1 < 5 }

  private func endOfStretch(from start: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int) -> Int
  {
    var last = start
    var index = start + 1
    while index < end, index - last <= 3 {
      if isCapital(views[index]) || (tokens[index].form == .number && index == last + 1) {
        last = index
      } else if !joins(index, tokens) {
        break
      }
      index += 1
    }
    return last + 1
  }

  /// The most words without a capital that go on the name of an organisation: `Комитет по делам молодёжи`.
  private static let gap = 5

  /// One past the words that may go on a name where any word may.
  private func endOfStretch(from start: Int, gap: Int, before end: Int) -> Int {
    var last = start
    var index = start + 1
    while index < end, index - last <= gap {
      if isCapital(views[index]) { last = index }
      index += 1
    }
    return index
  }

  /// Whether a token may stand within a name without a capital of its own.
  @inline(__always)
  private func joins(_ index: Int, _ tokens: UnsafeBufferPointer<NameToken>) -> Bool {
    switch tokens[index].form {
    case .lower, .allCapitals, .number:
      views[index].classes.contains(.particle) || tokens[index].form == .number
    case .ampersand, .possessive, .slash, .dash: true
    default: false
    }
  }
}

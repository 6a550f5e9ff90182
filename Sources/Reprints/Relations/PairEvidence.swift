internal import TextAnalysis

/// What an alignment shows about two articles, counted in words: what relations are decided on.
struct PairEvidence {
  /// The words of one article's side.
  struct Side {
    /// Its own words, without those that the other shows to be furniture.
    var own = 0
    /// Its own words that the other has.
    var shared = 0
    /// Its own words that are quoted on neither side.
    var narration = 0
    /// Of these, those that the other has.
    var sharedNarration = 0
    /// Words that it quotes and that are narration in the other.
    var quotedFromNarration = 0

    /// The share of its own words that the other has, 0 to 1.
    var containment: Double { own == 0 ? 0 : min(1, Double(shared) / Double(own)) }
    /// The share of its narration that the other has, 0 to 1.
    var narrationContainment: Double {
      narration == 0 ? 0 : min(1, Double(sharedNarration) / Double(narration))
    }
  }

  /// What a shared pair of words is.
  enum WordClass: UInt8 {
    case narration, quotation, boilerplate
  }

  var a: Side
  var b: Side
  /// Shared words of narration that are no mere names and stand in sentences that are no mere quotations.
  var pure = 0
  /// The best sentence: covered by the other text at two thirds or more, its pure words.
  var pureInBestSentence = 0
  /// Whether both begin with the same quotation, marks and all.
  var beginAlike = false
  /// Pure words in sentences that are a form filled in with other numbers.
  var pureInForms = 0
  /// Pure words in sentences about what has been going on for long.
  var pureBackground = 0
  /// Shared words that are quoted on either side.
  var quoted = 0
  /// Shared words of furniture and boilerplate.
  var boilerplate = 0
  /// Numbers that are the same in both, inside what is shared.
  var sameNumbers = 0
  /// Numbers that stand in the same place in both and differ.
  var otherNumbers = 0
  /// What stands between the words of passages that are shared.
  var slots = TemplateSlots()
  /// The words of the longest run that is the articles' own.
  var longestOwnRun = 0
  /// The class of each pair of words, run by run.
  var classes: [WordClass] = []

  /// Counts what two articles share.
  init(_ textA: ComparableText, _ textB: ComparableText, _ alignment: Alignment) {
    a = Side(own: textA.ownWords, narration: textA.narrationWords)
    b = Side(own: textB.ownWords, narration: textB.narrationWords)
    classes.reserveCapacity(alignment.matched)
    var sentencesA = SentenceTally(textA)
    var sentencesB = SentenceTally(textB)
    let speech = SharedSpeech(textA, textB)
    let standing = StandingParagraphs(textA, textB)
    var introductions = Introductions(textA)
    let unit = Self.wordsPerToken(alignment, textA)
    let leastMatched = Int(Double(Self.leastMatched(textA, textB, alignment)) / unit)
    for chain in alignment.chains {
      var purity = PurityWindow()
      let runs = alignment.runs[chain.runs]
      let whole: ComparableText.Marks = speech.contains(chain, runs) ? .quoted : []
      let standing = standing.words(of: runs)
      for run in runs { count(run, textA, textB, adding: whole, standing: standing, &purity) }
      countNumbers(runs, textA.words, textB.words, &sentencesA, &sentencesB)
      guard chain.matched >= leastMatched else { continue }
      let isFirstPerson = speech.isFirstPerson(chain, runs)
      for word in purity.pureWords() {
        switch word.use {
        case .nothing: continue
        case .quotedByA where isFirstPerson, .quotedByB where isFirstPerson: continue
        case .quotedByA:
          a.quotedFromNarration += 1
          continue
        case .quotedByB:
          b.quotedFromNarration += 1
          continue
        case .narration where introductions.contains(word.a): continue
        case .narration: pure += 1
        }
        let (sentenceA, sentenceB) = (textA.words.words[word.a].sentence, textB.words.words[word.b].sentence)
        sentencesA.addPure(sentenceA, in: sentenceB)
        sentencesB.addPure(sentenceB, in: sentenceA)
      }
      for run in runs {
        for index in run.aWords { sentencesA.addCovered(textA.words.words[index].sentence) }
        for index in run.bWords { sentencesB.addCovered(textB.words.words[index].sentence) }
      }
    }
    countNumbersBetween(alignment.chains, textA.words, textB.words)
    pureBackground = sentencesA.pureInBackground(of: textA)
    beginAlike = Self.beginAlike(textA, textB, alignment)
    pureInForms = max(sentencesA.pureInForms, sentencesB.pureInForms)
    pureInBestSentence = max(sentencesA.pureInBest(with: sentencesB), sentencesB.pureInBest(with: sentencesA))
    if unit < 1 { countInWords(unit) }
  }

  /// The words that a shared token stands for: one, or a half where it is a character of Chinese, Japanese or Korean.
  private static func wordsPerToken(_ alignment: Alignment, _ text: ComparableText) -> Double {
    guard alignment.matched > 0 else { return 1 }
    let halfWords = alignment.runs.reduce(0) { sum, run in
      run.aWords.reduce(sum) { $0 + text.text.tokens[Int(text.words.words[$1].token)].halfWords }
    }
    return Double(halfWords) / Double(2 * alignment.matched)
  }

  /// Brings what was counted in tokens to words.
  private mutating func countInWords(_ unit: Double) {
    for count in [
      \PairEvidence.pure, \.pureInBestSentence, \.pureInForms, \.pureBackground, \.quoted, \.boilerplate,
      \.longestOwnRun, \.a.quotedFromNarration, \.b.quotedFromNarration, \.a.sharedNarration,
      \.b.sharedNarration,
      \.a.narration, \.b.narration, \.a.shared, \.b.shared, \.a.own, \.b.own,
    ] { self[keyPath: count] = Int((Double(self[keyPath: count]) * unit).rounded()) }
  }

  /// The words of a chain from which on it counts as pure; shorter ones are turns of phrase that two writers may both use.
  ///
  /// Where a tenth of the shorter article or more is shared, scraps lie so densely that shorter ones tell of a text that
  /// was worked over.
  private static func leastMatched(_ a: ComparableText, _ b: ComparableText, _ alignment: Alignment) -> Int {
    alignment.matched * 10 >= min(a.ownWords, b.ownWords) ? 9 : 11
  }

  private static func beginAlike(_ a: ComparableText, _ b: ComparableText, _ alignment: Alignment) -> Bool {
    guard let firstA = a.marks.firstIndex(where: { $0.isDisjoint(with: .notOwn) }),
      a.marks[firstA].contains(.quoted),
      let firstB = b.marks.firstIndex(where: { $0.isDisjoint(with: .notOwn) }),
      b.marks[firstB].contains(.quoted)
    else { return false }
    return alignment.chains.contains { $0.aWords.lowerBound == firstA && $0.bWords.lowerBound == firstB }
  }

  private mutating func countNumbers(
    _ runs: ArraySlice<Alignment.Run>, _ wordsA: WordList, _ wordsB: WordList,
    _ sentencesA: inout SentenceTally,
    _ sentencesB: inout SentenceTally
  ) {
    var previous: Alignment.Run?
    for run in runs {
      for offset in 0..<run.count where wordsA.words[run.a + offset].isNumber {
        sameNumbers += 1
        sentencesA.addSameNumber(wordsA.words[run.a + offset].sentence)
        sentencesB.addSameNumber(wordsB.words[run.b + offset].sentence)
      }
      if let previous {
        slots.count(previous.aWords.upperBound..<run.a, previous.bWords.upperBound..<run.b, wordsA, wordsB)
        let inA = (previous.aWords.upperBound..<run.a).count { wordsA.words[$0].isNumber }
        let inB = (previous.bWords.upperBound..<run.b).count { wordsB.words[$0].isNumber }
        otherNumbers += min(inA, inB)
        sentencesA.addOtherNumbers(min(inA, inB), wordsA.words[run.a].sentence)
        sentencesB.addOtherNumbers(min(inA, inB), wordsB.words[run.b].sentence)
      }
      previous = run
    }
  }

  /// The most words between two passages that may be what a form has there.
  private static let widestSlot = 30

  /// Counts the numbers that differ between passages that follow one another in both texts: a form that is filled in has its
  /// figures there too.
  private mutating func countNumbersBetween(
    _ chains: [Alignment.Chain], _ wordsA: WordList, _ wordsB: WordList
  ) {
    let inOrder = chains.sorted { $0.aWords.lowerBound < $1.aWords.lowerBound }
    for (one, next) in zip(inOrder, inOrder.dropFirst()) {
      let (endA, endB) = (one.aWords.upperBound, one.bWords.upperBound)
      guard endA <= next.aWords.lowerBound, endB <= next.bWords.lowerBound,
        next.aWords.lowerBound - endA <= Self.widestSlot, next.bWords.lowerBound - endB <= Self.widestSlot
      else { continue }
      let inA = (endA..<next.aWords.lowerBound).count { wordsA.words[$0].isNumber }
      let inB = (endB..<next.bWords.lowerBound).count { wordsB.words[$0].isNumber }
      otherNumbers += min(inA, inB)
    }
  }

  private mutating func count(
    _ run: Alignment.Run, _ textA: ComparableText, _ textB: ComparableText, adding: ComparableText.Marks,
    standing: [Range<Int>], _ purity: inout PurityWindow
  ) {
    var ownInARow = 0
    let stock = stockSentences(of: run, textA)
    let listed = Enumerations.words(of: run.aWords, in: textA)
    for offset in 0..<run.count {
      let (indexA, indexB) = (run.a + offset, run.b + offset)
      var marksA = textA.marks[indexA].union(adding)
      let marksB = textB.marks[indexB].union(adding)
      if standing.contains(where: { $0.contains(indexA) }) { marksA.insert(.boilerplate) }
      if !marksA.union(marksB).isDisjoint(with: [.furniture, .boilerplate]) {
        boilerplate += 1
        classes.append(.boilerplate)
        ownInARow = 0
        a.leaveOut(textA.marks[indexA])
        b.leaveOut(textB.marks[indexB])
        continue
      }
      ownInARow += 1
      longestOwnRun = max(longestOwnRun, ownInARow)
      a.share(textA.marks[indexA], with: marksB)
      b.share(textB.marks[indexB], with: marksA)
      let isQuoted = marksA.union(marksB).contains(.quoted)
      classes.append(isQuoted ? .quotation : .narration)
      if isQuoted { quoted += 1 }
      let isStock =
        stock.contains(textA.words.words[indexA].sentence) || listed.contains { $0.contains(indexA) }
      purity.append(
        PurityWindow.Word(
          a: indexA, b: indexB, isCapitalised: textA.words.words[indexA].isCapitalised,
          use: isStock ? .nothing : use(of: indexA, indexB, marksA, marksB, textA, textB)))
    }
  }
}

extension PairEvidence {
  private func use(
    of indexA: Int, _ indexB: Int, _ marksA: ComparableText.Marks, _ marksB: ComparableText.Marks,
    _ textA: ComparableText, _ textB: ComparableText
  ) -> PurityWindow.Use {
    switch (marksA.contains(.quoted), marksB.contains(.quoted)) {
    case (true, true): return .nothing
    case (true, false): return .quotedByA
    case (false, true): return .quotedByB
    case (false, false):
      let isSpeech = textA.isMostlyQuoted(sentenceOf: indexA) || textB.isMostlyQuoted(sentenceOf: indexB)
      return isSpeech ? .nothing : .narration
    }
  }

  /// The sentences of a run that hold a stock phrase.
  private func stockSentences(of run: Alignment.Run, _ text: ComparableText) -> [UInt32] {
    run.aWords.compactMap { index in
      StockPhrases.table.phraseLength(at: index, in: text.words.hashes, before: run.aWords.upperBound) == nil
        ? nil : text.words.words[index].sentence
    }
  }
}

extension PairEvidence.Side {
  fileprivate init(own: Int, narration: Int) {
    self.own = own
    self.narration = narration
  }

  /// Leaves a word out of what is the article's own, where the other shows it to be furniture.
  fileprivate mutating func leaveOut(_ marks: ComparableText.Marks) {
    guard marks.isDisjoint(with: .notOwn) else { return }
    own -= 1
    if !marks.contains(.quoted) { narration -= 1 }
  }

  /// Counts a word that the other has.
  fileprivate mutating func share(_ marks: ComparableText.Marks, with other: ComparableText.Marks) {
    guard marks.isDisjoint(with: .notOwn) else { return }
    shared += 1
    guard !marks.contains(.quoted) else { return }
    if other.contains(.quoted) { narration -= 1 } else { sharedNarration += 1 }
  }
}

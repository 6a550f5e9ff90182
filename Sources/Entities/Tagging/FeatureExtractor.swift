/// Makes the features of a token as the model knows them: 32-bit hashes of what stands at it and around it.
package struct FeatureExtractor {
  private let tokens: UnsafeBufferPointer<NameToken>
  private let views: UnsafeBufferPointer<TokenView>
  private let topic: UInt32
  /// The endings of the tokens; empty in English, whose features they are none of.
  private let endings: UnsafeBufferPointer<WordEndings>
  private var run = Run()

  /// The room that the features of one token take at most.
  package static let most = 128
  /// How many of the first features are of the word itself.
  package static let ofWord = 4

  /// The capitalised words side by side that a token is among.
  private struct Run {
    var range = 0..<0
    var shape: UInt32 = 0
    var before: UInt32 = 0
    var beforeClasses: UInt32 = 0
    var after: UInt32 = 0
    var afterClasses: UInt32 = 0
  }

  package init(
    _ tokens: UnsafeBufferPointer<NameToken>, _ views: UnsafeBufferPointer<TokenView>, topic: UInt32,
    endings: UnsafeBufferPointer<WordEndings>
  ) {
    self.tokens = tokens
    self.endings = endings
    self.topic = topic
    self.views = views
  }

  /// What stands at a token, condensed to numbers that features are mixed from.
  private struct Site {
    var word: UInt32
    var form: UInt32
    var classes: UInt32
    var phrase: UInt32

    static let outside = Site(word: 3, form: 31, classes: 0xFFFF, phrase: 0xFFFF)
  }

  @inline(__always)
  private func site(_ index: Int, in sentence: Range<Int>) -> Site {
    guard sentence.contains(index) else { return .outside }
    let view = views[index]
    // The lists from `demonym` on, without those for the search of phrases.
    let classes = view.classes.rawValue >> 5 & 0x3_EFFF
    return Site(
      word: view.word, form: UInt32(view.form.rawValue), classes: classes, phrase: UInt32(view.phrase))
  }

  @inline(__always)
  private func isCapital(_ index: Int) -> Bool { views[index].form.rawValue &- 1 < 5 }

  /// Writes the features of a token and returns their number.
  @inline(__always)
  package mutating func write(
    at index: Int, in sentence: Range<Int>, to keys: UnsafeMutablePointer<UInt32>
  ) -> Int {
    if !run.range.contains(index) { run = findRun(index, in: sentence) }
    var sink = Sink(keys: keys)
    let here = site(index, in: sentence)
    let before = site(index - 1, in: sentence)
    let after = site(index + 1, in: sentence)
    let before2 = site(index - 2, in: sentence)
    let after2 = site(index + 2, in: sentence)
    let flags = UInt32(tokens[index].flags.rawValue & 0x0F)
    let view = views[index]

    // The words.
    // Those of the word itself come first: training leaves them out now and then.
    sink.add(1, here.word)
    sink.add(6, before.word, here.word)
    sink.add(7, here.word, after.word)
    sink.add(11, here.word, here.form)
    sink.add(2, before.word)
    sink.add(3, after.word)
    sink.add(4, before2.word)
    sink.add(5, after2.word)
    sink.add(8, before.word, after.word)
    sink.add(12, tokens[index].suffix)

    // The forms.
    sink.add(13, here.form, flags)
    sink.add(14, before.form, here.form)
    sink.add(15, here.form, after.form)
    sink.add(16, before.form << 16 | here.form, after.form)
    sink.add(17, before2.form << 24 | before.form << 16 | here.form, after.form << 8 | after2.form)
    sink.add(18, UInt32(view.lexicon.casing), here.form << 8 | flags)
    sink.add(19, UInt32(view.lexicon.cluster), here.form)
    let clusterBefore = sentence.contains(index - 1) ? UInt32(views[index - 1].lexicon.cluster) : 0
    let clusterAfter = sentence.contains(index + 1) ? UInt32(views[index + 1].lexicon.cluster) : 0
    sink.add(40, UInt32(view.lexicon.cluster), clusterBefore)
    sink.add(41, UInt32(view.lexicon.cluster), clusterAfter)
    sink.add(42, UInt32(view.lexicon.cluster) << 16 | UInt32(view.phrase), here.form)
    sink.add(43, UInt32(view.lexicon.cluster), UInt32(view.signs))

    // The lists.
    sink.add(20, here.classes)
    sink.add(21, before.classes)
    sink.add(22, after.classes)
    sink.add(23, before.classes, here.classes)
    sink.add(24, here.classes, after.classes)
    sink.add(25, before2.classes, before.classes)
    sink.add(26, after.classes, after2.classes)
    sink.add(27, here.phrase)
    sink.add(28, here.phrase, here.classes)
    sink.add(29, before.phrase, here.phrase)
    sink.add(30, here.phrase, after.phrase)
    sink.add(31, here.phrase << 8 | here.form, flags << 8 | UInt32(view.lexicon.casing))
    sink.add(32, here.phrase, before.word)
    sink.add(33, here.phrase, after.word)
    sink.add(34, before.classes << 8 | before.form, here.form << 8 | after.form)
    sink.add(35, after.classes << 8 | after.form, here.form << 8 | before.form)

    // The rest of the document.
    sink.add(36, UInt32(view.signs))
    sink.add(37, UInt32(view.signs), here.classes)
    sink.add(38, UInt32(view.signs) << 16 | here.phrase, here.form)
    var signs = view.signs
    while signs != 0 {
      sink.add(39, UInt32(signs & (0 &- signs)), here.form)
      signs &= signs &- 1
    }
    writeTopic(here, before, after, view, to: &sink)
    writeRun(index, here, to: &sink)
    if !endings.isEmpty { writeEndings(index, here, in: sentence, to: &sink) }
    return sink.count
  }

  /// How the words begin and end, and the groups of words that they and their neighbours are used like.
  @inline(__always)
  private func writeEndings(_ index: Int, _ here: Site, in sentence: Range<Int>, to sink: inout Sink) {
    let own = endings[index]
    let before = sentence.contains(index - 1) ? endings[index - 1] : .none
    let after = sentence.contains(index + 1) ? endings[index + 1] : .none
    sink.add(70, own.two, here.form)
    sink.add(71, own.three, here.form)
    sink.add(72, own.four, here.form)
    sink.add(73, own.beginning, here.form)
    sink.add(74, before.two, own.two)
    sink.add(75, own.two, after.two)
    sink.add(76, before.three)
    sink.add(77, after.three)
    let group = UInt32(views[index].lexicon.group)
    let groupBefore = groupOf(index - 1, in: sentence)
    let groupAfter = groupOf(index + 1, in: sentence)
    sink.add(80, group, here.form)
    sink.add(81, groupBefore, here.form)
    sink.add(82, groupAfter, here.form)
    sink.add(83, groupOf(index - 2, in: sentence), here.form)
    sink.add(84, groupOf(index + 2, in: sentence), here.form)
    sink.add(85, groupBefore, group)
    sink.add(86, group, groupAfter)
    sink.add(87, groupBefore, groupAfter)
    sink.add(88, group << 16 | here.phrase, here.classes)
    guard run.range.contains(index) else { return }
    let first = UInt32(views[run.range.lowerBound].lexicon.group)
    let last = UInt32(views[run.range.upperBound - 1].lexicon.group)
    let place = UInt32(min(index - run.range.lowerBound, 3)) << 4 | UInt32(min(run.range.count, 4))
    sink.add(89, first, place)
    sink.add(90, last, place)
    sink.add(91, groupOf(run.range.lowerBound - 1, in: sentence), place)
    sink.add(92, groupOf(run.range.upperBound, in: sentence), place)
  }

  @inline(__always)
  private func groupOf(_ index: Int, in sentence: Range<Int>) -> UInt32 {
    sentence.contains(index) ? UInt32(views[index].lexicon.group) : 0xFFFF
  }

  /// What a name means in the topic of its document, and beside numbers, as in tables of results.
  @inline(__always)
  private func writeTopic(_ here: Site, _ before: Site, _ after: Site, _ view: TokenView, to sink: inout Sink)
  {
    sink.add(64, here.phrase << 8 | after.form, before.form)
    guard topic > 0 else { return }
    sink.add(65, here.phrase, topic << 8 | here.form)
    sink.add(66, here.phrase << 8 | after.form, topic << 8 | before.form)
    sink.add(67, UInt32(view.lexicon.cluster), topic << 8 | here.form)
    sink.add(68, before.word, topic)
    sink.add(69, after.word, topic)
  }

  // MARK: Runs

  private func findRun(_ index: Int, in sentence: Range<Int>) -> Run {
    guard isCapital(index) else { return Run() }
    var start = index
    while start > sentence.lowerBound, isCapital(start - 1) { start -= 1 }
    var end = index + 1
    while end < sentence.upperBound, isCapital(end) { end += 1 }
    let before = site(start - 1, in: sentence)
    let after = site(end, in: sentence)
    let starts: UInt32 = tokens[start].flags.contains(.sentenceStart) ? 1 : 0
    return Run(
      range: start..<end, shape: UInt32(min(end - start, 6)) << 1 | starts, before: before.word,
      beforeClasses: before.classes, after: after.word, afterClasses: after.classes)
  }

  @inline(__always)
  private func writeRun(_ index: Int, _ here: Site, to sink: inout Sink) {
    guard run.range.contains(index) else { return }
    let place =
      UInt32(min(index - run.range.lowerBound, 3)) << 4 | UInt32(min(run.range.upperBound - 1 - index, 3))
    let first = views[run.range.lowerBound]
    let last = views[run.range.upperBound - 1]
    let firstClasses = first.classes.rawValue >> 5 & 0x3_EFFF
    let lastClasses = last.classes.rawValue >> 5 & 0x3_EFFF
    sink.add(50, place, run.shape)
    sink.add(51, last.word, place & 0xF0)
    sink.add(52, first.word, place & 0x0F)
    sink.add(53, lastClasses, place)
    sink.add(54, firstClasses, place)
    sink.add(55, run.before, place)
    sink.add(56, run.after, place)
    sink.add(57, run.beforeClasses, place << 8 | run.shape)
    sink.add(58, run.afterClasses, place << 8 | run.shape)
    sink.add(59, firstClasses << 4 | UInt32(min(run.range.count, 4)), lastClasses)
    sink.add(63, UInt32(first.lexicon.cluster) << 8 | UInt32(last.lexicon.cluster), place)
    sink.add(62, UInt32(first.phrase) << 16 | UInt32(last.phrase), place)
  }

  // MARK: Keys

  private struct Sink {
    let keys: UnsafeMutablePointer<UInt32>
    var count = 0

    @inline(__always)
    mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      let wide = (UInt64(a) << 32 | UInt64(b)) &+ UInt64(template) &* 0x9E37_79B9_7F4A_7C15
      let mixed = (wide ^ wide >> 32) &* 0xD6E8_FEB8_6659_FD93
      let key = UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
      keys[count] = key == 0 ? 1 : key
      count += 1
    }
  }
}

import Entities
import TextAnalysis

/// What is learned of single words from text: how they are mostly written, and what a model that sees only their
/// surroundings takes them for.
struct LexiconTable {
  private(set) var bits = 4
  private(set) var slots: [UInt64] = []
  private var counts: [UInt32: Count] = [:]

  private struct Count {
    var lower = 0
    var capitalised = 0
    var capitals = 0
    /// How often the word was taken for a person, an organisation, a place, and for no name.
    var classes = SIMD4<Int32>(repeating: 0)
    /// The group of words that it is used like, 0 for none.
    var group: UInt16 = 0

    var all: Int { lower + capitalised + capitals }
  }

  private static let minimum = 3

  /// Learns how words are written, outside lines of capitals and starts of sentences.
  init(_ documents: some Sequence<NameDocument>) {
    for document in documents {
      for token in document.tokens
      where token.flags.isDisjoint(with: [.sentenceStart, .afterBreak, .capitalsLine, .titleLine]) {
        let word = UInt32(truncatingIfNeeded: token.hash) | 1
        switch token.form {
        case .lower: counts[word, default: Count()].lower += 1
        case .capitalised, .mixed: counts[word, default: Count()].capitalised += 1
        case .allCapitals, .dotted, .initial: counts[word, default: Count()].capitals += 1
        default: break
        }
      }
    }
    counts = counts.filter { $0.value.all >= Self.minimum }
    fill()
  }

  /// Learns what capitalised words are taken for by a tagger that was trained without the words themselves.
  mutating func learnClasses(_ documents: some Sequence<NameDocument>, tagger: TrainedTagger) {
    for document in documents {
      var labels = [Int](repeating: 3, count: document.tokens.count)
      for span in tagger.spans(in: document) {
        for token in span.tokens { labels[token] = NameLabel(span.entityClass, begins: true).rawValue / 2 }
      }
      for (token, label) in zip(document.tokens, labels)
      where token.hasCapital && token.flags.isDisjoint(with: [.capitalsLine, .titleLine]) {
        counts[UInt32(truncatingIfNeeded: token.hash) | 1]?.classes[label] += 1
      }
    }
    fill()
  }

  /// Takes the groups that words are used like, of as many words as a table of 2^17 slots holds.
  ///
  /// - Parameter groups: Words in their normal form, the most frequent first, each with the number of its group.
  mutating func learnGroups(_ groups: [(word: String, group: UInt16)]) {
    let most = 91_000
    for entry in groups {
      let word = UInt32(truncatingIfNeeded: TokenHash.hash(entry.word.utf8)) | 1
      guard counts.count < most || counts[word] != nil else { continue }
      if counts[word, default: Count()].group == 0 { counts[word, default: Count()].group = entry.group }
    }
    fill()
  }

  private mutating func fill() {
    bits = 4
    while Double(1 << bits) * 0.7 < Double(counts.count) { bits += 1 }
    slots = [UInt64](repeating: 0, count: 1 << bits)
    for word in counts.keys.sorted() {
      guard let count = counts[word] else { continue }
      var slot = Int(word >> 1) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] =
        UInt64(word) | UInt64(Self.casing(count)) << 32 | UInt64(Self.profile(count)) << 40
        | UInt64(count.group) << 48
    }
  }

  private static func casing(_ count: Count) -> UInt8 {
    let all = count.all
    if all == 0 { return 0 }
    if count.lower * 10 >= all * 9 { return 1 }
    if count.capitals * 2 > all { return 3 }
    if count.lower * 10 <= all { return 2 }
    return 4
  }

  /// The shares of the three classes in four steps each, and how often the word was seen in three; 0 for a word
  /// that was hardly seen.
  private static func profile(_ count: Count) -> UInt8 {
    let all = count.classes.wrappedSum()
    guard all >= 3 else { return 0 }
    var profile: UInt8 = all < 10 ? 1 : all < 50 ? 2 : 3
    for lane in 0..<3 {
      let share = Double(count.classes[lane]) / Double(all)
      profile = profile << 2 | (share < 0.05 ? 0 : share < 0.3 ? 1 : share < 0.7 ? 2 : 3)
    }
    return profile
  }

  /// Calls with the table as the model reads it.
  func withLexicon<T>(_ body: (WordLexicon) throws -> T) rethrows -> T {
    try slots.withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { preconditionFailure("a table has 16 slots at least") }
      return try body(WordLexicon(slots: start, count: slots.count))
    }
  }
}

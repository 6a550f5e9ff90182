import Entities

/// Learns how words are mostly written, from texts outside lines of capitals and starts of sentences.
struct LexiconTable {
  let bits: Int
  let slots: [UInt64]

  private struct Count {
    var lower = 0
    var capitalised = 0
    var capitals = 0
  }

  init(_ examples: [TrainingExample], minimum: Int = 3) {
    var counts: [UInt32: Count] = [:]
    for example in examples {
      for token in example.document.tokens
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
    let entries = counts.filter { $0.value.lower + $0.value.capitalised + $0.value.capitals >= minimum }
    var bits = 4
    while Double(1 << bits) * 0.7 < Double(entries.count) { bits += 1 }
    var slots = [UInt64](repeating: 0, count: 1 << bits)
    for word in entries.keys.sorted() {
      guard let count = entries[word] else { continue }
      var slot = Int(word >> 1) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(word) | UInt64(Self.casing(count)) << 32
    }
    self.bits = bits
    self.slots = slots
  }

  private static func casing(_ count: Count) -> UInt8 {
    let all = count.lower + count.capitalised + count.capitals
    if count.lower * 10 >= all * 9 { return 1 }
    if count.capitals * 2 > all { return 3 }
    if count.lower * 10 <= all { return 2 }
    return 4
  }

  /// Calls with the table as the model reads it.
  func withLexicon<T>(_ body: (WordLexicon) throws -> T) rethrows -> T {
    try slots.withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { preconditionFailure("a table has 16 slots at least") }
      return try body(WordLexicon(slots: start, count: slots.count))
    }
  }
}

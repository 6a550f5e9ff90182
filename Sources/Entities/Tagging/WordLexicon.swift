/// How words are mostly written, learned from text, so that capitals that only a line or a sentence's start
/// gives can be told from a name's.
package struct WordLexicon: @unchecked Sendable {
  // Sendable because the bytes are read-only and live as long as their owner, which is the program.

  /// What is known of a word.
  package struct Entry {
    /// 0 not known, 1 in lower case, 2 capitalised, 3 in capitals, 4 both lower case and capitalised.
    package var casing: UInt8
    /// What it is taken for where only its surroundings are seen: shares of people, organisations and places in
    /// 2 bits each, and how often it was seen; 0 for a word not known.
    package var cluster: UInt8
    /// The number of the group of words that it is used like, from 1; 0 for none, as for all words of English.
    package var group: UInt16

    package init(casing: UInt8, cluster: UInt8, group: UInt16 = 0) {
      self.casing = casing
      self.cluster = cluster
      self.group = group
    }

    static let unknown = Entry(casing: 0, cluster: 0)
  }

  private let slots: UnsafePointer<UInt64>
  private let mask: Int

  /// Reads a table of a power of two of slots: the word in the low half, casing, cluster and group above.
  package init(slots: UnsafePointer<UInt64>, count: Int) {
    self.slots = slots
    mask = count - 1
  }

  @inline(__always)
  package func entry(of word: UInt32) -> Entry {
    var slot = Int(word >> 1) & mask
    while true {
      let value = slots[slot]
      if value == 0 { return .unknown }
      if UInt32(truncatingIfNeeded: value) == word {
        return Entry(
          casing: UInt8(truncatingIfNeeded: value >> 32), cluster: UInt8(truncatingIfNeeded: value >> 40),
          group: UInt16(truncatingIfNeeded: value >> 48))
      }
      slot = (slot + 1) & mask
    }
  }
}

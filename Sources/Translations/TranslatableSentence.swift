/// What a sentence gives to be compared with a sentence in another language.
struct TranslatableSentence: Sendable {
  /// A word with what it can be found by.
  struct Word: Sendable {
    /// Places in the table of English stems, of which one must be found; of an English word its own, or none.
    var stems: [UInt16]
    /// The key by which it is found where it is a name.
    var name: UInt32?
  }

  /// Its UTF-8 bytes in the text.
  let bytes: Range<Int>
  /// The number of its words.
  let wordCount: Int
  /// Its words of three letters and more, each once.
  let words: [Word]
  /// Its numbers of two digits and more, as written without marks, each once, in order.
  let numbers: [String]
}

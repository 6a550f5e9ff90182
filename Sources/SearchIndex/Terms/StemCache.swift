import Storage
import TextAnalysis

/// The terms of words, remembered: asking Xapian's stemmer takes longer than everything else about a word.
///
/// A word is looked up by a hash of its lower-case bytes, its language and its field, with a key that every process draws
/// anew: a text cannot be made to fill one part of the table. The bytes themselves are compared too, so that no word is
/// ever taken for another. It has a number, from 1 without gaps, by which others can remember more of it; 0 is that of
/// words that are not indexed. Belongs to one thread.
final class StemCache {
  /// A place in the table: free where the key is 0.
  private struct Entry {
    var key: UInt64 = 0
    var word: UInt32 = 0
    /// Where the word lies among all words.
    var start: UInt32 = 0
  }

  /// The places that a table begins with: enough for a query, for which one is made each time.
  private static let fewestEntries = 1 << 8

  /// The terms, back to back.
  private var bytes: [UInt8] = []
  /// For each word where its term ends.
  private var ends: [Int] = [0]
  /// The words as they were looked up, back to back, each after its length, its language and its field.
  private var words: [UInt8] = []
  private var entries = [Entry](repeating: Entry(), count: StemCache.fewestEntries)
  private var used = 0
  private var stemmers: [String: LanguageStemmer] = [:]
  private let most: Int
  /// How often all words were forgotten: their numbers are good for one epoch.
  private(set) var epoch = 0

  /// Makes an empty cache.
  ///
  /// - Parameter most: The number of words after which ``startOver()`` forgets all.
  init(most: Int = 1 << 18) { self.most = most }

  /// One more than the highest number of a word.
  var wordLimit: Int { ends.count }

  /// The stemmer of a language, with a number that tells languages apart in the table.
  func stemmer(language: String) -> LanguageStemmer {
    if let known = stemmers[language] { return known }
    let made = LanguageStemmer(language: language, number: UInt64(stemmers.count + 1))
    stemmers[language] = made
    return made
  }

  /// Forgets all words where they have become too many; their numbers are given to others then.
  func startOver() {
    guard used > most else { return }
    epoch += 1
    entries = [Entry](repeating: Entry(), count: Self.fewestEntries)
    used = 0
    bytes.removeAll()
    words.removeAll()
    ends = [0]
  }

  /// The number of a lower-case word; 0 for one that is not indexed.
  @inline(__always)
  func number(of word: UnsafeBufferPointer<UInt8>, stemmer: LanguageStemmer, field: Field) -> UInt32 {
    // Its stem would be too long for a term.
    guard word.count <= Self.mostWordBytes else { return 0 }
    let salt = stemmer.number << 8 | (field == .title ? 1 : 0)
    let key = WordHash.hash(word, salt: salt, key: Self.drawnKey) | 1
    var index = Int(truncatingIfNeeded: key >> 1) & (entries.count - 1)
    while true {
      let entry = entries[index]
      if entry.key == key, isWord(word, of: entry, salt) { return entry.word }
      if entry.key == 0 { return add(word, key: key, salt: salt, stemmer: stemmer, field: field) }
      index = (index + 1) & (entries.count - 1)
    }
  }

  /// More bytes than any term has.
  private static let mostWordBytes = 255
  /// The bytes before a word.
  private static let headBytes = 3

  /// Drawn once for each process.
  private static let drawnKey = UInt64.random(in: .min ... .max)

  /// Whether an entry is that of a word, and not of one with the same hash.
  @inline(__always)
  private func isWord(_ word: UnsafeBufferPointer<UInt8>, of entry: Entry, _ salt: UInt64) -> Bool {
    words.withUnsafeBufferPointer { words in
      guard let known = words.baseAddress.map({ $0 + Int(entry.start) }), Int(known[0]) == word.count,
        UInt64(known[1]) << 8 | UInt64(known[2]) == salt
      else { return false }
      return UnsafeBufferPointer(start: known + Self.headBytes, count: word.count).byteOrder(to: word) == 0
    }
  }

  /// Gives the term of a word to `body`, prefix included, good until it returns.
  func withTerm<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes[ends[Int(number) - 1]..<ends[Int(number)]].withUnsafeBufferPointer(body)
  }

  @inline(never)
  private func add(
    _ word: UnsafeBufferPointer<UInt8>, key: UInt64, salt: UInt64, stemmer: LanguageStemmer, field: Field
  ) -> UInt32 {
    let offset = bytes.count
    bytes.append(contentsOf: field.rawValue.utf8)
    let start = bytes.count
    stemmer.appendStem(of: word, to: &bytes)
    var number = UInt32(ends.count)
    if bytes.count == start || bytes.count - offset > LongTerm.mostBytes {
      bytes.removeLast(bytes.count - offset)
      number = 0
    } else {
      ends.append(bytes.count)
    }
    if used * 2 >= entries.count { grow() }
    insert(Entry(key: key, word: number, start: UInt32(words.count)))
    words += [UInt8(word.count), UInt8(truncatingIfNeeded: salt >> 8), UInt8(truncatingIfNeeded: salt)]
    words += word
    used += 1
    return number
  }

  private func insert(_ entry: Entry) {
    var index = Int(truncatingIfNeeded: entry.key >> 1) & (entries.count - 1)
    while entries[index].key != 0 { index = (index + 1) & (entries.count - 1) }
    entries[index] = entry
  }

  private func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != 0 { insert(entry) }
  }
}

internal import CXapianShim
import TextAnalysis

/// The terms of words, remembered: asking Xapian's stemmer takes longer than everything else about a word.
///
/// A word is looked up by a hash of its lower-case bytes, its language and its field. Terms lie back to back
/// in one buffer, in which an article's other bytes are placed for a while too, so that one call of the shim can
/// take everything from one buffer. Belongs to one thread.
final class StemCache {
  /// A place in the table: free where the key is 0.
  private struct Entry {
    var key: UInt64 = 0
    var term = cxs_slice()
  }

  /// The places that a table begins with: enough for a query, for which one is made each time.
  private static let fewestEntries = 1 << 8

  /// The terms, and after ``keptBytes`` whatever the caller has placed there.
  var bytes: [UInt8] = []
  /// The bytes that hold terms.
  private(set) var keptBytes = 0
  private var entries = [Entry](repeating: Entry(), count: StemCache.fewestEntries)
  private var used = 0
  private var stemmers: [String: Stemmer] = [:]
  private let most: Int

  /// Makes an empty cache.
  ///
  /// - Parameter most: The number of words after which ``startOver()`` forgets all.
  init(most: Int = 1 << 18) { self.most = most }

  /// The stemmer of a language, with a number that tells languages apart in the table.
  func stemmer(language: String) -> Stemmer {
    if let known = stemmers[language] { return known }
    let made = Stemmer(language: language, number: UInt64(stemmers.count + 1))
    stemmers[language] = made
    return made
  }

  /// Drops what was placed after the terms, and the terms too where they have become too many.
  ///
  /// Slices that were handed out are good until then.
  func startOver() {
    bytes.removeLast(bytes.count - keptBytes)
    guard used > most else { return }
    entries = [Entry](repeating: Entry(), count: Self.fewestEntries)
    used = 0
    keptBytes = 0
    bytes.removeAll()
  }

  /// Places bytes of the caller behind the terms, until ``startOver()``.
  ///
  /// Terms found later would lie behind them: place them when all words have been looked up.
  func place(_ content: some Collection<UInt8>) -> cxs_slice {
    let offset = bytes.count
    bytes.append(contentsOf: content)
    return cxs_slice(offset: UInt32(offset), length: UInt32(bytes.count - offset))
  }

  /// The term of a lower-case word; of length 0 for one that is not indexed.
  @inline(__always)
  func term(_ word: UnsafeBufferPointer<UInt8>, stemmer: Stemmer, field: Field) -> cxs_slice {
    let key = Self.key(word, salt: stemmer.number << 8 | (field == .title ? 1 : 0))
    var index = Int(truncatingIfNeeded: key) & (entries.count - 1)
    while true {
      let entry = entries[index]
      if entry.key == key { return entry.term }
      if entry.key == 0 { return add(word, key: key, stemmer: stemmer, field: field) }
      index = (index + 1) & (entries.count - 1)
    }
  }

  @inline(never)
  private func add(_ word: UnsafeBufferPointer<UInt8>, key: UInt64, stemmer: Stemmer, field: Field)
    -> cxs_slice
  {
    precondition(bytes.count == keptBytes, "words are looked up before other bytes are placed")
    let offset = bytes.count
    bytes.append(contentsOf: field.rawValue.utf8)
    let start = bytes.count
    stemmer.appendStem(of: word, to: &bytes)
    if bytes.count == start || bytes.count - offset > LongTerm.mostBytes {
      bytes.removeLast(bytes.count - offset)
    }
    keptBytes = bytes.count
    let term = cxs_slice(offset: UInt32(offset), length: UInt32(bytes.count - offset))
    if used * 2 >= entries.count { grow() }
    insert(Entry(key: key, term: term))
    used += 1
    return term
  }

  private func insert(_ entry: Entry) {
    var index = Int(truncatingIfNeeded: entry.key) & (entries.count - 1)
    while entries[index].key != 0 { index = (index + 1) & (entries.count - 1) }
    entries[index] = entry
  }

  private func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != 0 { insert(entry) }
  }

  /// A hash of 64 bits, never 0, eight bytes at a time.
  @inline(__always)
  private static func key(_ word: UnsafeBufferPointer<UInt8>, salt: UInt64) -> UInt64 {
    var hash = (salt &+ UInt64(word.count)) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    let raw = UnsafeRawBufferPointer(word)
    while index + 8 <= word.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < word.count {
      rest = rest << 8 | UInt64(word[index])
      index += 1
    }
    return mixed(hash ^ rest) | 1
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

internal import Query
internal import SearchIndex
internal import Synchronization
internal import TextAnalysis

/// Stems of words of one language as keys, so that an extract marks what the index found: `warned` for a query of
/// `warning`.
final class WordStems: Sendable {
  /// The words that are remembered, some megabytes.
  private static let mostWords = 100_000

  private let memory = Mutex<Memory>(Memory())
  private let language: String?

  private struct Memory: ~Copyable {
    var keys = HashTable()
    let generator = TermGenerator()
  }

  /// - Parameter language: The language by which an article was indexed; nil for the default one.
  init(language: String? = nil) { self.language = language }

  /// The key of a query's token.
  func key(of token: QueryToken) -> UInt64 {
    Array(token.lowercased.utf8).withUnsafeBufferPointer { key(of: $0, hash: token.hash) }
  }

  /// The key of a word: the hash of its stem.
  ///
  /// - Parameters:
  ///   - lowercased: The word in lower case, as UTF-8.
  ///   - hash: The hash of its normal form, by which stems are remembered.
  func key(of lowercased: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt64 {
    memory.withLock { memory in
      if let known = memory.keys[hash] { return known }
      let word = AnalysedText(String(decoding: lowercased, as: UTF8.self))
      let stem = memory.generator.terms(of: word, language: language).first?.stem
      let key = stem.map { TokenHash.hash($0) } ?? hash
      if memory.keys.count >= Self.mostWords { memory.keys = HashTable() }
      memory.keys[hash] = key
      return key
    }
  }
}

/// Numbers by hashes whose bits are well mixed: found in a few steps, where a dictionary would hash the hash again.
private struct HashTable {
  /// A place of the table: free where the hash is 0.
  private struct Entry {
    var hash: UInt64 = 0
    var number: UInt64 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << 10)
  private(set) var count = 0

  /// The number of a hash, of which there is one for each at most; none is kept for 0.
  subscript(hash: UInt64) -> UInt64? {
    get {
      let entry = entries[place(of: hash)]
      return entry.hash == 0 ? nil : entry.number
    }
    set {
      guard let newValue, hash != 0 else { return }
      if count * 2 >= entries.count { grow() }
      let place = place(of: hash)
      if entries[place].hash == 0 { count += 1 }
      entries[place] = Entry(hash: hash, number: newValue)
    }
  }

  /// Where a hash is, or would be.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
    while entries[place].hash != hash, entries[place].hash != 0 { place = (place + 1) & (entries.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.hash != 0 { entries[place(of: entry.hash)] = entry }
  }
}

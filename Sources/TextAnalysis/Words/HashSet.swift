package import Lexicons

/// A set of hashes of words or phrases, for questions asked of every word of a text.
///
/// The hashes are as good as random already: `Set` would hash each of them once more, which takes longer than to look
/// it up.
public struct HashSet: Sendable {
  /// Open addressing in a power of two of slots, at most half of them taken; 0 is an empty one, and the hash 0 is kept
  /// as 1.
  @usableFromInline var slots: ContiguousArray<UInt64> = []
  /// The number of hashes.
  public private(set) var count = 0

  /// Starts an empty set, which takes no memory.
  public init() {}

  /// Lists words in their normal form, separated by white space.
  public init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map { TokenHash.hash($0.utf8) })
  }

  /// Takes the words of a list in all languages, or in one.
  package init(_ name: Lexicon.Name, _ language: String? = nil) {
    let entries = language.map { Lexicon(name, $0)?.entries ?? [] } ?? Lexicon.entries(name)
    self.init(entries.map { NormalForm.hash($0) })
  }

  /// Takes some hashes.
  @inlinable
  public init(_ hashes: some Sequence<UInt64>) {
    for hash in hashes { insert(hash) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Whether a hash is in the set.
  @inlinable
  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      guard !slots.isEmpty else { return false }
      let hash = max(1, hash)
      return slots[Self.slot(of: hash, in: slots)] == hash
    }
  }

  /// Adds a hash; false where the set has it already.
  @discardableResult
  public mutating func insert(_ hash: UInt64) -> Bool {
    let hash = max(1, hash)
    if (count + 1) * 2 > slots.count { grow() }
    let slot = slots.withUnsafeBufferPointer { Self.slot(of: hash, in: $0) }
    guard slots[slot] == 0 else { return false }
    slots[slot] = hash
    count += 1
    return true
  }

  /// Where a hash stands, or would stand.
  @inlinable
  @inline(__always)
  static func slot(of hash: UInt64, in slots: UnsafeBufferPointer<UInt64>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != hash, slots[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: 0, count: max(16, old.count * 2))
    for hash in old where hash != 0 {
      let slot = slots.withUnsafeBufferPointer { Self.slot(of: hash, in: $0) }
      slots[slot] = hash
    }
  }
}

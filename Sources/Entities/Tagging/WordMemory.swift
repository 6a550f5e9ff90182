internal import Synchronization

/// Remembers the lists that the words stand on which were asked for last: most words of a text are among the few
/// thousand that all texts are made of.
///
/// A look-up in the gazetteer reads three places in a megabyte of tables, one after the other; here it is one place in
/// 32 KB. All threads share the memory without a lock: a slot is one number, read and written whole, so that it always
/// says something true of some word.
struct WordMemory: @unchecked Sendable {
  // Sendable because the slots are atomic and live as long as the program.

  private static let count = 4096
  /// The low bits of a slot, which hold the lists.
  ///
  /// The rest are the high bits of the word's hash. With those that choose the slot, words are told apart by as much of
  /// their hashes as the gazetteer has of them.
  private static let classBits: UInt64 = 28

  private let slots: UnsafeMutablePointer<Atomic<UInt64>>

  init() {
    slots = .allocate(capacity: Self.count)
    for index in 0..<Self.count { (slots + index).initialize(to: Atomic(0)) }
  }

  /// The lists that a word stands on, looked up where they are not remembered.
  @inline(__always)
  func classes(ofWord hash: UInt64, lookUp: () -> WordClasses) -> WordClasses {
    let slot = slots + Int(truncatingIfNeeded: hash) & (Self.count - 1)
    let known = slot.pointee.load(ordering: .relaxed)
    if known >> Self.classBits == hash >> Self.classBits, known != 0 {
      return WordClasses(rawValue: UInt32(truncatingIfNeeded: known & (1 << Self.classBits - 1)))
    }
    let classes = lookUp()
    slot.pointee.store(
      (hash >> Self.classBits) << Self.classBits | UInt64(classes.rawValue), ordering: .relaxed)
    return classes
  }
}

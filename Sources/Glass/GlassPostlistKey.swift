import Glibc

/// What an entry of the table of postings is, by its key.
enum GlassPostlistKey {
  /// How many documents have a value in a slot, and between which bounds.
  case valueStatistics
  /// Values of a slot, from a document on.
  case values(slot: UInt8, first: UInt32)
  /// Lengths of documents; all from the first on, or those from a document on.
  case lengths(first: UInt32?)
  /// Documents with a term, of which the key begins with so many bytes; all from the first on, or those from a document on.
  case term(count: Int, first: UInt32?)

  /// Reads a key; nil for one that no segment has.
  @inline(__always)
  init?(_ key: UnsafeBufferPointer<UInt8>) {
    guard let base = key.baseAddress else { return nil }
    guard base[0] != 0 else {
      self.init(mark: key)
      return
    }
    let separator = memchr(base, 0, key.count)
    let count = separator.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? key.count
    guard count <= GlassFormat.mostTermBytes else { return nil }
    guard count < key.count else {
      self = .term(count: count, first: nil)
      return
    }
    guard let (first, end) = GlassKey.sortable(in: key, at: count + 1), end == key.count else { return nil }
    self = .term(count: count, first: first)
  }

  private init?(mark key: UnsafeBufferPointer<UInt8>) {
    if key.starts(with: GlassFormat.Mark.valueStatistics) {
      self = .valueStatistics
    } else if key.starts(with: GlassFormat.Mark.values) {
      let place = GlassFormat.Mark.values.count
      guard key.count > place, key[place] < GlassValues.mostSlots,
        let (first, end) = GlassKey.sortable(in: key, at: place + 1), end == key.count
      else { return nil }
      self = .values(slot: key[place], first: first)
    } else if key.starts(with: GlassFormat.Mark.lengths) {
      let place = GlassFormat.Mark.lengths.count
      guard key.count > place else {
        self = .lengths(first: nil)
        return
      }
      guard let (first, end) = GlassKey.sortable(in: key, at: place), end == key.count else { return nil }
      self = .lengths(first: first)
    } else {
      return nil
    }
  }
}

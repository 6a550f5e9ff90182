/// The postings of a word within a window, taken from its list in one go.
///
/// Its memory is its owner's to give back, by ``deallocate()``.
struct WindowPostings {
  /// The passages with the word, from the window's first on, ascending.
  private(set) var passages: UnsafeMutablePointer<UInt32>
  /// How often it occurs in each.
  private(set) var frequencies: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private var capacity: Int

  /// - Parameter capacity: The passages of a window.
  init(capacity: Int) {
    self.capacity = capacity
    passages = .allocate(capacity: capacity)
    frequencies = .allocate(capacity: capacity)
  }

  func deallocate() {
    passages.deallocate()
    frequencies.deallocate()
  }

  /// Takes all postings before the end of a window from a list, and notes their passages as matching.
  mutating func take(from list: inout PostingCursor, _ window: PassWindow) {
    grow(to: Int(window.end - window.start))
    let (start, end, matching) = (window.start, window.end, window.matching)
    let (passages, frequencies) = (passages, frequencies)
    var cursor = list
    var count = 0
    while cursor.number < end {
      let passage = cursor.number &- start
      passages[count] = passage
      frequencies[count] = cursor.frequency
      matching[Int(passage >> 6)] |= 1 << UInt64(passage & 63)
      count &+= 1
      cursor.advance()
    }
    list = cursor
    self.count = count
  }

  private mutating func grow(to needed: Int) {
    guard needed > capacity else { return }
    deallocate()
    self = WindowPostings(capacity: needed)
  }
}

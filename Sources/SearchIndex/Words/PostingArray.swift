/// The postings of a list side by side: ascending numbers, with how often the word occurs there.
///
/// Behind the last stands ``PostingCursor/end``, so that a loop up to a number needs no other end.
struct PostingArray: BitwiseCopyable {
  let numbers: UnsafePointer<UInt32>
  let frequencies: UnsafePointer<UInt32>
  let count: Int
  /// The greatest of the frequencies; 0 where there are no postings.
  let greatestFrequency: UInt32

  /// Reads the postings whose numbers are below a limit.
  init(_ cursor: PostingCursor, below limit: Int, in memory: PassMemory) {
    // No posting takes less than a byte, whatever a list says of their number.
    let capacity = cursor.byteCount + 1
    let numbers = memory.allocate(UInt32.self, capacity + 1)
    let frequencies = memory.allocate(UInt32.self, capacity)
    var cursor = cursor
    var (count, greatest): (Int, UInt32) = (0, 0)
    while Int(cursor.number) < limit, count < capacity {
      numbers[count] = cursor.number
      frequencies[count] = cursor.frequency
      greatest = max(greatest, cursor.frequency)
      count += 1
      cursor.advance()
    }
    numbers[count] = PostingCursor.end
    self.numbers = UnsafePointer(numbers)
    self.frequencies = UnsafePointer(frequencies)
    self.count = count
    greatestFrequency = greatest
  }

  /// The place of the first posting whose number is not below another; ``count`` for none.
  func place(of number: UInt32) -> Int {
    var (low, length) = (0, count)
    // Without a branch that depends on numbers, which would be foretold wrongly half of the times.
    while length > 0 {
      let half = length / 2
      let isBelow = numbers[low + half] < number
      low = isBelow ? low + half + 1 : low
      length = isBelow ? length - half - 1 : half
    }
    return low
  }
}

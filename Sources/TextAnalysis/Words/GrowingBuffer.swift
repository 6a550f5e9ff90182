/// Elements that are appended one at a time, in a third of the time that an array takes, which asks at each whether
/// somebody else has it too.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: For how many elements there is room at first.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    memory = .allocate(capacity: self.capacity)
  }

  deinit { memory.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (memory + count).initialize(to: element)
    count += 1
  }

  /// Appends an element where ``reserve(_:)`` has made room for it.
  @inline(__always)
  mutating func appendInReserve(_ element: Element) {
    (memory + count).initialize(to: element)
    count += 1
  }

  /// Writes an element some places behind the end, in room that there is, where ``count`` does not yet count it.
  @inline(__always)
  mutating func write(_ element: Element, behindEnd offset: Int) {
    (memory + count + offset).initialize(to: element)
  }

  /// Counts elements that were written behind the end.
  @inline(__always)
  mutating func take(written: Int) { count += written }

  /// Takes the last elements away again.
  mutating func removeLast(_ number: Int) { count -= number }

  /// The elements from a place on, good until the next change.
  @inline(__always)
  func withElements<Result>(from start: Int, _ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: memory + start, count: count - start))
  }

  /// Makes room for more elements.
  mutating func reserve(_ room: Int) {
    while capacity - count < room { grow() }
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }

  /// The elements, copied.
  var elements: [Element] { Array(UnsafeBufferPointer(start: memory, count: count)) }
}

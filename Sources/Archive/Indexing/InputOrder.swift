/// Puts what threads hand in, in any order, back into the order of the input.
struct InputOrder<Element> {
  private var waiting: [UInt64: Element] = [:]
  /// The sequence of the element that comes next, from 1 without gaps.
  private var next: UInt64 = 1

  /// Whether nothing waits for what comes before it.
  var isEmpty: Bool { waiting.isEmpty }

  /// Hands in an element.
  ///
  /// - Parameter sequence: Its place in the input.
  mutating func add(_ element: Element, at sequence: UInt64) { waiting[sequence] = element }

  /// The next element, once it has been handed in.
  mutating func takeNext() -> Element? {
    guard let element = waiting.removeValue(forKey: next) else { return nil }
    next += 1
    return element
  }
}

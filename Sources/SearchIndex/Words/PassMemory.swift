/// Memory for one pass, all of which goes with it.
final class PassMemory {
  private var pieces: [UnsafeMutableRawPointer] = []

  /// Memory for some elements, whose content is undefined.
  func allocate<Element: BitwiseCopyable>(_: Element.Type, _ count: Int) -> UnsafeMutablePointer<Element> {
    let piece = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    pieces.append(UnsafeMutableRawPointer(piece))
    return piece
  }

  /// Memory that holds some elements.
  func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let start = allocate(Element.self, elements.count)
    start.initialize(from: elements, count: elements.count)
    return UnsafeBufferPointer(start: start, count: elements.count)
  }

  deinit { for piece in pieces { piece.deallocate() } }
}

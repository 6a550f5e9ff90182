/// Writes the parts of an article record as bytes: numbers as LEB128 varints, strings with their length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: For how many bytes there is room at first.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func write(_ number: Int) {
    precondition(number >= 0, "records hold counts and offsets, which are never negative")
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ string: String) {
    var string = string
    string.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Writes 0 for nil, else 1 and the string.
  mutating func write(_ string: String?) {
    write(string == nil ? 0 : 1)
    if let string { write(string) }
  }

  /// Writes the elements' number, then each.
  mutating func write<Element>(_ elements: [Element], each: (inout RecordWriter, Element) -> Void) {
    write(elements.count)
    for element in elements { each(&self, element) }
  }
}

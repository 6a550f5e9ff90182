/// Reads numbers from a model, least byte first.
struct ModelReader {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next number of 16 bits; nil at the end.
  mutating func half() -> UInt16? { next(UInt16.self) }

  /// The next number of 32 bits; nil at the end.
  mutating func word() -> UInt32? { next(UInt32.self) }

  /// The next byte; nil at the end.
  mutating func byte() -> UInt8? { next(UInt8.self) }

  /// Leaves bytes out; false at the end.
  mutating func skip(_ count: Int) -> Bool {
    guard index + count <= bytes.count else { return false }
    index += count
    return true
  }

  /// Takes a mark where it is next.
  mutating func take(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for position in 0..<count where bytes[index + position] != mark.utf8Start[position] { return false }
    index += count
    return true
  }

  private mutating func next<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard index + size <= bytes.count else { return nil }
    defer { index += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Number.self))
  }
}

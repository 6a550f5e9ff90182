import Glibc

/// Writes a file as ``SectionFile`` reads it, from front to back; the header comes last.
struct SectionWriter<Place: RawRepresentable & CaseIterable>: ~Copyable where Place.RawValue == Int {
  private let path: String
  private let file: Int32
  private var header = [UInt64](repeating: 0, count: Place.allCases.count)
  private var buffer: [UInt8]
  /// The bytes of the file before those of the buffer.
  private var written = 0

  /// The bytes that are gathered before they are written.
  private static var bufferBytes: Int { 1 << 20 }

  /// Begins a file, which must not exist.
  ///
  /// - Parameter mark: The first number of the header.
  init(_ path: String, mark: UInt64) throws(IndexError) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DurableFolder.failure(path) }
    header[0] = mark
    buffer = [UInt8](repeating: 0, count: header.count * 8)
  }

  deinit { close(file) }

  /// Where the next byte will stand in the file.
  var position: Int { written + buffer.count }

  /// Sets a number of the header.
  mutating func set(_ place: Place, _ number: Int) { header[place.rawValue] = UInt64(number) }

  /// Begins a section, whose elements follow by ``append(_:)``.
  mutating func begin(_ place: Place) {
    while position % 8 != 0 { buffer.append(0) }
    set(place, position)
  }

  /// Appends bytes to the section that was begun last.
  mutating func append(_ bytes: some Collection<UInt8>) throws(IndexError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Writes a whole section.
  mutating func write<Element: BitwiseCopyable>(
    _ section: [Element], as place: Place
  ) throws(IndexError) {
    begin(place)
    try flush()
    try write(section, at: written)
    written += section.count * MemoryLayout<Element>.stride
  }

  /// Writes the rest, and the header.
  consuming func finish() throws(IndexError) {
    try flush()
    header[header.count - 1] = UInt64(written)
    try write(header, at: 0)
  }

  private mutating func flush() throws(IndexError) {
    try write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private borrowing func write<Element: BitwiseCopyable>(
    _ content: [Element], at start: Int
  ) throws(IndexError) {
    let isWritten = content.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = pwrite(file, bytes.baseAddress?.advanced(by: done), bytes.count - done, start + done)
        if count < 0 && errno != EINTR { return false }
        done += max(0, count)
      }
      return true
    }
    guard isWritten else { throw DurableFolder.failure(path) }
  }
}

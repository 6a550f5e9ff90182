import Storage

/// Writes a file as ``SectionFile`` reads it, from front to back; the header comes last.
struct SectionWriter<Place: RawRepresentable & CaseIterable>: ~Copyable where Place.RawValue == Int {
  private let file: AppendingFile
  private var header = [UInt64](repeating: 0, count: Place.allCases.count)

  /// Begins a file, which must not exist.
  ///
  /// - Parameter mark: The first number of the header.
  init(_ name: String, mark: UInt64, in folder: DurableFolder) throws(IndexError) {
    let file = try AppendingFile(name, in: folder)
    try Self.append(header, to: file)
    self.file = file
    header[0] = mark
  }

  /// Where the next byte will stand in the file.
  var position: Int { file.position }

  /// Sets a number of the header.
  mutating func set(_ place: Place, _ number: Int) { header[place.rawValue] = UInt64(number) }

  /// Begins a section, whose elements follow by ``append(_:)``.
  mutating func begin(_ place: Place) throws(IndexError) {
    try Self.append([UInt8](repeating: 0, count: -position & 7), to: file)
    set(place, position)
  }

  /// Appends elements to the section that was begun last.
  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) throws(IndexError) {
    try Self.append(elements, to: file)
  }

  /// Appends bytes to the section that was begun last.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    try file.append(UnsafeRawBufferPointer(bytes))
  }

  /// Writes a whole section.
  mutating func write<Element: BitwiseCopyable>(
    _ section: [Element], as place: Place
  ) throws(IndexError) {
    try begin(place)
    try Self.append(section, to: file)
  }

  /// Writes the rest, and the header.
  consuming func finish() throws(IndexError) {
    header[header.count - 1] = UInt64(position)
    try header.withUnsafeBufferPointer { header throws(IndexError) in
      try file.overwrite(UnsafeRawBufferPointer(header), at: 0)
    }
    try file.finish()
  }

  private static func append<Element: BitwiseCopyable>(
    _ content: [Element], to file: AppendingFile
  ) throws(IndexError) {
    try content.withUnsafeBufferPointer { content throws(IndexError) in
      try file.append(UnsafeRawBufferPointer(content))
    }
  }
}

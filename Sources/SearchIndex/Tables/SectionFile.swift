import Storage

/// A table of a segment that is not Xapian's, mapped into memory: a header of 64-bit numbers, and sections.
///
/// The header begins with a mark that tells the kind of table, and ends with the size of the file; between them are
/// counts, and where each section begins. The places of these numbers are the cases of `Place`, in order.
struct SectionFile<Place: RawRepresentable & CaseIterable> where Place.RawValue == Int {
  private let file: MappedFile
  private let checks: CheckedFile
  private let path: String
  private let index: String

  /// Maps a table and checks its header.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - mark: The first number of the header.
  ///   - segment: The folder of the segment.
  ///   - index: The folder of the index, for the message.
  init(_ name: String, mark: UInt64, in segment: DurableFolder, index: String) throws(IndexError) {
    path = segment.path(of: name)
    self.index = index
    guard let file = try MappedFile(name, in: segment), file.bytes.count >= Self.headerBytes else {
      throw .damaged(path: index, detail: "\(path) is missing, or not all of it is there")
    }
    self.file = file
    checks = try CheckedFile(name, in: segment)
    try checks.check(0..<Self.headerBytes, of: file.bytes)
    let size = file.bytes.load(fromByteOffset: Self.headerBytes - 8, as: UInt64.self)
    guard file.bytes.load(as: UInt64.self) == mark, size == file.bytes.count else { throw damaged }
  }

  /// The bytes of the header.
  static var headerBytes: Int { Place.allCases.count * 8 }

  /// What is thrown where the sections contradict one another.
  var damaged: IndexError { .damaged(path: index, detail: "\(path) is not as it was written") }

  /// The size of the file in bytes.
  var byteCount: Int { file.bytes.count }

  /// A number of the header; one that is too large for any file counts as the largest that is not.
  subscript(_ place: Place) -> Int {
    let number = file.bytes.load(fromByteOffset: place.rawValue * 8, as: UInt64.self)
    return Int(min(number, UInt64(Int32.max) << 16))
  }

  /// A section of so many elements, not yet checked.
  func section<Element: BitwiseCopyable>(
    _ place: Place, _: Element.Type, count: Int
  ) throws(IndexError) -> UnsafeBufferPointer<Element> {
    let (start, length) = (self[place], count * MemoryLayout<Element>.stride)
    guard start % 8 == 0, start <= byteCount, length <= byteCount - start else { throw damaged }
    return UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + length]).bindMemory(to: Element.self)
  }

  /// Gives the memory that reading has taken back to the system, for who reads a whole file once.
  func forget() { file.forget() }

  /// Throws where a stretch of the file is not as it was written.
  func check(_ range: Range<Int>) throws(IndexError) { try checks.check(range, of: file.bytes) }

  /// Throws where some elements of a section are not as they were written.
  @inline(__always)
  func check<Element>(
    _ place: Place, _ elements: Range<Int>, of _: UnsafeBufferPointer<Element>
  ) throws(IndexError) {
    let (start, stride) = (self[place], MemoryLayout<Element>.stride)
    try check(start + elements.lowerBound * stride..<start + elements.upperBound * stride)
  }

  /// The bytes of a stretch of the file, checked.
  func bytes(_ range: Range<Int>) throws(IndexError) -> UnsafeBufferPointer<UInt8> {
    try check(range)
    return UnsafeRawBufferPointer(rebasing: file.bytes[range]).bindMemory(to: UInt8.self)
  }
}

/// What knows how the blocks of a file were when it was published.
package protocol CheckedBlocks {
  /// Throws where a stretch of the file is not as it was written.
  ///
  /// - Parameters:
  ///   - range: The stretch, in bytes of the file.
  ///   - file: The whole file, as it is mapped.
  func check(_ range: Range<Int>, of file: UnsafeRawBufferPointer) throws(IndexError)
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose UTF-8 begins at an index, and the number of its bytes.
  ///
  /// The bytes are those of a Swift string, so they are valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    if first < 0xE0 { return (unchecked((first & 0x1F) << 6 | continuation(index + 1)), 2) }
    if first < 0xF0 {
      return (unchecked((first & 0x0F) << 12 | continuation(index + 1) << 6 | continuation(index + 2)), 3)
    }
    let value =
      (first & 0x07) << 18 | continuation(index + 1) << 12 | continuation(index + 2) << 6
      | continuation(index + 3)
    return (unchecked(value), 4)
  }

  @inline(__always)
  private func continuation(_ index: Int) -> UInt32 { UInt32(self[index]) & 0x3F }

  @inline(__always)
  private func unchecked(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }
}

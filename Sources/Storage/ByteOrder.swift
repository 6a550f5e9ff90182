public import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// How these bytes and others are ordered: below 0 where these come first, 0 for the same, above 0 where they come behind.
  @inlinable @inline(__always)
  package func byteOrder(to other: UnsafeBufferPointer<UInt8>) -> Int {
    guard let mine = baseAddress, let others = other.baseAddress else { return count - other.count }
    let order = Int(memcmp(mine, others, Swift.min(count, other.count)))
    return order == 0 ? count - other.count : order
  }

  /// Whether these bytes begin with others.
  @inlinable @inline(__always)
  package func begins(with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mine = baseAddress, let others = prefix.baseAddress else { return prefix.isEmpty }
    return count >= prefix.count && memcmp(mine, others, prefix.count) == 0
  }
}

/// Stops compressed data that unpacks to far more than news does: a bomb.
///
/// Text of news shrinks to a fifth, repetitive records to a fiftieth at most.
final class ExpansionLimit {
  /// The bytes that may come of a byte.
  static let ratio = 250
  /// The bytes that may come of anything, however small it is.
  static let alwaysAllowed = 16 << 20
  /// How many layers of compression and containers may lie in each other.
  static let deepest = 4

  private let packedBytes: () -> Int

  /// - Parameter packedBytes: The bytes of the file itself, or those read so far.
  init(packedBytes: @escaping () -> Int) { self.packedBytes = packedBytes }

  /// Fails where a layer has unpacked too much.
  func check(unpacked: Int) throws(ByteFailure) {
    guard unpacked > Self.alwaysAllowed, unpacked / Self.ratio > packedBytes() else { return }
    throw .expandsTooFar(
      "\(packedBytes()) bytes unpack to more than \(unpacked), as no news does; the rest is not read")
  }
}

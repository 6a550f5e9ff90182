/// A 64-bit hash of bytes: FNV-1a, finished so that all its bits can be used.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft-eastlake-fnv, section 2),
/// finished with the mixer of MurmurHash3 (`fmix64`). The values are part of the index format: they never
/// change for the same bytes.
public struct TokenHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts a hash of no bytes.
  @inlinable
  public init() {}

  /// Takes one more byte into the hash.
  @inlinable
  @inline(__always)
  public mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The hash of all bytes so far.
  public var value: UInt64 { Self.mixed(state) }

  /// The hash of a word that is in its normal form already: lower case, folded, no apostrophes.
  @inlinable
  public static func hash(_ normalForm: some Sequence<UInt8>) -> UInt64 {
    var hash = TokenHash()
    for byte in normalForm { hash.combine(byte) }
    return hash.value
  }

  /// Mixes the bits of a 64-bit number so that each depends on all.
  @inline(__always)
  public static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }
}

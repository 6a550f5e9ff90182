internal import CEntityData

/// A trained model, read where it lies: nothing is parsed or copied, but for a filter of its features.
///
/// Layout, little-endian: 64 bytes of header (`RNM1`, bits of the feature table, bits of the lexicon,
/// a float that every name's label is raised by, zeros);
/// the transitions, 7 × 8 floats; the feature table, an open-addressing table of rows of eight 16-bit
/// integers, six weights (the labels but for "outside", whose weight is 0) and the two halves of the 32-bit
/// key, 0 for an empty row; the lexicon, 64-bit slots.
package struct EntityModel: @unchecked Sendable {
  // Sendable because the bytes are read-only and live as long as the program.

  package static let magic: UInt32 = 0x314D_4E52
  package static let headerSize = 64
  package static let transitionsSize = 256

  /// The model that the program carries; nil where none was trained.
  package static let embedded: EntityModel? = {
    var size = 0
    let start = reprise_entity_model(&size)
    return EntityModel(UnsafeRawBufferPointer(start: start, count: size))
  }()

  private let rows: UnsafePointer<SIMD8<Int16>>
  private let mask: Int
  private let bias: Float
  private let filter: FeatureFilter
  package let departures: LabelDecoder.Departures
  package let lexicon: WordLexicon

  /// Reads a model from bytes that outlive it; nil where they are none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > Self.headerSize + Self.transitionsSize,
      start.load(as: UInt32.self) == Self.magic
    else { return nil }
    let rowCount = 1 << Int(start.load(fromByteOffset: 4, as: UInt32.self))
    let lexiconCount = 1 << Int(start.load(fromByteOffset: 8, as: UInt32.self))
    let rowsStart = start + Self.headerSize + Self.transitionsSize
    guard bytes.count == Self.headerSize + Self.transitionsSize + rowCount * 16 + lexiconCount * 8 else {
      return nil
    }
    var transitions = LabelDecoder.legal
    for label in 0..<7 {
      transitions[label] += (start + Self.headerSize + label * 32).load(as: SIMD8<Float>.self)
    }
    departures = LabelDecoder.departures(transitions)
    bias = start.load(fromByteOffset: 12, as: Float.self)
    rows = rowsStart.assumingMemoryBound(to: SIMD8<Int16>.self)
    mask = rowCount - 1
    filter = FeatureFilter(keys: UnsafeBufferPointer(start: rows, count: rowCount).lazy.map(Self.key))
    lexicon = WordLexicon(
      slots: (rowsStart + rowCount * 16).assumingMemoryBound(to: UInt64.self), count: lexiconCount)
  }

  /// Where the search for a key's row begins.
  @inline(__always)
  package static func home(of key: UInt32, mask: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9) >> 8) & mask
  }

  /// The key of a row, 0 for an empty one.
  @inline(__always)
  private static func key(of row: SIMD8<Int16>) -> UInt32 {
    UInt32(UInt16(bitPattern: row[6])) | UInt32(UInt16(bitPattern: row[7])) << 16
  }

  /// The weights of a feature whose home another one has, 0 for one that the model does not have.
  @inline(__always)
  private func displacedRow(_ key: UInt32) -> SIMD8<Int16> {
    var slot = Self.home(of: key, mask: mask)
    while true {
      let row = rows[slot]
      let found = Self.key(of: row)
      if found == key { return row }
      if found == 0 { return SIMD8(repeating: 0) }
      slot = (slot + 1) & mask
    }
  }

  /// The sum of the weights of some features, for each label but "outside" in its lane.
  ///
  /// The keys are moved about.
  @inline(__always)
  package func scores(_ keys: UnsafeMutableBufferPointer<UInt32>) -> SIMD8<Float> {
    var sum = SIMD8<Int16>(repeating: 0)
    var displaced = 0
    for key in keys[..<filter.keep(keys)] {
      // Without a branch, so that the processor waits for many rows at once: seven in ten are at home.
      let row = rows[Self.home(of: key, mask: mask)]
      let isHome = Self.key(of: row) == key
      sum &+= row & SIMD8(repeating: isHome ? -1 : 0)
      keys[displaced] = key
      displaced += isHome ? 0 : 1
    }
    for key in keys[..<displaced] { sum &+= displacedRow(key) }
    var scores = SIMD8<Float>(sum)
    scores[6] = -bias
    scores[7] = 0
    return scores
  }
}

import Entities
import Glibc

/// Writes a trained model in the layout that `EntityModel` reads.
struct ModelFile {
  /// What a name is raised by against being outside.
  private let bias: Float

  private(set) var bytes: [UInt8] = []
  /// The number of features that were kept.
  let featureCount: Int

  /// - Parameters:
  ///   - most: How many features are kept, those with the greatest weights.
  ///   - bias: What a name is raised by: found on the held-out parts, since a cautious model finds too few.
  init(_ perceptron: Perceptron, lexicon: LexiconTable, most: Int, bias: Float = 40) {
    self.bias = bias
    let (weights, transitions) = perceptron.result
    let outside = NameLabel.outside.rawValue
    var features: [(key: UInt32, weights: SIMD8<Float>, size: Float)] = []
    for (key, number) in perceptron.numbers {
      var row = weights[Int(number)]
      row -= SIMD8(repeating: row[outside])
      row[7] = 0
      let size = (row * row).sum()
      if size > 0 { features.append((key, row, size)) }
    }
    features.sort { ($1.size, $0.key) < ($0.size, $1.key) }
    features.removeLast(max(0, features.count - most))
    featureCount = features.count
    // No sum of the weights of one token may leave 16 bits.
    let highest = features.reduce(Float(0)) { max($0, max($1.weights.max(), -$1.weights.min())) }
    let scale = min(64, Float(32_000 / 60) / max(highest, 1e-6))
    write(features.map { ($0.key, $0.weights * scale) }, transitions, scale, lexicon)
  }

  private mutating func write(
    _ features: [(key: UInt32, weights: SIMD8<Float>)], _ transitions: LabelDecoder.Transitions,
    _ scale: Float, _ lexicon: LexiconTable
  ) {
    var bits = 4
    while Double(1 << bits) * 0.62 < Double(features.count) { bits += 1 }
    append(EntityModel.magic)
    append(UInt32(bits))
    append(UInt32(lexicon.bits))
    append(bias)
    for _ in 4..<16 { append(UInt32(0)) }
    for label in 0..<8 {
      for from in 0..<8 {
        let value = label < 7 && from < 7 ? transitions[label][from] : 0
        append(value > LabelDecoder.forbidden / 2 ? value * scale : 0)
      }
    }
    for row in table(features, bits: bits) { for lane in 0..<8 { append(row[lane]) } }
    for slot in lexicon.slots { append(slot) }
  }

  private func table(_ features: [(key: UInt32, weights: SIMD8<Float>)], bits: Int) -> [SIMD8<Int16>] {
    var rows = [SIMD8<Int16>](repeating: SIMD8(repeating: 0), count: 1 << bits)
    let mask = rows.count - 1
    for feature in features {
      var slot = EntityModel.home(of: feature.key, mask: mask)
      while rows[slot][6] != 0 || rows[slot][7] != 0 { slot = (slot + 1) & mask }
      var row = SIMD8<Int16>(repeating: 0)
      for lane in 0..<6 { row[lane] = Int16(feature.weights[lane].rounded()) }
      row[6] = Int16(truncatingIfNeeded: feature.key)
      row[7] = Int16(truncatingIfNeeded: feature.key >> 16)
      rows[slot] = row
    }
    return rows
  }

  private mutating func append<T>(_ value: T) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }

  func write(to path: String) throws {
    guard let file = fopen(path, "wb") else { throw TrainingError.unwritable(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw TrainingError.unwritable(path) }
  }
}

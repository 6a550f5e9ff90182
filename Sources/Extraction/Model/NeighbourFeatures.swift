internal import Glibc

/// What a first decision said of the blocks around each block, as features of a second one.
struct NeighbourFeatures {
  /// The columns of a row.
  static let count = 16

  private let chances: [Float]
  /// Sums over the blocks before each place: of bytes, and of bytes times chances.
  private var bytesBefore: [Double] = [0]
  private var massBefore: [Double] = [0]
  private var highestBefore: [Float] = [0]
  private var highestAfter: [Float]

  init(_ chances: [Float], sizes: [Int]) {
    self.chances = chances
    for (chance, size) in zip(chances, sizes) {
      bytesBefore.append((bytesBefore.last ?? 0) + Double(size))
      massBefore.append((massBefore.last ?? 0) + Double(size) * Double(chance))
      highestBefore.append(max(highestBefore.last ?? 0, chance))
    }
    highestAfter = [Float](repeating: 0, count: chances.count + 1)
    for index in chances.indices.reversed() {
      highestAfter[index] = max(highestAfter[index + 1], chances[index])
    }
  }

  /// Whether a block and all near it are so surely no text that nothing can change it.
  func isHopeless(_ index: Int) -> Bool {
    for near in max(0, index - 3)...min(chances.count - 1, index + 3) where chances[near] > 0.02 {
      return false
    }
    return true
  }

  /// Writes the columns of a block into a row.
  func fill(_ row: inout [Float], from start: Int, block index: Int) {
    var column = start
    func add(_ value: Float) {
      row[column] = value
      column += 1
    }
    add(chances[index])
    for offset in [-3, -2, -1, 1, 2, 3] {
      add(chances.indices.contains(index + offset) ? chances[index + offset] : -1)
    }
    let mass = massBefore[chances.count]
    add(Float(massBefore[index] / max(mass, 1e-6)))
    add(Float(log1p(max(mass, 1e-6))))
    add(Float(mass / max(bytesBefore[chances.count], 1)))
    for width in [5, 15] {
      add(share(max(0, index - width), index))
      add(share(index + 1, min(chances.count, index + 1 + width)))
    }
    add(highestBefore[index])
    add(highestAfter[index + 1])
  }

  /// The mean chance of the bytes of some blocks.
  private func share(_ from: Int, _ to: Int) -> Float {
    guard from < to else { return 0 }
    return Float((massBefore[to] - massBefore[from]) / max(bytesBefore[to] - bytesBefore[from], 1))
  }
}

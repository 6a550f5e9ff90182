internal import CExtractionData

/// The model that tells the blocks of an article from the rest of a page.
///
/// Trees decide by the features of a block; a second set of trees decides again with what the first said of the blocks
/// around. `scripts/train-extraction` makes it, and the model card says of what.
struct BlockModel: Sendable {
  /// What the words of classes say.
  let classWeights: ClassWeights
  private let first: TreeEnsemble
  private let second: TreeEnsemble

  /// The model that is part of the program.
  static let shared: BlockModel? = {
    var size = 0
    let start = reprise_block_model(&size)
    return BlockModel(UnsafeRawBufferPointer(start: start, count: size))
  }()

  /// Reads a model; nil where it is damaged.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ModelReader(bytes)
    guard reader.take("RPXB0001"), let count = reader.word() else { return nil }
    var weights: [ClassWords.Hash: (Int8, Int8, Int8)] = [:]
    for _ in 0..<count {
      guard let hash = reader.word(), let near = reader.byte(), let further = reader.byte(),
        let far = reader.byte(),
        reader.skip(1)
      else { return nil }
      weights[hash] = (Int8(bitPattern: near), Int8(bitPattern: further), Int8(bitPattern: far))
    }
    classWeights = ClassWeights(weights)
    guard let first = TreeEnsemble(&reader, columns: BlockFeatures.count),
      let second = TreeEnsemble(&reader, columns: BlockFeatures.count + NeighbourFeatures.count)
    else { return nil }
    self.first = first
    self.second = second
  }

  /// The chance of each block that it belongs to the main text.
  ///
  /// - Parameters:
  ///   - rows: The features, row after row.
  ///   - sizes: The bytes of the blocks.
  func chances(_ rows: [Float], sizes: [Int]) -> [Float] {
    let firstChances = rows.withUnsafeBufferPointer { rows -> [Float] in
      guard let base = rows.baseAddress else { return [] }
      return sizes.indices.map { first.chance(base + $0 * BlockFeatures.count) }
    }
    let neighbours = NeighbourFeatures(firstChances, sizes: sizes)
    var row = [Float](repeating: 0, count: BlockFeatures.count + NeighbourFeatures.count)
    return sizes.indices.map { index in
      if neighbours.isHopeless(index) { return firstChances[index] }
      let start = index * BlockFeatures.count
      row.replaceSubrange(..<BlockFeatures.count, with: rows[start..<start + BlockFeatures.count])
      neighbours.fill(&row, from: BlockFeatures.count, block: index)
      return row.withUnsafeBufferPointer { row in row.baseAddress.map(second.chance) ?? 0 }
    }
  }
}

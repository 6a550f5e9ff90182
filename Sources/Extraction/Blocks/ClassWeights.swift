/// What the words of classes say of whether a block belongs to the main text, by their hashes.
struct ClassWeights: Sendable {
  /// Log odds of a word in eighths, for elements near to a block, further from it and far from it.
  private let weights: [ClassWords.Hash: (Int8, Int8, Int8)]

  /// No weights at all, as before any were learned.
  static let none = ClassWeights([:])

  init(_ weights: [ClassWords.Hash: (Int8, Int8, Int8)]) { self.weights = weights }

  /// What an element's words say, in each of the three distances.
  func scores(of node: HTMLNode, in document: HTMLDocument) -> ClassScores {
    var scores = ClassScores()
    guard !weights.isEmpty, node.attributeCount > 0 || node.tag == .other else { return scores }
    forEachWord(of: node, in: document) { hash in
      guard let weight = weights[hash] else { return }
      scores.near.add(Float(weight.0) / 8)
      scores.further.add(Float(weight.1) / 8)
      scores.far.add(Float(weight.2) / 8)
    }
    return scores
  }

  /// Calls a function with the hash of each word of an element's classes, ids, roles and of a tag of its own.
  func forEachWord(of node: HTMLNode, in document: HTMLDocument, _ body: (ClassWords.Hash) -> Void) {
    for index in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount) {
      let attribute = document.attributes[index]
      guard ClassWords.isTaken(attribute.name) else { continue }
      document.withBytes(attribute.value) { bytes in ClassWords.forEach(in: bytes) { hash, _ in body(hash) } }
    }
    if node.tag == .other, !node.bytes.isEmpty {
      document.withBytes(node.bytes) { bytes in ClassWords.forEach(in: bytes) { hash, _ in body(hash) } }
    }
  }
}

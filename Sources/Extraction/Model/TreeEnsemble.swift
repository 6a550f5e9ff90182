internal import Glibc

/// Decision trees whose leaves are added up: gradient boosting (Friedman, 2001) as it was trained.
struct TreeEnsemble: Sendable {
  private struct Node {
    /// Which column is compared.
    var feature: Int16
    /// The node that follows where the value is not above the threshold; -1 - n for leaf n.
    var left: Int16
    var right: Int16
    var threshold: Float
  }

  /// How many trees are asked of every row.
  private static let firstTrees = 60
  /// The sum of the first trees below which the others are not asked.
  private static let hopeless: Float = -4.5

  private struct Tree {
    var firstNode: Int
    var firstLeaf: Int
    var isLeaf: Bool
  }

  private var trees: [Tree] = []
  private var nodes: [Node] = []
  private var leaves: [Float] = []

  /// Reads trees as the training writes them; nil where they are damaged.
  init?(_ reader: inout ModelReader, columns: Int) {
    guard let count = reader.word(), count < 10_000 else { return nil }
    for _ in 0..<count {
      guard let inner = reader.half(), let ends = reader.half(), ends == inner + 1 else { return nil }
      trees.append(Tree(firstNode: nodes.count, firstLeaf: leaves.count, isLeaf: inner == 0))
      for place in 0..<Int(inner) {
        guard let feature = reader.half(), let left = reader.half(), let right = reader.half(),
          reader.skip(2),
          let threshold = reader.word()
        else { return nil }
        let node = Node(
          feature: Int16(bitPattern: feature), left: Int16(bitPattern: left), right: Int16(bitPattern: right),
          threshold: Float(bitPattern: threshold))
        guard (0..<columns).contains(Int(node.feature)) else { return nil }
        // A child comes after its parent, so that every walk ends.
        for child in [node.left, node.right]
        where Int(child) >= Int(inner) || (child >= 0 && Int(child) <= place) || Int(child) < -Int(ends) {
          return nil
        }
        nodes.append(node)
      }
      for _ in 0..<Int(ends) {
        guard let leaf = reader.word() else { return nil }
        leaves.append(Float(bitPattern: leaf))
      }
    }
  }

  /// The chance that a row is of the class that was trained for, 0 to 1.
  func chance(_ row: UnsafePointer<Float>) -> Float {
    var sum: Float = 0
    nodes.withUnsafeBufferPointer { nodes in
      for (index, tree) in trees.enumerated() {
        // So far below nothing that the later trees, which add less and less, cannot bring it back.
        if index == Self.firstTrees, sum < Self.hopeless { break }
        var place = tree.isLeaf ? -1 : 0
        while place >= 0 {
          let node = nodes[tree.firstNode + place]
          place = Int(row[Int(node.feature)] <= node.threshold ? node.left : node.right)
        }
        sum += leaves[tree.firstLeaf - 1 - place]
      }
    }
    return 1 / (1 + expf(-sum))
  }
}

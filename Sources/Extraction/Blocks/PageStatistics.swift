/// Sums over the elements of a page: how much text each holds, and which of them looks like the one that holds the article.
struct PageStatistics {
  /// Bytes of text, of links, and of blocks that look like paragraphs, of each node.
  private(set) var bytes: [Float]
  private(set) var linkBytes: [Float]
  private(set) var paragraphBytes: [Float]
  /// The element with the best score of paragraphs, and its ancestors with their distance from it.
  private(set) var best: Int32 = 0
  private var distanceFromBest: [Int32: Int] = [:]
  /// How many siblings look like a node: -1 where nobody asked.
  private var alike: [Int8]
  private let document: HTMLDocument

  init(_ document: HTMLDocument, _ blocks: [PageBlock], _ texts: [BlockText]) {
    self.document = document
    let count = document.nodes.count
    bytes = [Float](repeating: 0, count: count)
    linkBytes = bytes
    paragraphBytes = bytes
    alike = [Int8](repeating: -1, count: count)
    var scores: [Int32: Float] = [:]
    for (block, text) in zip(blocks, texts) {
      let isParagraph = Self.isParagraph(block, text)
      var node = block.node
      while node >= 0 {
        bytes[Int(node)] += Float(block.range.count)
        linkBytes[Int(node)] += Float(block.linkBytes)
        if isParagraph { paragraphBytes[Int(node)] += Float(block.range.count) }
        node = document.nodes[Int(node)].parent
      }
      if isParagraph { Self.addScore(of: block, text, document, &scores) }
    }
    findBest(scores)
  }

  /// Whether a block is long enough and free enough of links to be a paragraph of an article.
  static func isParagraph(_ block: PageBlock, _ text: BlockText) -> Bool {
    block.range.count >= 80 && block.linkBytes * 3 < block.range.count && text.wordCount >= 10
  }

  private static func addScore(
    of block: PageBlock, _ text: BlockText, _ document: HTMLDocument, _ scores: inout [Int32: Float]
  ) {
    let score = 1 + Float(text.commas) + min(Float(block.range.count) / 100, 3)
    var node = block.kind == .other ? block.node : document.nodes[Int(block.node)].parent
    for share in [1, 0.5, 0.25] as [Float] where node > 0 {
      scores[node, default: 0] += score * share
      node = document.nodes[Int(node)].parent
    }
  }

  private mutating func findBest(_ scores: [Int32: Float]) {
    var top: Float = 0
    for (node, score) in scores {
      let density = linkBytes[Int(node)] / max(bytes[Int(node)], 1)
      let weighed = score * (1 - density)
      if weighed > top || (weighed == top && node < best) { (top, best) = (weighed, node) }
    }
    var node = best
    var distance = 0
    while node >= 0 {
      distanceFromBest[node] = distance
      distance += 1
      node = document.nodes[Int(node)].parent
    }
  }

  /// The steps up from a node to an ancestor of the best element, and from there down to the best.
  func distance(of node: Int32) -> (up: Int, down: Int) {
    var node = node
    var up = 0
    while node >= 0 {
      if let down = distanceFromBest[node] { return (up, down) }
      node = document.nodes[Int(node)].parent
      up += 1
    }
    return (up, 0)
  }

  /// How many of eight siblings to either side have the node's tag and class.
  mutating func siblingsAlike(_ node: Int32) -> Int {
    if alike[Int(node)] >= 0 { return Int(alike[Int(node)]) }
    var count = 0
    for forwards in [true, false] {
      var sibling = node
      var steps = 0
      while steps < 8 {
        sibling = forwards ? document.nodes[Int(sibling)].next : document.nodes[Int(sibling)].previous
        guard sibling >= 0 else { break }
        guard document.nodes[Int(sibling)].kind == .element else { continue }
        steps += 1
        if isAlike(sibling, node) { count += 1 }
      }
    }
    alike[Int(node)] = Int8(count)
    return count
  }

  private func isAlike(_ left: Int32, _ right: Int32) -> Bool {
    let (first, second) = (document.nodes[Int(left)], document.nodes[Int(right)])
    guard first.tag == second.tag, first.namespace == second.namespace else { return false }
    let (one, other) = (document.attribute(.class, of: Int(left)), document.attribute(.class, of: Int(right)))
    switch (one, other) {
    case (nil, nil): return true
    case (let one?, let other?): return document.bytes(one) == document.bytes(other)
    default: return false
    }
  }
}

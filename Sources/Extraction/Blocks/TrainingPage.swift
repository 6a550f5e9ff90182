/// A page as the training of the model of blocks needs it.
package struct TrainingPage {
  /// The number of columns of a row.
  package static let columns = BlockFeatures.count
  /// The columns of the class words, which training fills in by its own weights.
  package static let classColumns = 86..<95

  /// The features of all blocks, row after row, without those of class words.
  package let rows: [Float]
  /// The texts of the blocks.
  package let texts: [String]
  /// The hashes of the class words of each block in three distances.
  package let words: [[[UInt32]]]

  /// Reads a page.
  package init(_ bytes: [UInt8]) {
    let document = HTMLDocument(PageDecoder(bytes).utf8)
    let finder = BlockFinder(document, weights: .none)
    let text = finder.text
    let blockTexts = finder.blocks.map { block in
      text.withUnsafeBufferPointer { BlockText(.init(rebasing: $0[block.range])) }
    }
    let titles = PageTitles(document, others: [])
    rows = BlockFeatures(document, finder.blocks, blockTexts, titles: titles.hashes).rows
    texts = finder.blocks.map { String(decoding: text[$0.range], as: UTF8.self) }
    words = finder.blocks.map { Self.words(around: $0, in: document) }
  }

  private static func words(around block: PageBlock, in document: HTMLDocument) -> [[UInt32]] {
    var words: [[UInt32]] = [[], [], []]
    var node = block.innermost
    var distance = 0
    while node > 0 {
      let bucket = distance < 2 ? 0 : distance < 4 ? 1 : 2
      ClassWeights.none.forEachWord(of: document.nodes[Int(node)], in: document) { words[bucket].append($0) }
      node = document.nodes[Int(node)].parent
      distance += 1
    }
    return words
  }
}

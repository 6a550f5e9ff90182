/// The main text of a page, chosen block by block.
struct PageText {
  /// The text; blocks are separated by a line feed.
  private(set) var text = ""
  private(set) var blocks: [TextBlock] = []
  /// The first heading of the first level.
  private(set) var heading: String?
  /// Short texts between the heading and the text, and around them: where a date may stand.
  private(set) var nearHeading: [String] = []
  /// Bytes of all blocks, of links among them, and of the chosen ones.
  private(set) var allBytes = 0
  private(set) var allLinkBytes = 0
  private(set) var chosenLinkBytes = 0
  private(set) var chosenBytes = 0

  init(_ document: HTMLDocument, titles: [String]) {
    let model = BlockModel.shared
    let finder = BlockFinder(document, weights: model?.classWeights ?? .none)
    let found = finder.blocks
    let bytes = finder.text
    let texts = bytes.withUnsafeBufferPointer { all in
      found.map { BlockText(UnsafeBufferPointer(rebasing: all[$0.range])) }
    }
    let known = PageTitles(document, others: [])
    let features = BlockFeatures(document, found, texts, titles: known.hashes)
    // Without a model, what looks like a paragraph is taken.
    let chances =
      model?.chances(features.rows, sizes: found.map(\.range.count))
      ?? zip(found, texts).map { PageStatistics.isParagraph($0, $1) ? 1 : 0 }
    assemble(found, texts, chances, bytes, document)
    allBytes = bytes.count
    allLinkBytes = found.reduce(0) { $0 + $1.linkBytes }
    findHeading(found, chances, bytes)
  }

  private mutating func assemble(
    _ found: [PageBlock], _ texts: [BlockText], _ chances: [Float], _ bytes: [UInt8], _ document: HTMLDocument
  ) {
    var output: [UInt8] = []
    var seen: Set<UInt64> = []
    var row: Int32 = -1
    for (index, block) in found.enumerated()
    where index < chances.count && chances[index] >= PageExtractor.leastChance {
      // The same text twice is one text that the page shows twice.
      if block.range.count >= 40, !seen.insert(texts[index].hash).inserted { continue }
      chosenBytes += block.range.count
      chosenLinkBytes += block.linkBytes
      let parent = document.nodes[Int(block.node)].parent
      if block.kind == .cell, parent == row, let last = blocks.indices.last {
        output.append(0x09)
        output += bytes[block.range]
        blocks[last].range = blocks[last].range.lowerBound..<output.count
        continue
      }
      row = block.kind == .cell ? parent : -1
      if !output.isEmpty { output.append(0x0A) }
      let start = output.count
      output += bytes[block.range]
      blocks.append(
        TextBlock(
          kind: Self.kind(block.kind), isQuotation: block.surroundings.contains(.quotation),
          range: start..<output.count))
    }
    text = String(decoding: output, as: UTF8.self)
  }

  private static func kind(_ kind: PageBlock.Kind) -> TextBlock.Kind {
    switch kind {
    case .heading: .heading
    case .listItem: .listItem
    case .cell: .tableRow
    case .preformatted: .preformatted
    default: .paragraph
    }
  }

  private mutating func findHeading(_ found: [PageBlock], _ chances: [Float], _ bytes: [UInt8]) {
    let string = { (block: PageBlock) in String(decoding: bytes[block.range], as: UTF8.self) }
    let title = found.firstIndex { $0.headingLevel == 1 }
    heading = title.map { string(found[$0]) }
    let first = chances.firstIndex { $0 >= PageExtractor.leastChance } ?? 0
    let start = max(0, min(title ?? first, first) - 6)
    let end = min(found.count, max(title ?? first, first) + 12)
    guard start < end else { return }
    nearHeading = found[start..<end].filter { $0.range.count <= 160 }.map(string)
  }
}

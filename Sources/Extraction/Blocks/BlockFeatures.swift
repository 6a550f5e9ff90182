internal import Glibc

/// The numbers by which a model decides whether a block belongs to the main text.
///
/// One row a block; the order of the columns is that of the model, which says how many it was trained on.
struct BlockFeatures {
  /// The columns of a row.
  static let count = 96

  private(set) var rows: [Float] = []
  private let blocks: [PageBlock]
  private let texts: [BlockText]
  private let document: HTMLDocument
  private var statistics: PageStatistics
  private var totals = (bytes: Float(0), links: Float(0), paragraphs: Float(0))

  init(_ document: HTMLDocument, _ blocks: [PageBlock], _ texts: [BlockText], titles: Set<UInt64>) {
    self.document = document
    self.blocks = blocks
    self.texts = texts
    statistics = PageStatistics(document, blocks, texts)
    totals = (statistics.bytes[0], statistics.linkBytes[0], statistics.paragraphBytes[0])
    rows.reserveCapacity(blocks.count * Self.count)
    let context = PageContext(blocks, texts)
    for index in blocks.indices {
      let start = rows.count
      addText(index)
      addPlace(index, context, titles)
      addNeighbours(index)
      addContainers(index)
      addClasses(index)
      while rows.count < start + Self.count { rows.append(0) }
    }
  }

  private mutating func add(_ values: Float...) { rows.append(contentsOf: values) }

  private func log(_ value: Float) -> Float { log1pf(max(value, 0)) }

  private func flag(_ value: Bool) -> Float { value ? 1 : 0 }

  /// What the text says: 20 columns.
  private mutating func addText(_ index: Int) {
    let block = blocks[index]
    let text = texts[index]
    let bytes = Float(block.range.count)
    let letters = Float(max(text.letters, 1))
    add(
      log(bytes), log(Float(text.wordCount)), Float(block.linkBytes) / bytes,
      Float(text.punctuation) / bytes * 100,
      flag(text.endsSentence), Float(text.capitals) / letters, Float(text.digits) / bytes,
      Float(block.kind.rawValue),
      Float(block.headingLevel), Float(block.boldBytes) / bytes)
    add(
      flag(text.endsWithColon), flag(text.endsWithDots), flag(text.hasCopyright), flag(text.hasBar),
      flag(text.hasAt),
      flag(text.hasURL), Float(block.links), Float(text.commas), bytes / Float(max(text.wordCount, 1)),
      Float(block.depth))
  }

  /// Where it stands on the page, and in what: 20 + 14 columns.
  private mutating func addPlace(_ index: Int, _ context: PageContext, _ titles: Set<UInt64>) {
    let count = Float(blocks.count)
    for bit in 0..<PageBlock.Surroundings.count {
      add(flag(blocks[index].surroundings.rawValue >> UInt32(bit) & 1 == 1))
    }
    let place = context.places[index]
    add(
      Float(index) / count, place.bytesBefore / max(totals.bytes, 1), log(count), log(totals.bytes),
      totals.links / max(totals.bytes, 1), totals.paragraphs / max(totals.bytes, 1),
      place.paragraphsBefore / max(context.paragraphs, 1), log(context.paragraphs),
      log(place.sinceParagraph), log(place.untilParagraph), Float(min(place.repeats, 5)),
      flag(titles.contains(texts[index].hash)), Float(max(-50, min(place.sinceTitle, 200))),
      log(place.sinceHeading))
    add(log(place.longestBefore))
  }

  /// What stands before and after it: 16 columns.
  private mutating func addNeighbours(_ index: Int) {
    for offset in [-2, -1, 1, 2] {
      guard blocks.indices.contains(index + offset) else {
        add(0, 0, -1)
        continue
      }
      let block = blocks[index + offset]
      let bytes = Float(block.range.count)
      add(log(bytes), Float(block.linkBytes) / bytes, Float(block.kind.rawValue))
    }
    let parent = parent(blocks[index].node)
    add(
      flag(index > 0 && self.parent(blocks[index - 1].node) == parent),
      flag(index + 1 < blocks.count && self.parent(blocks[index + 1].node) == parent))
  }

  private func parent(_ node: Int32) -> Int32 { document.nodes[Int(node)].parent }

  /// What holds it: 17 columns.
  private mutating func addContainers(_ index: Int) {
    var node = blocks[index].node
    for _ in 0..<4 {
      let up = parent(node)
      if up > 0 { node = up }
      let place = Int(node)
      add(
        statistics.linkBytes[place] / max(statistics.bytes[place], 1),
        statistics.paragraphBytes[place] / max(totals.paragraphs, 1), log(statistics.bytes[place]))
    }
    node = blocks[index].node
    for _ in 0..<4 {
      add(node > 0 ? Float(statistics.siblingsAlike(node)) : 0)
      if node > 0 { node = parent(node) }
    }
    let distance = statistics.distance(of: blocks[index].node)
    add(Float(distance.up), Float(distance.down))
  }

  /// What classes say: 9 columns.
  private mutating func addClasses(_ index: Int) {
    let scores = blocks[index].classScores
    for range in [scores.near, scores.further, scores.far] { add(range.sum, range.least, range.greatest) }
  }
}

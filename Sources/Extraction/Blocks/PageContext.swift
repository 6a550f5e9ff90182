/// What stands before and after each block of a page.
struct PageContext {
  /// The surroundings of one block, in the order of the page.
  struct Place {
    var bytesBefore: Float = 0
    var paragraphsBefore: Float = 0
    /// Bytes between it and the paragraph before it.
    var sinceParagraph: Float = 0
    /// Bytes between it and the paragraph after it.
    var untilParagraph: Float = 0
    /// How many blocks of the page have the same text.
    var repeats = 0
    /// Blocks since the first heading of the first level; less than 0 before it.
    var sinceTitle = 0
    /// Bytes since the last heading.
    var sinceHeading: Float = 0
    /// Bytes of the longest block before it.
    var longestBefore: Float = 0
  }

  private(set) var places: [Place]
  /// The number of blocks that look like paragraphs.
  private(set) var paragraphs: Float = 0

  init(_ blocks: [PageBlock], _ texts: [BlockText]) {
    places = [Place](repeating: Place(), count: blocks.count)
    var counts: [UInt64: Int] = [:]
    for text in texts { counts[text.hash, default: 0] += 1 }
    let title = blocks.firstIndex { $0.headingLevel == 1 } ?? 0
    var (bytes, since, heading, longest): (Float, Float, Float, Float) = (0, 0, 0, 0)
    for index in blocks.indices {
      let size = Float(blocks[index].range.count)
      places[index].bytesBefore = bytes
      places[index].paragraphsBefore = paragraphs
      places[index].sinceParagraph = since
      places[index].repeats = counts[texts[index].hash] ?? 1
      places[index].sinceTitle = index - title
      places[index].sinceHeading = heading
      places[index].longestBefore = longest
      bytes += size
      longest = max(longest, size)
      heading = blocks[index].kind == .heading ? 0 : heading + size
      if PageStatistics.isParagraph(blocks[index], texts[index]) {
        paragraphs += 1
        since = 0
      } else {
        since += size
      }
    }
    var until: Float = 0
    for index in blocks.indices.reversed() {
      places[index].untilParagraph = until
      let isParagraph = PageStatistics.isParagraph(blocks[index], texts[index])
      until = isParagraph ? 0 : until + Float(blocks[index].range.count)
    }
  }
}

internal import Articles
internal import Reprints

/// What a report on the whole archive must know of every article: kept in the index beside its fingerprints, so that
/// it is read without the article's record.
struct ArticleOutline: Sendable, Equatable {
  var id: String
  var outlet: String?
  /// When it was published, as its record says.
  var published: ArticleDate?
  /// What it is about, for the search for rewrites.
  var sketch: StorySketch

  /// The first number of every outline; one that a version does not know is not read.
  private static let version = 1

  /// The outline as bytes.
  func encoded() -> [UInt8] {
    var writer = RecordWriter(capacity: 256)
    writer.write(Self.version)
    writer.write(id)
    writer.write(outlet)
    writer.write(published?.description)
    var last: UInt32 = 0
    writer.write(sketch.values) {
      $0.write(Int($1 - last))
      last = $1
    }
    return writer.bytes
  }
}

extension ArticleOutline {
  /// Reads an outline.
  ///
  /// - Throws: `RecordReader.Damaged` where the bytes are no outline of this version.
  init(decoding bytes: [UInt8]) throws(RecordReader.Damaged) {
    var reader = RecordReader(bytes)
    guard try reader.readNumber() == Self.version else { throw RecordReader.Damaged() }
    id = try reader.readString()
    outlet = try reader.readOptionalString()
    published = try reader.readDate()
    var last: UInt32 = 0
    let values = try reader.readArray { reader throws(RecordReader.Damaged) in
      let (value, isOver) = last.addingReportingOverflow(UInt32(clamping: try reader.readNumber()))
      guard !isOver else { throw RecordReader.Damaged() }
      last = value
      return value
    }
    sketch = StorySketch(values: values)
    guard reader.isAtEnd else { throw RecordReader.Damaged() }
  }
}

internal import Articles

/// A format of which a file is decoded as a whole, be it into one article or many.
protocol DocumentFormat: InputFormat {
  /// The most bytes that a file may have.
  var limit: Int { get }
  /// The articles of a file, each after what was odd about it.
  func events(of document: Document) throws(Refusal) -> [ReadingEvent]
}

/// The bytes of a file, and where it lies.
struct Document: Sendable {
  let bytes: [UInt8]
  let place: ArticlePlace
  let location: SourceLocation

  /// Where one of its articles is, by its number from 1; nil where it holds one alone.
  func location(ofArticle number: Int?) -> SourceLocation {
    var location = location
    location.record = number
    return location
  }
}

extension DocumentFormat {
  /// Cuts a file into one item: itself.
  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    DocumentCutter(input: input, format: self)
  }
}

/// Reads a whole file as one item.
private struct DocumentCutter<Format: DocumentFormat>: ItemCutter {
  let input: OpenInput
  let format: Format
  var isAtEnd = false

  mutating func next() throws(Refusal) -> Cut? {
    if isAtEnd { return nil }
    isAtEnd = true
    let bytes = try TextFile.bytes(of: input.reader, limit: format.limit, at: input.location)
    return .item(
      DocumentItem(
        document: Document(bytes: bytes, place: input.place, location: input.location), format: format))
  }
}

private struct DocumentItem<Format: DocumentFormat>: InputItem {
  let document: Document
  let format: Format

  var location: SourceLocation { document.location }
  var byteCount: Int { document.bytes.count }

  func events() -> [ReadingEvent] {
    do throws(Refusal) {
      return try format.events(of: document)
    } catch {
      return [.refused(error)]
    }
  }
}

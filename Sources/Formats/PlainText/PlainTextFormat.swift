internal import Articles

/// A text file: one article, byte for byte, its headline the line before its body.
struct PlainTextFormat: InputFormat {
  let name = "text"
  let summary = "a text file: one article, its headline the line before its body"
  /// The most bytes that a text may have.
  let limit: Int

  /// Nothing: any text is what is left when no other format has recognised it.
  func recognises(_ start: FileStart) -> Bool { false }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    Cutter(input: input, limit: limit)
  }

  private struct Cutter: ItemCutter {
    let input: OpenInput
    let limit: Int
    var isAtEnd = false

    mutating func next() throws(Refusal) -> Cut? {
      if isAtEnd { return nil }
      isAtEnd = true
      let bytes = try TextFile.bytes(
        of: input.reader, limit: limit, at: input.location)
      return .item(
        PlainTextItem(bytes: bytes, id: input.place.id, outlet: input.place.outlet, location: input.location))
    }
  }
}

/// The whole of a text file, with the id and outlet that its place gives it.
struct PlainTextItem: InputItem {
  let bytes: [UInt8]
  let id: String
  let outlet: String?
  let location: SourceLocation

  var byteCount: Int { bytes.count }

  func events() -> [ReadingEvent] {
    do throws(Refusal) {
      let text = try TextFile.text(of: bytes, at: location)
      let article = Article(id: id, outlet: outlet, title: TextFile.headline(of: text), text: text)
      return [.article(article, at: location, bytes: bytes.count)]
    } catch {
      return [.refused(error)]
    }
  }
}

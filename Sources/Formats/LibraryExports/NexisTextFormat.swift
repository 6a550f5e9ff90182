internal import Articles

/// An export of Nexis as text.
struct NexisTextFormat: DocumentFormat {
  let name = "nexis"
  let summary = "exports of Nexis, as text, Word or HTML"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool {
    guard start.isText, start.isUTF8 else { return false }
    return NexisReader.recognises(Self.lines(of: String(decoding: start.text, as: UTF8.self)).prefix(200))
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    let text = try TextFile.text(of: document.bytes, at: document.location)
    return try LibraryExport.events(
      of: NexisReader.drafts(of: Self.lines(of: text)) { document.location(ofArticle: $0) }, in: document,
      by: "Nexis")
  }

  private static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { $0.trimmed }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: String { String(self).trimmedOrNil ?? "" }
}

/// What exports of libraries have in common.
enum LibraryExport {
  /// The events of the articles of an export; refused where there are none.
  static func events(
    of drafts: [ArticleDraft], in document: Document, by library: String
  ) throws(Refusal) -> [ReadingEvent] {
    guard !drafts.isEmpty else {
      throw Refusal(.noText, at: document.location, "no article was found in this export of \(library)")
    }
    return drafts.flatMap { $0.events(bytes: $0.article.text.utf8.count) }
  }
}

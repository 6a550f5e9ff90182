internal import Articles

/// A Word document: an export of Nexis, or one article.
struct DocxFormat: DocumentFormat {
  let name = "docx"
  let summary = "Word documents: exports of Nexis, or one article each"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool { start.hasMagic("PK\u{3}\u{4}") && ZipKind(start) == .word }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    let lines = try Self.lines(of: document, limit: limit)
    if NexisReader.recognises(lines.prefix(500)) || lines.contains("End of Document") {
      let drafts = NexisReader.drafts(of: lines) { document.location(ofArticle: $0) }
      if !drafts.isEmpty { return try LibraryExport.events(of: drafts, in: document, by: "Nexis") }
    }
    let paragraphs = lines.filter { !$0.isEmpty }
    guard let title = paragraphs.first else {
      throw Refusal(.noText, at: document.location, "the Word document holds no text")
    }
    var draft = ArticleDraft(at: document.location)
    draft.article.id = document.place.id
    draft.article.outlet = document.place.outlet
    draft.article.title = title.utf8.count <= TextFile.longestHeadline ? title : nil
    draft.article.text = paragraphs.joined(separator: "\n\n")
    return draft.events(bytes: document.bytes.count)
  }

  /// The paragraphs of the document's body, trimmed, with a blank line after each.
  private static func lines(of document: Document, limit: Int) throws(Refusal) -> [String] {
    let xml: [UInt8]?
    do {
      xml = try body(of: document.bytes, limit: limit)
    } catch {
      throw Refusal(error, path: document.location.file, at: document.location)
    }
    guard let root = xml.flatMap(XMLReader.root) else {
      throw Refusal(
        .unreadableKind, at: document.location,
        "it is a file of an office program without a text that can be read; save it as text or .docx")
    }
    let paragraphs = root.all("p")
    return (paragraphs.isEmpty ? [root] : paragraphs).flatMap { paragraph in
      var text = ""
      append(paragraph, to: &text)
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).onOneLine } + [""]
    }
  }

  private static func body(of bytes: [UInt8], limit: Int) throws(ByteFailure) -> [UInt8]? {
    let expansion = ExpansionLimit { bytes.count }
    let archive = try ArchiveReader(ByteReader(MemoryBytes(bytes)), .members, limit: expansion)
    while let member = try archive.nextMember() {
      guard member.path == "word/document.xml" else { continue }
      return try ByteReader(MemberBytes(archive)).rest(limit: limit * 4)
    }
    return nil
  }

  private static func append(_ element: MarkupElement, to text: inout String) {
    for node in element.nodes {
      guard case .element(let child) = node else { continue }
      switch child.name {
      case "t": text += child.rawText
      case "tab": text += " "
      case "br", "cr": text += "\n"
      case "del", "instrText", "pPr", "rPr": continue
      default: append(child, to: &text)
      }
    }
  }
}

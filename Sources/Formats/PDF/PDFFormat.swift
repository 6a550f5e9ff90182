internal import Articles

/// PDFs with a layer of text, read by poppler's `pdftotext`.
///
/// It runs as a process of its own: what a hostile file does to it does nothing to us, it is held to limits of time and
/// memory, and its many libraries cost the program no time at its start.
struct PDFFormat: DocumentFormat {
  let name = "pdf"
  let summary = "PDFs with a layer of text: one article each, or an export of Nexis"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool {
    start.hasMagic("%PDF-")
      || Array(start.bytes.prefix(1024)).contains(bytesOf: "%PDF-") && !start.isText
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    let text: String
    do throws(TextTool.Failure) {
      text = try TextTool.text(ofPDF: document.bytes, limit: limit)
    } catch {
      throw Refusal(.unreadableKind, at: document.location, error.words)
    }
    let lines = PDFText.lines(of: text)
    guard lines.contains(where: { !$0.isEmpty }) else {
      throw Refusal(
        .unreadableKind, at: document.location,
        "it is a PDF with no text layer; give it one: ocrmypdf FILE FILE.pdf")
    }
    if NexisReader.recognises(lines) {
      let drafts = NexisReader.drafts(of: lines) { document.location(ofArticle: $0) }
      if !drafts.isEmpty { return try LibraryExport.events(of: drafts, in: document, by: "Nexis") }
    }
    let paragraphs = PDFText.paragraphs(of: lines)
    var draft = ArticleDraft(at: document.location)
    draft.article.id = document.place.id
    draft.article.outlet = document.place.outlet
    draft.article.title = paragraphs.first.flatMap { $0.utf8.count <= TextFile.longestHeadline ? $0 : nil }
    draft.article.text = paragraphs.joined(separator: "\n\n")
    return draft.events(bytes: document.bytes.count)
  }
}

/// The text of pages: without what stands at the head or foot of most of them, and with its lines joined.
enum PDFText {
  /// How many lines at either end of a page may be its head or foot.
  private static let edge = 2

  /// The lines of all pages, trimmed; blank ones divide paragraphs.
  static func lines(of text: String) -> [String] {
    let pages = text.split(separator: "\u{C}").map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmedOrNil ?? "" }
    }
    let furniture = repeated(at: pages)
    return pages.flatMap { page in
      let filled = page.indices.filter { !page[$0].isEmpty }
      let ends = Set(filled.prefix(edge) + filled.suffix(edge))
      return page.indices.filter { !ends.contains($0) || !isFurniture(page[$0], furniture) }.map { page[$0] }
    }
  }

  /// Lines, their numbers aside, that stand at the head or foot of half of the pages, of three at least.
  private static func repeated(at pages: [[String]]) -> Set<String> {
    guard pages.count >= 3 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      let filled = page.filter { !$0.isEmpty }
      for line in Set((filled.prefix(edge) + filled.suffix(edge)).map(withoutNumbers)) {
        counts[line, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value * 2 >= pages.count && $0.value >= 3 }.keys)
  }

  private static func isFurniture(_ line: String, _ furniture: Set<String>) -> Bool {
    furniture.contains(withoutNumbers(line)) || (line.utf8.count <= 4 && line.allSatisfy(\.isNumber))
  }

  private static func withoutNumbers(_ line: String) -> String { line.filter { !$0.isNumber } }

  /// The paragraphs, each on one line; a word that is cut at the end of a line is joined.
  static func paragraphs(of lines: [String]) -> [String] {
    var paragraphs: [String] = []
    for block in lines.split(whereSeparator: \.isEmpty) {
      var text = ""
      for line in block {
        if text.isCutWord, line.first?.isLowercase == true {
          text.removeLast()
        } else if !text.isEmpty {
          text += " "
        }
        text += line
      }
      // A block that ends in the midst of a sentence goes on behind a page or a column.
      if let last = paragraphs.last, let first = text.first, first.isLowercase,
        last.last.map({ $0.isLetter || $0 == "," || $0 == "-" }) ?? false
      {
        let joined = last.isCutWord ? last.dropLast() + text : last + " " + text
        paragraphs[paragraphs.count - 1] = String(joined)
      } else {
        paragraphs.append(text.onOneLine)
      }
    }
    return paragraphs
  }
}

extension String {
  /// Whether it ends in a hyphen behind a letter.
  fileprivate var isCutWord: Bool {
    guard let last, last == "-" || last == "\u{AD}" || last == "‐" else { return false }
    return dropLast().last?.isLetter ?? false
  }
}

internal import Extraction
internal import Presentation

/// An extracted article for people: a few lines of what the page says of it, then its text, blocks parted by blank lines.
struct ExtractionText {
  /// The text, ending with a line feed.
  let text: String

  init(_ article: ExtractedArticle) {
    var lines: [String] = []
    if let title = article.title?.value { lines.append(title) }
    let authors = article.authors.map(\.value).joined(separator: ", ")
    let facts = [article.outlet?.value, authors, article.published?.value.description].compactMap(\.self)
    if !facts.filter({ !$0.isEmpty }).isEmpty {
      lines.append(facts.filter { !$0.isEmpty }.joined(separator: " · "))
    }
    if let url = article.url?.value { lines.append(url) }
    if !article.sources.isEmpty {
      lines.append("declared source: " + article.sources.map(\.value).joined(separator: ", "))
    }
    let bytes = Array(article.text.utf8)
    var blocks = article.blocks.map { block in
      let text = String(decoding: bytes[block.range], as: UTF8.self)
      return block.isQuotation ? "> " + text : text
    }
    // The headline stands above already.
    if let title = article.title?.value, blocks.first == title { blocks.removeFirst() }
    let parts = (lines.isEmpty ? [] : [lines.joined(separator: "\n")]) + blocks
    text = TerminalText.harmless(parts.joined(separator: "\n\n")) + "\n"
  }
}

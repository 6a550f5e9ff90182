internal import Articles

/// An export of Factiva in XML.
struct FactivaXMLFormat: DocumentFormat {
  let name = "factiva"
  let summary = "exports of Factiva, in XML or HTML"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool {
    start.xmlRootName == "ppsresponse" || start.xmlRootName == "ppsarticleresponse"
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    guard let root = XMLReader.root(of: document.bytes) else {
      throw Refusal(.badDocument, at: document.location, "it begins as XML and is none")
    }
    let articles = root.all("article")
    guard !articles.isEmpty else {
      throw Refusal(.noText, at: document.location, "the export of Factiva holds no articles")
    }
    return articles.enumerated().flatMap { number, article in
      events(of: article, at: document.location(ofArticle: number + 1))
    }
  }

  private func events(of article: MarkupElement, at location: SourceLocation) -> [ReadingEvent] {
    var draft = ArticleDraft(at: location)
    draft.article.id = article.text("accessionNo") ?? ""
    draft.article.outlet = article.text("sourceName") ?? article.text("publisherName")
    draft.article.title = article.text("headline")
    draft.article.byline = article.text("byline")
    draft.setLanguage(article.text("baseLanguage"))
    draft.set(
      \.published, "publication", article.first("publicationDate/dateTime")?.line,
      article.first("publicationDate/date")?.line)
    let parts = [article.child("leadParagraph"), article.child("tailParagraphs")].compactMap { $0 }
    draft.article.text = parts.flatMap(paragraphs).joined(separator: "\n\n")
    return draft.events(bytes: draft.article.text.utf8.count)
  }

  /// The paragraphs that are marked up; else those that lines which are indented begin.
  private func paragraphs(_ part: MarkupElement) -> [String] {
    if !part.children.isEmpty { return MarkupText.paragraphs(of: part) }
    return PrintedLines.paragraphs(in: part.rawText)
  }
}

internal import Articles

/// An export of Europresse as HTML: `article` elements, or before 2015 tables.
enum EuropressePage {
  /// The articles of a page.
  static func drafts(of root: MarkupElement, at location: (Int) -> SourceLocation) -> [ArticleDraft] {
    let articles = root.all("article")
    let tables = root.all { $0.name == "table" && $0.anyClass("DocPublicationName") }
    return (articles.isEmpty ? tables : articles).enumerated().map { number, article in
      var draft = ArticleDraft(at: location(number + 1))
      draft.article.outlet = article.firstWithClass("DocPublicationName")?.line.map(outletName)
      draft.article.title =
        (article.firstWithClass("titreArticleVisu") ?? article.firstWithClass("TitreArticleVisu"))?.line
      let heading = article.all { $0.hasClass("DocHeader") }.compactMap(\.line).joined(separator: " ")
      draft.set(\.published, "publication", date(in: heading))
      draft.article.id = documentNumber(article) ?? ""
      if articles.isEmpty { fillTable(article, &draft) } else { fillArticle(article, &draft) }
      return draft
    }
  }

  /// The name before the number of the issue.
  private static func outletName(_ line: String) -> String {
    line.firstRange(of: ", no.").map { String(line[..<$0.lowerBound]) } ?? line
  }

  /// The part between commas that is a date, without the name of the day.
  private static func date(in heading: String) -> String? {
    let parts = heading.split(separator: ",").compactMap { String($0).onOneLine.trimmedOrNil }
    return parts.first { ArticleDate(parsing: $0)?.month != nil } ?? heading.trimmedOrNil
  }

  private static func fillArticle(_ article: MarkupElement, _ draft: inout ArticleDraft) {
    if let header = article.child("header") {
      let blocks = header.children("div")
      let title = blocks.lastIndex { $0.anyClass("titreArticleVisu") }
      draft.article.byline = title.flatMap { $0 + 1 < blocks.count ? blocks[$0 + 1].line : nil }
    }
    let sections = article.children("section")
    draft.article.text = sections.flatMap { MarkupText.paragraphs(of: $0) }.joined(separator: "\n\n")
  }

  /// The table gives its parts as one run of text: what lies between the headline and the copyright is the article.
  private static func fillTable(_ table: MarkupElement, _ draft: inout ArticleDraft) {
    let paragraphs = MarkupText.paragraphs(of: table)
    let title = draft.article.title.flatMap { title in paragraphs.firstIndex(of: title) }
    let body = paragraphs[(title.map { $0 + 1 } ?? 0)...].prefix {
      !$0.hasPrefix("©") && !isDocumentNumber($0)
    }
    draft.article.text = body.joined(separator: "\n\n")
  }

  private static func isDocumentNumber(_ line: String) -> Bool {
    line.contains("news·") || line.contains("document :")
  }

  /// The number behind "news·", which every document has.
  private static func documentNumber(_ article: MarkupElement) -> String? {
    for paragraph in MarkupText.paragraphs(of: article) {
      if let range = paragraph.firstRange(of: "news·") {
        return String(paragraph[range.lowerBound...].prefix { !$0.isWhitespace })
      }
    }
    return nil
  }
}

extension MarkupElement {
  /// The first element below it with a class.
  func firstWithClass(_ name: String) -> MarkupElement? { all { $0.hasClass(name) }.first }

  /// Whether it or an element below it has a class.
  func anyClass(_ name: String) -> Bool { hasClass(name) || firstWithClass(name) != nil }
}

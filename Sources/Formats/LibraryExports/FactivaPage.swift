internal import Articles

/// An export of Factiva as HTML.
enum FactivaPage {
  /// The articles of a page.
  static func drafts(of root: MarkupElement, at location: (Int) -> SourceLocation) -> [ArticleDraft] {
    root.all(where: isArticle).enumerated().map { number, article in
      var draft = ArticleDraft(at: location(number + 1))
      let rows = article.all("tr").filter { $0.child("td")?.hasClass("index") == true }
      if rows.isEmpty { fill(&draft, byOrder: article) } else { fill(&draft, byCodes: rows) }
      let paragraphs = article.all { $0.hasClass("articleParagraph") }
      draft.article.text = paragraphs.compactMap(\.line).joined(separator: "\n\n")
      return draft
    }
  }

  /// An element with a class such as `enArticle`.
  private static func isArticle(_ element: MarkupElement) -> Bool {
    element.hasClass("article")
      && element["class"]?.split(separator: " ").contains { $0.count == 9 && $0.hasSuffix("Article") } == true
  }

  /// The layout in which two letters name each field.
  private static func fill(_ draft: inout ArticleDraft, byCodes rows: [MarkupElement]) {
    var fields: [String: String] = [:]
    for row in rows {
      let cells = row.children("td")
      if let code = cells.first?.line, let value = cells.dropFirst().first?.line { fields[code] = value }
    }
    draft.article.id = fields["AN"].map(lastWord) ?? ""
    draft.article.title = fields["HD"]
    draft.article.byline = fields["BY"]
    draft.article.outlet = fields["SN"]
    draft.setLanguage(fields["LA"])
    draft.set(
      \.published, "publication",
      fields["PD"].map { date in [date, fields["ET"]].compactMap { $0 }.joined(separator: " ") },
      fields["PD"])
  }

  /// The layout in which fields stand in a fixed order: headline, byline, number of words, date, hour, outlet, and more.
  private static func fill(_ draft: inout ArticleDraft, byOrder article: MarkupElement) {
    draft.article.title =
      article.all { $0.name == "span" && $0["class"]?.hasSuffix("Headline") == true }.first?.line
    draft.article.id = article.all("p").compactMap(\.line).last.map(lastWord) ?? ""
    var lines = article.all("div").filter { $0["id"] != "hd" }.compactMap(\.line)[...]
    guard let count = lines.firstIndex(where: isWordCount) else { return }
    if count > lines.startIndex { draft.article.byline = lines[lines.startIndex] }
    lines = lines[(count + 1)...]
    if let date = lines.popFirst() { draft.set(\.published, "publication", date) }
    if let hour = lines.first, hour.contains(":"), hour.utf8.count < 12 { lines.removeFirst() }
    draft.article.outlet = lines.popFirst()
    let languages = lines.lazy.compactMap(LanguageCode.normalised)
    draft.article.language = languages.first
  }

  private static func isWordCount(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 2 && words[0].allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
  }

  private static func lastWord(_ line: String) -> String {
    line.split(separator: " ").last.map(String.init) ?? ""
  }
}

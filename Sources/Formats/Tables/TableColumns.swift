internal import Articles

/// Which column of a table holds what: as the options name them, else by the names of known corpora.
struct TableColumns: Sendable {
  /// The columns that may hold a field, the likeliest first.
  private let columns: [ArticleField: [Int]]
  /// All names, as the table has them.
  let names: [String]

  /// The names that a field goes by, the likeliest first, without case, blanks and signs.
  private static let known: [ArticleField: [String]] = [
    .text: [
      "text", "content", "body", "maintext", "articletext", "fulltext", "article", "articlebody",
      "articlecontent",
      "contenttext", "bodytext", "storytext", "newscontent", "newstext", "story", "fullcontent", "plaintext",
      "news",
    ],
    .title: ["title", "headline", "heading", "newstitle", "articletitle", "header", "headlines"],
    .outlet: [
      "outlet", "publication", "publisher", "media", "medianame", "sourcename", "newspaper", "sitename",
      "site", "source",
      "sourcedomain", "domain", "hostname", "sourcehostname", "journal", "series", "website", "channel",
    ],
    .url: ["url", "link", "articleurl", "weburl", "sourceurl", "canonicalurl", "address", "source", "uri"],
    .published: [
      "published", "publishedat", "publisheddate", "datepublished", "datepublish", "publishdate",
      "publicationdate",
      "pubdate", "date", "datetime", "publishedutc", "time", "timestamp", "created", "createdat", "dateadded",
    ],
    .byline: ["byline", "author", "authors", "writer", "journalist", "creator"],
    .language: ["language", "lang"],
    .id: ["id", "articleid", "docid", "documentid", "uuid", "guid", "newsid"],
    .crawled: [
      "crawled", "crawledat", "crawldate", "datedownload", "downloaddate", "collectionutc", "scrapedat",
      "filedate",
    ],
  ]

  /// Finds the columns by the line of names.
  init(names: [String], fields: FieldMap) {
    self.names = names
    let plain = names.map { name in name.lowercased().filter { $0.isLetter || $0.isNumber } }
    var columns: [ArticleField: [Int]] = [:]
    for field in ArticleField.allCases {
      if let wanted = fields.names[field] {
        columns[field] = names.indices.filter { names[$0] == wanted }
      } else {
        columns[field] = Self.known[field, default: []].compactMap { plain.firstIndex(of: $0) }
      }
    }
    self.columns = columns
  }

  /// Whether a column of text was found.
  var hasText: Bool { columns[.text]?.isEmpty == false }

  /// Whether some of the names are those of a table of articles.
  var areLikely: Bool { columns.values.count { !$0.isEmpty } >= 2 }

  /// The draft of a row.
  func draft(of row: [String], place: ArticlePlace, at location: SourceLocation) -> ArticleDraft {
    var draft = ArticleDraft(at: location)
    draft.article.id = value(.id, row).map(Self.wholeNumber) ?? ""
    draft.article.title = value(.title, row)
    draft.article.byline = value(.byline, row)
    // A column named source holds addresses in one corpus and outlets in the next.
    draft.article.url = value(.url, row) { $0.contains("://") || $0.hasPrefix("www.") }
    draft.article.outlet = value(.outlet, row) { !$0.contains("://") }
    draft.setLanguage(value(.language, row))
    draft.set(\.published, "publication", epochOrText: value(.published, row))
    draft.set(\.crawled, "crawl", epochOrText: value(.crawled, row))
    draft.article.text =
      columns[.text]?.lazy.compactMap { $0 < row.count ? row[$0] : nil }.first { !$0.isBlank } ?? ""
    draft.takeOutMarkup()
    return draft
  }

  private func value(
    _ field: ArticleField, _ row: [String], where fits: (String) -> Bool = { _ in true }
  ) -> String? {
    columns[field, default: []].lazy.compactMap { $0 < row.count ? row[$0].trimmedOrNil : nil }
      .first { !Self.missing.contains($0) && fits($0) }
  }

  /// What programs write where there is nothing.
  private static let missing: Set<String> = [
    "NULL", "null", "None", "NaN", "nan", "N/A", "NA", "\\N", "#N/A",
  ]

  private static func wholeNumber(_ id: String) -> String {
    id.hasSuffix(".0") && id.dropLast(2).allSatisfy(\.isNumber) ? String(id.dropLast(2)) : id
  }
}

extension ArticleDraft {
  /// Sets a date that may be a count since 1970.
  mutating func set(
    _ field: WritableKeyPath<Article, ArticleDate?>, _ name: String, epochOrText text: String?
  ) {
    if let text, let number = Double(text), ArticleDate(parsing: text) == nil,
      let date = ArticleDate(epochNumber: number)
    {
      article[keyPath: field] = date
    } else {
      set(field, name, text)
    }
  }

  /// Takes out tags and character references that were left in text and headline.
  mutating func takeOutMarkup() {
    if let text = MarkupLeft.text(without: article.text) {
      article.text = text
      warn(.markupLeft, "tags and character references were left in the text; it is indexed without them")
    }
    if let title = article.title, let plain = MarkupLeft.text(without: title) {
      article.title = plain.onOneLine.trimmedOrNil
    }
  }
}

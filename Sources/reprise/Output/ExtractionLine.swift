internal import Articles
internal import Extraction
internal import Presentation

/// An extracted article as a line of JSON, or why a page has none.
struct ExtractionLine: JSONRecord {
  private let file: String
  private let extracted: Extracted

  init(file: String, _ extracted: Extracted) {
    self.file = file
    self.extracted = extracted
  }

  func write(to json: inout JSONObject) {
    switch extracted {
    case .refused(let refusal):
      json.add("detail", refusal.detail)
      json.add("file", file)
      json.add("refused", refusal.kind.rawValue)
      json.add("type", "refusal")
    case .article(let article): write(article, to: &json)
    }
  }

  private func write(_ article: ExtractedArticle, to json: inout JSONObject) {
    if !article.authors.isEmpty { json.add("authors", article.authors.map(\.value)) }
    json.add("blocks", article.blocks.map(BlockPart.init))
    json.add("file", file)
    json.add("found", Places(article))
    json.add("language", article.language?.value)
    json.add("modified", article.modified?.value.description)
    let others = OtherDates(article)
    if !others.dates.isEmpty { json.add("other_dates", others) }
    json.add("outlet", article.outlet?.value)
    json.add("published", article.published?.value.description)
    json.add("section", article.section?.value)
    if !article.sources.isEmpty { json.add("sources", article.sources.map(\.value)) }
    json.add("text", article.text)
    json.add("title", article.title?.value)
    json.add("type", "article")
    json.add("url", article.url?.value)
  }
}

/// A block of the text: its kind, its place in UTF-8 bytes, and whether it is quoted.
private struct BlockPart: JSONRecord {
  let block: TextBlock

  func write(to json: inout JSONObject) {
    json.add("kind", block.kind.rawValue)
    if block.isQuotation { json.add("quotation", true) }
    json.add("range", block.range)
  }
}

/// Where each value was found.
private struct Places: JSONRecord {
  let article: ExtractedArticle

  init(_ article: ExtractedArticle) { self.article = article }

  func write(to json: inout JSONObject) {
    json.add("authors", article.authors.first?.place.description)
    json.add("language", article.language?.place.description)
    json.add("modified", article.modified?.place.description)
    json.add("outlet", article.outlet?.place.description)
    json.add("published", article.published?.place.description)
    json.add("section", article.section?.place.description)
    json.add("sources", article.sources.first?.place.description)
    json.add("title", article.title?.place.description)
    json.add("url", article.url?.place.description)
  }
}

/// Other dates of publication that the page gives, by where it gives them.
private struct OtherDates: JSONRecord {
  let dates: [(place: String, date: String)]

  init(_ article: ExtractedArticle) {
    var others: [String: String] = [:]
    for date in article.publishedCandidates.dropFirst() where date.value != article.published?.value {
      others[date.place.description] = date.value.description
    }
    dates = others.map { (place: $0.key, date: $0.value) }
      .sorted { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
  }

  func write(to json: inout JSONObject) {
    for each in dates { json.add(each.place, each.date) }
  }
}

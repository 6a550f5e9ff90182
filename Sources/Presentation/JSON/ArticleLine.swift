public import Archive
internal import Articles

/// An article with what is known of it, as JSON.
public struct ArticleLine: JSONRecord {
  private let record: ArticleRecord
  private let boilerplate: [Range<Int>]

  /// - Parameters:
  ///   - record: The article, as the archive keeps it.
  ///   - boilerplate: Where its outlet's boilerplate stands, as UTF-8 offsets into the text.
  public init(_ record: ArticleRecord, boilerplate: [Range<Int>]) {
    self.record = record
    self.boilerplate = boilerplate
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    let article = record.article
    let dates = ArticleDates(article)
    json.add("boilerplate", boilerplate)
    json.add("byline", article.byline)
    json.add("crawled", article.crawled?.description)
    json.add("date_conflicts", dates.conflicts)
    json.add("entities", record.mentions.map(MentionPart.init))
    json.add("given", article.entities.map(GivenPart.init))
    json.add("id", article.id)
    json.add("language", article.language)
    if !Archive.recognisesNames(in: record.language) { json.add("names", "known places alone") }
    json.add("outlet", article.outlet)
    json.add("printed", article.printed?.description)
    json.add("printed_in_text", dates.printedInText?.description)
    json.add("published", article.published?.description)
    json.add("sources", article.sources)
    json.add("text", article.text)
    json.add("text_sha256", ContentHash(text: article.text).description)
    json.add("title", article.title)
    json.add("type", "article")
    json.add("url", article.url)
  }
}

/// A mention of an entity in an article.
private struct MentionPart: JSONRecord {
  let mention: StoredMention

  func write(to json: inout JSONObject) {
    json.add("bytes", mention.bytes)
    json.add("class", mention.entityClass.rawValue)
    json.add("key", mention.key)
    json.add("name", mention.name)
  }
}

/// An entity that an article's record brought.
private struct GivenPart: JSONRecord {
  let entity: GivenEntity

  func write(to json: inout JSONObject) {
    json.add("class", entity.entityClass.rawValue)
    json.add("name", entity.name)
  }
}

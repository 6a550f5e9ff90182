internal import Archive
internal import Articles

/// An article as a JSON line.
struct ArticleLine: Encodable {
  let type = "article"
  let id: String
  let outlet: String?
  let url: String?
  let title: String?
  let language: String?
  let byline: String?
  let published: String?
  let printed: String?
  let crawled: String?
  let printedInText: String?
  let dateConflicts: [String]
  let sources: [String]
  let text: String
  let textSHA256: String
  let entities: [MentionLine]
  let given: [GivenLine]
  let boilerplate: [[Int]]

  enum CodingKeys: String, CodingKey {
    case type, id, outlet, url, title, language, byline, published, printed, crawled, sources, text
    case printedInText = "printed_in_text"
    case dateConflicts = "date_conflicts"
    case textSHA256 = "text_sha256"
    case entities, given, boilerplate
  }

  init(_ record: ArticleRecord, boilerplate: [Range<Int>]) {
    let article = record.article
    id = article.id
    outlet = article.outlet
    url = article.url
    title = article.title
    language = article.language
    byline = article.byline
    published = article.published?.description
    printed = article.printed?.description
    crawled = article.crawled?.description
    let dates = ArticleDates(article)
    printedInText = dates.printedInText?.description
    dateConflicts = dates.conflicts
    sources = article.sources
    text = article.text
    textSHA256 = ContentHash(text: article.text).description
    entities = record.mentions.map(MentionLine.init)
    given = article.entities.map(GivenLine.init)
    self.boilerplate = boilerplate.map(\.pair)
  }
}

/// A mention of an entity as part of a JSON line.
struct MentionLine: Encodable {
  let entityClass: String
  let bytes: [Int]
  let name: String
  let key: String

  enum CodingKeys: String, CodingKey {
    case entityClass = "class"
    case bytes, name, key
  }

  init(_ mention: StoredMention) {
    entityClass = mention.entityClass.rawValue
    bytes = mention.bytes.pair
    name = mention.name
    key = mention.key
  }
}

/// An entity that the record brought, as part of a JSON line.
struct GivenLine: Encodable {
  let entityClass: String
  let name: String

  enum CodingKeys: String, CodingKey {
    case entityClass = "class"
    case name
  }

  init(_ entity: GivenEntity) {
    entityClass = entity.entityClass.rawValue
    name = entity.name
  }
}

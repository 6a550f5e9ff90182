internal import Archive
internal import Articles

/// A result of a search as a JSON line.
struct ResultLine: Encodable {
  let type = "result"
  let rank: Int
  let score: Double
  let article: String
  let outlet: String?
  let published: String?
  let title: String?
  let url: String?
  let language: String?
  let passage: [Int]
  let extract: String
  let marks: [[Int]]
  /// Left out where the passage meets all conditions of the query.
  let elsewhere: [ElsewhereLine]?
  let entities: [EntityLine]
  let repeatedBy: [RepeatLine]
  let repeatedByMore: Int
  let origin: Bool
  let query: String?

  enum CodingKeys: String, CodingKey {
    case type, rank, score, article, outlet, published, title, url, language, passage, extract, marks,
      elsewhere, entities
    case repeatedBy = "repeated_by"
    case repeatedByMore = "repeated_by_more"
    case origin, query
  }

  /// - Parameter query: The id of the query, where many are run in one batch.
  init(_ result: SearchResult, query: String? = nil) {
    rank = result.rank
    score = result.score
    article = result.article.id
    outlet = result.article.outlet
    published = result.article.published?.description
    title = result.article.title
    url = result.article.url
    language = result.article.language
    passage = result.passage.pair
    extract = result.extract.text
    marks = result.extract.marks.map(\.pair)
    elsewhere = result.elsewhere.isEmpty ? nil : result.elsewhere.map(ElsewhereLine.init)
    entities = result.entities.map(EntityLine.init)
    repeatedBy = result.repeats.map(RepeatLine.init)
    repeatedByMore = result.repeatsNotListed
    origin = result.isOrigin
    self.query = query
  }
}

/// A condition of the query that another passage of the article meets, as part of a JSON line.
struct ElsewhereLine: Encodable {
  let condition: String
  let passage: [Int]

  init(_ elsewhere: ConditionElsewhere) {
    condition = elsewhere.condition
    passage = elsewhere.passage.pair
  }
}

/// An entity as part of a JSON line.
struct EntityLine: Encodable {
  let entityClass: String
  let name: String
  let key: String
  /// True where the article's record brings the entity; left out otherwise.
  let given: Bool?

  enum CodingKeys: String, CodingKey {
    case entityClass = "class"
    case name, key, given
  }

  init(_ tag: NamedEntity) {
    entityClass = tag.entityClass.rawValue
    name = tag.name
    key = tag.key
    given = tag.isGiven ? true : nil
  }
}

/// An article that repeats a passage, as part of a JSON line.
struct RepeatLine: Encodable {
  let article: String
  let outlet: String?
  let published: String?
  let title: String?
  let share: Double
  let relation: String
  let spans: [[Int]]

  init(_ repeated: PassageRepeat) {
    article = repeated.article.id
    outlet = repeated.article.outlet
    published = repeated.article.published?.description
    title = repeated.article.title
    share = repeated.share.rounded(toPlaces: 4)
    relation = repeated.evidence.rawValue
    spans = repeated.spans.map(\.pair)
  }
}

extension Range<Int> {
  /// The range as JSON has it: `[start, end]`.
  var pair: [Int] { [lowerBound, upperBound] }
}

extension Double {
  /// The number rounded to some decimal places, so that JSON shows no false precision.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

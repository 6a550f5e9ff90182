public import Archive
internal import Articles
internal import Ranking

/// A result of a search, as JSON.
public struct ResultLine: JSONRecord {
  private let result: SearchResult
  private let query: String?

  /// - Parameters:
  ///   - result: The result.
  ///   - query: The id of the query, where many are run in one batch.
  public init(_ result: SearchResult, query: String? = nil) {
    self.result = result
    self.query = query
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("article", result.article.id)
    // Left out where the passage meets all conditions of the query.
    if !result.elsewhere.isEmpty { json.add("elsewhere", result.elsewhere.map(ElsewherePart.init)) }
    json.add("entities", result.entities.map(EntityPart.init))
    json.add("extract", result.extract.text)
    json.add("language", result.article.language)
    json.add("marks", result.extract.marks)
    json.add("origin", result.isOrigin)
    json.add("outlet", result.article.outlet)
    json.add("passage", result.passage)
    json.add("published", result.article.published?.description)
    json.add("query", query)
    json.add("rank", result.rank)
    json.add("repeated_by", result.repeats.map(RepeatPart.init))
    json.add("repeated_by_more", result.repeatsNotListed)
    json.add("score", result.score)
    json.add("title", result.article.title)
    json.add("type", "result")
    json.add("url", result.article.url)
  }
}

/// A condition of the query that another passage of the article meets.
private struct ElsewherePart: JSONRecord {
  let elsewhere: ConditionElsewhere

  func write(to json: inout JSONObject) {
    json.add("condition", elsewhere.condition)
    json.add("passage", elsewhere.passage)
  }
}

/// An entity that a passage names.
private struct EntityPart: JSONRecord {
  let entity: NamedEntity

  func write(to json: inout JSONObject) {
    json.add("class", entity.entityClass.rawValue)
    // Left out where the article's record does not bring the entity.
    if entity.isGiven { json.add("given", true) }
    json.add("key", entity.key)
    json.add("name", entity.name)
  }
}

/// An article that repeats a passage.
private struct RepeatPart: JSONRecord {
  let repeated: PassageRepeat

  func write(to json: inout JSONObject) {
    json.add("article", repeated.article.id)
    json.add("outlet", repeated.article.outlet)
    json.add("published", repeated.article.published?.description)
    json.add("relation", repeated.evidence.rawValue)
    json.add("share", repeated.share.rounded(toPlaces: 4))
    json.add("spans", repeated.spans)
    json.add("title", repeated.article.title)
  }
}

extension Double {
  /// The number rounded to some decimal places, so that JSON shows no false precision.
  package func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

/// What is around records: an answer of a service, an export of a channel, a data frame.
struct RecordEnvelope {
  /// The records inside.
  let records: [JSONObject]
  /// The name of what they are from, where the envelope has it.
  var outlet: String?
  /// The shape of the records, where the envelope tells it.
  var format: RecordFormat?

  /// Keys under which services give lists of records.
  private static let listKeys = [
    "articles", "items", "item", "messages", "results", "documents", "docs", "posts", "records", "stories",
    "entries", "news",
    "data", "response", "hits", "result",
  ]

  /// Opens an envelope; nil where an object is none.
  init?(_ object: JSONObject) {
    if let found = Self.list(in: object, depth: 0) {
      records = found.map(Self.unwrapped)
      if object["messages"] != nil, object["type"]?.string != nil {
        format = .telegram
        outlet = object["name"]?.joined
      }
    } else if let rows = Self.dataFrame(object) {
      records = rows
    } else {
      return nil
    }
  }

  /// The list of records under a known key, or under one within.
  private static func list(in object: JSONObject, depth: Int) -> [JSONObject]? {
    for key in listKeys {
      guard let value = object[key] else { continue }
      let objects = value.elements.compactMap(\.object)
      if !objects.isEmpty, objects.count == value.elements.count { return objects }
      if depth > 0, key == "item", let item = value.object { return [item] }
      if depth < 2, let inner = value.object, let found = list(in: inner, depth: depth + 1) { return found }
    }
    return nil
  }

  /// The record in a hit of a search engine.
  private static func unwrapped(_ object: JSONObject) -> JSONObject {
    guard var source = object["_source"]?.object else { return object["item"]?.object ?? object }
    if source["id"] == nil, let id = object["_id"] { source.members.append(.init(key: "id", value: id)) }
    return source
  }

  // MARK: Data frames of pandas

  /// The rows of a data frame by columns, by rows, or split in names and rows; nil where an object is none.
  private static func dataFrame(_ object: JSONObject) -> [JSONObject]? {
    if let names = object["columns"]?.elements.compactMap(\.string), let rows = object["data"]?.elements,
      !names.isEmpty
    {
      return rows.map { row in
        JSONObject(members: zip(names, row.elements).map { JSONObject.Member(key: $0, value: $1) })
      }
    }
    let values = object.members.compactMap(\.value.object)
    guard values.count == object.members.count, let first = values.first, !first.members.isEmpty else {
      return nil
    }
    let keys = first.members.map(\.key)
    // By columns the keys are the numbers of rows; by rows they are the names of columns, one of them of a text.
    if object.members.allSatisfy({ $0.key.allSatisfy(\.isNumber) }),
      !keys.allSatisfy({ $0.allSatisfy(\.isNumber) })
    {
      return values
    }
    guard values.count > 1, values.allSatisfy({ $0.members.map(\.key) == keys }) else { return nil }
    return keys.indices.map { row in
      JSONObject(
        members: zip(object.members, values).map {
          JSONObject.Member(key: $0.key, value: $1.members[row].value)
        })
    }
  }
}

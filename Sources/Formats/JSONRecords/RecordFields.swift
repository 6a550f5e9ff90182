internal import Articles

/// The fields of a record, read by the rules of a format; a value of an unexpected type counts as missing.
struct RecordFields {
  let record: JSONObject
  /// A word that stands for what is missing.
  let missingWord: String?

  /// The first value that is not blank.
  func string(_ rules: [FieldRule]) -> String? {
    rules.lazy.compactMap { string($0) }.first
  }

  /// The value under one rule, unless it is blank.
  func string(_ rule: FieldRule) -> String? {
    let found = value(rule)?.joined
    return found == missingWord ? nil : found
  }

  /// The text exactly as it is, even where it is blank; a list of texts is paragraphs.
  func text(_ rules: [FieldRule]) -> String? {
    rules.lazy.compactMap { rule in value(rule).flatMap { Self.text(of: $0) } }.first { $0 != missingWord }
  }

  /// A string; or the paragraphs of a list, of an object with paragraphs and sections, or of runs of marked-up text.
  private static func text(of value: JSONValue) -> String? {
    if let string = value.string { return string }
    let isRuns = value.elements.contains {
      $0.object?["type"]?.string != nil && $0.object?["text"]?.string != nil
    }
    let parts = paragraphs(of: value)
    return parts.isEmpty ? nil : parts.joined(separator: isRuns ? "" : "\n\n")
  }

  private static func paragraphs(of value: JSONValue) -> [String] {
    switch value {
    case .string(let string): string.isEmpty ? [] : [string]
    case .array(let values): values.flatMap(paragraphs)
    case .object(let object):
      (object["text"] ?? object["content"] ?? object["value"]).map(paragraphs)
        ?? ["summary", "sections", "headline", "paragraphs", "body"].flatMap {
          object[$0].map(paragraphs) ?? []
        }
    case .null, .bool, .number: []
    }
  }

  /// An id: a whole number is written as one, whatever wrote it.
  func identifier(_ rules: [FieldRule]) -> String? {
    guard let text = string(rules) else { return nil }
    guard text.hasSuffix(".0"), text.dropLast(2).allSatisfy(\.isNumber) else { return text }
    return String(text.dropLast(2))
  }

  /// The moment of a number, or of a text that is digits alone, of as many as a count since 1970 has today.
  func epoch(_ rule: FieldRule) -> ArticleDate? {
    switch value(rule) {
    case .number(let digits): return Double(digits).flatMap(ArticleDate.init(epochNumber:))
    case .string(let text) where [10, 13].contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit):
      return Double(text).flatMap(ArticleDate.init(epochNumber:))
    default: return nil
    }
  }

  /// The value under a rule as it stands in the record.
  func rawValue(_ rule: FieldRule) -> JSONValue? { value(rule) }

  /// All that a list, or one value, holds, of the first rule under which there is anything.
  func strings(_ rules: [FieldRule]) -> [String] {
    rules.lazy.map { value($0)?.parts ?? [] }.first { !$0.isEmpty } ?? []
  }

  /// Whether a key is there, whatever its value.
  func states(_ rules: [FieldRule]) -> Bool {
    rules.contains { record[$0.key] != nil }
  }

  /// The entities, and the names of those that have no class that is known.
  func entities(_ rules: [EntityRule]) -> (known: [GivenEntity], unknown: [String]) {
    var known: [GivenEntity] = []
    var unknown: [String] = []
    for rule in rules {
      switch rule {
      case .names(let entityClass, let path):
        known += (value(path)?.parts ?? []).map { GivenEntity(entityClass: entityClass, name: $0) }
      case .classed(let path):
        for case .object(let entity) in value(path)?.elements ?? [] {
          guard let name = entity["name"]?.joined else { continue }
          if let entityClass = entity["class"]?.string.flatMap(EntityClass.init) {
            known.append(GivenEntity(entityClass: entityClass, name: name))
          } else {
            unknown.append(name)
          }
        }
      }
    }
    return (known, unknown)
  }

  private func value(_ rule: FieldRule) -> JSONValue? {
    switch rule {
    case .path(let path): record[path]
    case .epochSeconds(let key): record[key]
    case .mainValue(let key): mainValue(of: record[key]?.elements ?? [])
    }
  }

  /// Of the texts of a ninjs item, the one whose role is `main`; else the first; of those not marked up, if there are any.
  private func mainValue(of elements: [JSONValue]) -> JSONValue? {
    let plain = elements.compactMap(\.object).filter {
      ($0["contenttype"] ?? $0["contentType"])?.string?.hasPrefix("text/plain") ?? true
    }
    let texts = plain.isEmpty ? elements.compactMap(\.object) : plain
    return (texts.first { $0["role"]?.string == "main" } ?? texts.first)?["value"]
  }
}

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

  /// The text exactly as it is, even where it is blank; only a string is one.
  func text(_ rules: [FieldRule]) -> String? {
    rules.lazy.compactMap { value($0)?.string }.first { $0 != missingWord }
  }

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

  /// Of the texts of a ninjs item, the one whose role is `main`; else the first; of those not marked up.
  private func mainValue(of elements: [JSONValue]) -> JSONValue? {
    let plain = elements.compactMap(\.object).filter {
      ($0["contenttype"] ?? $0["contentType"])?.string?.hasPrefix("text/plain") ?? true
    }
    return (plain.first { $0["role"]?.string == "main" } ?? plain.first)?["value"]
  }
}

import TestSupport

/// Holds a value against the part of JSON Schema that the description of the API uses.
struct SchemaCheck {
  let schemas: JSON

  /// What does not fit, with its place.
  func faults(_ value: JSON, _ schema: JSON, at place: String) -> [String] {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      guard let named = schemas[String(name)] else { return ["\(place): there is no schema \(name)"] }
      return faults(value, named, at: place)
    }
    if let constant = schema["const"] { return value == constant ? [] : ["\(place): is not \(constant)"] }
    if let allowed = schema["enum"]?.array {
      return allowed.contains(value) ? [] : ["\(place): \(value) is none of those allowed"]
    }
    switch (schema["type"]?.string, value) {
    case ("object", .object(let members)): return faults(members, schema, at: place)
    case ("array", .array(let elements)):
      if let items = schema["items"] {
        return elements.enumerated().flatMap { faults($1, items, at: "\(place)[\($0)]") }
      }
      return elements.count == 2 ? [] : ["\(place): is no range"]
    case ("string", .string), ("boolean", .bool): return []
    case ("integer", .number(let number)):
      return number == number.rounded() ? [] : ["\(place): is no whole number"]
    case ("number", .number(let number)):
      if let most = schema["maximum"]?.number, number > most {
        return ["\(place): \(number) is more than \(most)"]
      }
      return []
    default: return ["\(place): is no \(schema["type"]?.string ?? "known type")"]
    }
  }

  private func faults(_ members: [String: JSON], _ schema: JSON, at place: String) -> [String] {
    guard case .object(let known)? = schema["properties"] else {
      return ["\(place): the schema has no properties"]
    }
    let required = schema["required"]?.array?.compactMap(\.string) ?? []
    var faults = required.filter { members[$0] == nil }.map { "\(place): \($0) is missing" }
    for (name, value) in members {
      guard let schema = known[name] else {
        faults.append("\(place): \(name) is not described")
        continue
      }
      faults += self.faults(value, schema, at: "\(place).\(name)")
    }
    return faults
  }
}

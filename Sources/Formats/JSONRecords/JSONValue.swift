internal import Articles

/// A value of JSON, as far as records need it.
enum JSONValue: Equatable, Sendable {
  /// `null`, and the `NaN` and infinities that Python writes for missing numbers.
  case null
  case bool(Bool)
  /// A number as it is written: ids are longer than any integer type is wide.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The short texts that a value stands for: a string that is not blank, a number, the name of an object
  /// that has one, or those of a list.
  var parts: [String] {
    switch self {
    case .null, .bool: []
    case .number(let digits): [digits]
    case .string(let string): string.isBlank ? [] : [string]
    case .array(let values): values.flatMap(\.parts)
    case .object(let object): object["name"]?.parts ?? []
    }
  }

  /// All parts, joined as a byline joins names; nil where there is none.
  var joined: String? {
    let parts = parts
    return parts.count > 1 ? parts.joined(separator: ", ") : parts.first
  }

  /// The string, where it is one.
  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The elements, where it is an array; none otherwise.
  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }

  /// The object, where it is one.
  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}

/// An object of JSON with its members in the order in which they were written.
struct JSONObject: Equatable, Sendable {
  /// A key with its value.
  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONValue
  }

  var members: [Member] = []

  /// The value of a key; the last, where a key is there twice, as most readers have it.
  subscript(key: String) -> JSONValue? {
    members.last { $0.key == key }?.value
  }

  /// The value at the end of a path of keys through objects.
  subscript(path: [String]) -> JSONValue? {
    var value = JSONValue.object(self)
    for key in path {
      guard let next = value.object?[key] else { return nil }
      value = next
    }
    return value
  }
}

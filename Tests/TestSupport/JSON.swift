/// Any JSON value, for looking into output.
public enum JSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Any value that a decoder gives.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// The value of a key of an object; nil where there is none.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The keys of an object.
  public var keys: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }

  /// The text of a string; nil for all else.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The value of a number; nil for all else.
  public var number: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  /// The members of an array; nil for all else.
  public var array: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}

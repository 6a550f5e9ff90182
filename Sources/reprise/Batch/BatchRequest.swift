internal import Articles
internal import FoundationEssentials

/// A request of a batch: `{"id": 7, "call": "search", "query": "grain", "limit": 3}`.
///
/// What a call takes is taken out of it by name and type; what is left over then is an error, so that a mistyped
/// option is never ignored.
struct BatchRequest {
  /// A value of an option.
  enum Value: Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([String])
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .other
      }
    }
  }

  /// The id as JSON, to be given back with each line of the answer; `null` where there is none.
  let id: String
  /// What is asked for.
  let call: String
  private var options: [String: Value]

  /// Reads a line.
  ///
  /// - Throws: ``BatchError`` with the kind `usage` where it is no request.
  init(line: [UInt8]) throws(BatchError) {
    guard let options = try? JSONDecoder().decode([String: Value].self, from: Data(line)) else {
      throw BatchError(.usage, "the line is no JSON object of options; see the protocol of 'reprise batch'")
    }
    self.options = options
    id = Self.json(self.options.removeValue(forKey: "id"))
    guard case .text(let call) = self.options.removeValue(forKey: "call") else {
      throw BatchError(.usage, "the request has no \"call\", such as \"search\"")
    }
    self.call = call
  }

  /// The id of a line that may be no request, as JSON.
  static func id(ofLine line: [UInt8]) -> String {
    json((try? JSONDecoder().decode([String: Value].self, from: Data(line)))?["id"])
  }

  private static func json(_ id: Value?) -> String {
    switch id {
    case .text(let text): String(decoding: JSONString.quoted(text), as: UTF8.self)
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: "\(Int(number))"
    case .number(let number): "\(number)"
    default: "null"
    }
  }

  /// Takes a text; nil where it is not given.
  mutating func text(_ name: String) throws(BatchError) -> String? {
    switch options.removeValue(forKey: name) {
    case nil, .null: return nil
    case .text(let text): return text
    default: throw BatchError(.usage, "\"\(name)\" wants a string")
    }
  }

  /// Takes a text that must be given.
  mutating func neededText(_ name: String) throws(BatchError) -> String {
    guard let text = try text(name) else {
      throw BatchError(.usage, "\"\(call)\" wants \"\(name)\", a string")
    }
    return text
  }

  /// Takes a number; nil where it is not given.
  mutating func number(_ name: String) throws(BatchError) -> Double? {
    switch options.removeValue(forKey: name) {
    case nil, .null: return nil
    case .number(let number): return number
    default: throw BatchError(.usage, "\"\(name)\" wants a number")
    }
  }

  /// Takes a whole number; nil where it is not given.
  mutating func count(_ name: String, in bounds: ClosedRange<Int>) throws(BatchError) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let count = Int(exactly: number), bounds.contains(count) else {
      throw BatchError(
        .usage, "\"\(name)\" wants a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return count
  }

  /// Takes a truth value; what is not given is false, or as said.
  mutating func flag(_ name: String, default missing: Bool = false) throws(BatchError) -> Bool {
    switch options.removeValue(forKey: name) {
    case nil, .null: return missing
    case .flag(let flag): return flag
    default: throw BatchError(.usage, "\"\(name)\" wants true or false")
    }
  }

  /// Takes a list of texts; what is not given is empty.
  mutating func list(_ name: String) throws(BatchError) -> [String] {
    switch options.removeValue(forKey: name) {
    case nil, .null: return []
    case .text(let text): return [text]
    case .list(let list): return list
    default: throw BatchError(.usage, "\"\(name)\" wants a list of strings")
    }
  }

  /// Takes one of some words; nil where it is not given.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of _: Choice.Type
  ) throws(BatchError) -> Choice? {
    guard let word = try text(name) else { return nil }
    return try Self.choice(word, name)
  }

  /// Takes a list of some words; what is not given is empty.
  mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of _: Choice.Type
  ) throws(BatchError) -> [Choice] {
    var choices: [Choice] = []
    for word in try list(name) { choices.append(try Self.choice(word, name)) }
    return choices
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String, _ name: String
  ) throws(BatchError) -> Choice {
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw BatchError(.usage, "\"\(name)\" is one of \(words), not \"\(word)\"")
    }
    return choice
  }

  /// Checks that nothing was given that the call does not take.
  func finish() throws(BatchError) {
    guard let name = options.keys.min() else { return }
    throw BatchError(.usage, "\"\(call)\" takes no \"\(name)\"")
  }
}

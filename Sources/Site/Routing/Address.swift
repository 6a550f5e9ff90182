/// Addresses within the site.
enum Address {
  /// A path with its query; values that are nil or empty are left out.
  static func of(_ path: String, _ query: KeyValuePairs<String, String?> = [:]) -> String {
    var address = path
    var mark = "?"
    for case (let name, let value?) in query where !value.isEmpty {
      address += "\(mark)\(name)=\(encoded(value))"
      mark = "&"
    }
    return address
  }

  /// An article's dossier.
  static func article(_ id: String) -> String { of("/article", ["id": id]) }

  /// The family of an article.
  static func family(_ id: String) -> String { of("/family", ["id": id]) }

  /// Two articles side by side.
  static func comparison(_ a: String, _ b: String) -> String { of("/compare", ["a": a, "b": b]) }

  /// An outlet's page.
  static func outlet(_ name: String) -> String { of("/outlet", ["name": name]) }

  /// A search.
  static func search(_ query: String) -> String { of("/", ["q": query]) }

  /// A part of an address with every byte but the unreserved ones as `%` and two digits (RFC 3986, section 2.1).
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What was encoded; nil where a `%` has no two digits behind it, or the bytes are no UTF-8.
  ///
  /// - Parameter isForm: Whether `+` is a space.
  static func decoded(_ text: some Sequence<UInt8>, isForm: Bool) -> String? {
    var bytes: [UInt8] = []
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
          return nil
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where isForm: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// The names and values of a query or of a form.
struct FormValues: Sendable {
  private var values: [String: String] = [:]

  /// None.
  init() {}

  /// Reads `name=value&…`; the last value of a name counts.
  ///
  /// - Throws: ``Problem`` for what is wrongly encoded.
  init(parsing bytes: some Collection<UInt8>) throws(Problem) {
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Address.decoded(sides[0], isForm: true),
        let value = sides.count == 2 ? Address.decoded(sides[1], isForm: true) : ""
      else {
        throw .badRequest(
          "a part of the query is not encoded as RFC 3986 asks: every % with two digits, in UTF-8")
      }
      values[name] = value
    }
  }

  /// The value of a name; nil where there is none or an empty one.
  subscript(name: String) -> String? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return value
  }

  /// The names that occur.
  var names: Set<String> { Set(values.keys) }

  /// The value that must be there.
  func required(_ name: String) throws(Problem) -> String {
    guard let value = self[name] else { throw .badRequest("the parameter \(name) is missing") }
    return value
  }

  /// A whole number within bounds.
  func number(_ name: String, in bounds: ClosedRange<Int>, otherwise: Int) throws(Problem) -> Int {
    guard let text = self[name] else { return otherwise }
    guard let number = Int(text), bounds.contains(number) else {
      throw .badRequest(
        "\(name) wants a whole number from \(bounds.lowerBound) to \(bounds.upperBound), not \"\(text)\"")
    }
    return number
  }

  /// Whether something is wanted: `1` or `true`, else `0` or `false`.
  func flag(_ name: String) throws(Problem) -> Bool {
    switch self[name] {
    case nil, "0", "false": return false
    case "1", "true", "on": return true
    case let text?: throw .badRequest("\(name) is true or false, not \"\(text)\"")
    }
  }

  /// One of some names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type, otherwise: Choice
  ) throws(Problem) -> Choice where Choice.RawValue == String {
    guard let text = self[name] else { return otherwise }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badRequest("\(name) is one of \(names), not \"\(text)\"")
    }
    return choice
  }

  /// Refuses names that a route does not know.
  func check(_ known: Set<String>) throws(Problem) {
    guard let unknown = names.subtracting(known).min() else { return }
    let list = known.isEmpty ? "it has none" : "there are \(known.sorted().joined(separator: ", "))"
    throw .badRequest("there is no parameter \(unknown) here: \(list)")
  }
}

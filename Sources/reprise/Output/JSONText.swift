/// One JSON object on one line, written key by key.
///
/// What is printed by the hundred thousand is written with it, at a tenth of an encoder's cost; keys are given in
/// alphabetical order, as the encoder sorts them.
struct JSONText {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]
  private var needsComma = false

  /// The object.
  var text: String { String(decoding: bytes, as: UTF8.self) + "}" }

  mutating func add(_ key: String, _ value: String) {
    begin(key)
    append(value)
  }

  /// Leaves the key out where there is no value.
  mutating func add(_ key: String, _ value: String?) {
    if let value { add(key, value) }
  }

  mutating func add(_ key: String, _ value: Double) {
    begin(key)
    let isWhole = value == value.rounded() && abs(value) < 1e15
    bytes += Array((isWhole ? "\(Int(value))" : "\(value)").utf8)
  }

  /// Adds a range as `[start, end]`.
  mutating func add(_ key: String, _ range: Range<Int>) {
    begin(key)
    bytes += Array("[\(range.lowerBound),\(range.upperBound)]".utf8)
  }

  mutating func add(_ key: String, _ values: [String]) {
    addList(key, values) { $0.append($1) }
  }

  /// Adds a list of objects.
  mutating func add<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONText, Element) -> Void
  ) {
    addList(key, elements) { text, element in
      text.bytes.append(UInt8(ascii: "{"))
      text.needsComma = false
      write(&text, element)
      text.bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func addList<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONText, Element) -> Void
  ) {
    begin(key)
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A string as JSON has it, with its marks.
  static func quoted(_ string: String) -> String {
    var text = JSONText()
    text.bytes = []
    text.append(string)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private mutating func begin(_ key: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    append(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case ..<0x20: bytes += Array("\\u00".utf8) + [Self.digit(byte >> 4), Self.digit(byte & 15)]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

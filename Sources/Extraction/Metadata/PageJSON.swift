/// A value of the JSON that pages carry, which is often a little wrong: line ends and tabs stand unescaped in strings,
/// commas before closing brackets, comments around it all.
///
/// Whatever cannot be read ends the reading; what was read before stands.
indirect enum PageJSON: Equatable, Sendable {
  case text(String)
  /// A number, `true`, `false` or `null`, as it is written.
  case word(String)
  case list([PageJSON])
  case object([(key: String, value: PageJSON)])

  static func == (left: PageJSON, right: PageJSON) -> Bool {
    switch (left, right) {
    case (.text(let one), .text(let other)), (.word(let one), .word(let other)): one == other
    case (.list(let one), .list(let other)): one == other
    case (.object(let one), .object(let other)):
      one.elementsEqual(other) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The value of a key of an object; the first, where it is there twice.
  subscript(key: String) -> PageJSON? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  /// The text of a string that is not blank.
  var string: String? {
    guard case .text(let text) = self else { return nil }
    // Some pages write their JSON through what escapes HTML.
    let decoded = (text.utf8.contains(UInt8(ascii: "&")) ? HTMLDocument.decodingReferences(text) : text)
      .collapsed
    return decoded.isEmpty ? nil : decoded
  }

  /// The elements of a list; the value itself where it is none.
  var elements: [PageJSON] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// Reads the values that a script holds: one, as a rule.
  static func values(in bytes: ArraySlice<UInt8>) -> [PageJSON] {
    var reader = PageJSONReader(bytes)
    var values: [PageJSON] = []
    while let value = reader.nextValue() { values.append(value) }
    return values
  }
}

/// Reads the JSON of pages.
struct PageJSONReader {
  /// Deeper values are an attack or an accident.
  private static let deepest = 64

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var isBroken = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The next object or list of the text; nil where there is none.
  mutating func nextValue() -> PageJSON? {
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "[") {
      index += 1
    }
    guard index < bytes.endIndex, !isBroken else { return nil }
    return value(depth: 0)
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func value(depth: Int) -> PageJSON? {
    skipBlanks()
    guard index < bytes.endIndex, depth < Self.deepest else { return fail() }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""): return string().map { .text($0) }
    default: return word()
    }
  }

  private mutating func fail() -> PageJSON? {
    isBroken = true
    return nil
  }

  private mutating func object(depth: Int) -> PageJSON {
    index += 1
    var members: [(key: String, value: PageJSON)] = []
    while true {
      skipSeparators()
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\""), let key = string() else { break }
      skipBlanks()
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { break }
      index += 1
      guard let value = value(depth: depth + 1) else { break }
      members.append((key, value))
      if isBroken { return .object(members) }
    }
    close(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func list(depth: Int) -> PageJSON {
    index += 1
    var values: [PageJSON] = []
    while true {
      skipSeparators()
      guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "]"), let value = value(depth: depth + 1)
      else { break }
      values.append(value)
      if isBroken { return .list(values) }
    }
    close(UInt8(ascii: "]"))
    return .list(values)
  }

  private mutating func skipSeparators() {
    while index < bytes.endIndex, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
  }

  private mutating func close(_ bracket: UInt8) {
    if index < bytes.endIndex, bytes[index] == bracket { index += 1 } else { isBroken = true }
  }

  private mutating func word() -> PageJSON? {
    let start = index
    while index < bytes.endIndex, bytes[index] > 0x20, !",]}:\"".utf8.contains(bytes[index]) { index += 1 }
    return index > start ? .word(String(decoding: bytes[start..<index], as: UTF8.self)) : fail()
  }

  /// The string that begins here, its escapes decoded.
  private mutating func string() -> String? {
    index += 1
    var units: [UInt8] = []
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        units.append(bytes[index])
        index += 1
        continue
      }
      appendEscape(to: &units)
    }
    guard index < bytes.endIndex else {
      isBroken = true
      return nil
    }
    index += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func appendEscape(to units: inout [UInt8]) {
    let byte = bytes[index + 1]
    index += 2
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"):
      units.append(0x20)
    case UInt8(ascii: "u"): units += String(escapedScalar()).utf8
    default: units.append(byte)
    }
  }

  private mutating func escapedScalar() -> Unicode.Scalar {
    guard let unit = unit() else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    index += 2
    guard let trail = self.unit(), UTF16.isTrailSurrogate(trail) else { return "\u{FFFD}" }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func unit() -> UInt16? {
    guard index + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    guard let unit = UInt16(digits, radix: 16) else { return nil }
    index += 4
    return unit
  }
}

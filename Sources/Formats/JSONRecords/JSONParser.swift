internal import Articles

/// Reads one JSON text (RFC 8259) from bytes that are known to be UTF-8.
///
/// Written for records of news, where the `JSONDecoder` of Foundation does not say where an error is, and
/// gives up the record for half a surrogate pair. It is lenient where nothing is lost by it: a lone surrogate
/// escape becomes U+FFFD and is counted, `NaN` and the infinities are `null`, and control characters may
/// stand unescaped in strings.
struct JSONParser {
  /// Where and why a text is not JSON.
  struct SyntaxError: Error, Equatable {
    /// The offset in bytes from the start of the text.
    var offset: Int
    /// What was wrong there.
    var problem: String
  }

  /// A text deeper than this is an attack or an accident, not a record.
  static let deepest = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0
  private var loneSurrogates = 0

  /// The value of the text, and how many lone surrogates were replaced in it.
  static func value(of bytes: [UInt8]) throws(SyntaxError) -> (value: JSONValue, loneSurrogates: Int) {
    let result: Result<(JSONValue, Int), SyntaxError> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(SyntaxError) {
        return .success((try parser.wholeText(), parser.loneSurrogates))
      } catch {
        return .failure(error)
      }
    }
    let (value, loneSurrogates) = try result.get()
    return (value, loneSurrogates)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func wholeText() throws(SyntaxError) -> JSONValue {
    let value = try value()
    skipBlanks()
    guard index == bytes.count else { throw error("the text goes on after its end") }
    return value
  }

  private mutating func value() throws(SyntaxError) -> JSONValue {
    skipBlanks()
    guard index < bytes.count else { throw error("the text ends too early") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return .object(try nested { parser throws(SyntaxError) in try parser.object() })
    case UInt8(ascii: "["): return .array(try nested { parser throws(SyntaxError) in try parser.array() })
    case UInt8(ascii: "\""): return .string(try string())
    default: return try wordOrNumber()
    }
  }

  private mutating func nested<Value>(
    _ body: (inout Self) throws(SyntaxError) -> Value
  ) throws(SyntaxError) -> Value {
    guard depth < Self.deepest else { throw error("more than \(Self.deepest) levels are nested") }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try body(&self)
  }

  private mutating func object() throws(SyntaxError) -> JSONObject {
    var object = JSONObject()
    if take("}") { return object }
    repeat {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw error("a key in quotes is missing")
      }
      let key = try string()
      guard take(":") else { throw error("a colon is missing after the key") }
      object.members.append(.init(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw error("a comma or a closing brace is missing") }
    return object
  }

  private mutating func array() throws(SyntaxError) -> [JSONValue] {
    var values: [JSONValue] = []
    if take("]") { return values }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw error("a comma or a closing bracket is missing") }
    return values
  }
}

// MARK: - Words, numbers and strings

extension JSONParser {
  private mutating func wordOrNumber() throws(SyntaxError) -> JSONValue {
    let start = index
    while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
    let word = bytes[start..<index]
    switch String(decoding: word, as: UTF8.self) {
    case "null", "NaN", "Infinity", "-Infinity": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let digits where JSONNumber.isWellFormed(word): return .number(digits)
    default:
      index = start
      throw error("there is no value here")
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
  }

  /// The string that begins at the quote at ``index``.
  private mutating func string() throws(SyntaxError) -> String {
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") { end += 1 }
    guard end < bytes.count else { throw error("a string is not closed") }
    guard bytes[end] == UInt8(ascii: "\\") else {
      index = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return try escapedString(from: start, firstEscape: end)
  }

  private mutating func escapedString(from start: Int, firstEscape: Int) throws(SyntaxError) -> String {
    let opening = index
    var decoded: [UInt8] = []
    var copied = start
    index = firstEscape
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        decoded += bytes[copied..<index]
        index += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded += bytes[copied..<index]
        try appendEscape(to: &decoded)
        copied = index
      default:
        index += 1
      }
    }
    index = opening
    throw error("a string is not closed")
  }

  private mutating func appendEscape(to decoded: inout [UInt8]) throws(SyntaxError) {
    guard index + 1 < bytes.count else { throw error("a string is not closed") }
    switch bytes[index + 1] {
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case let byte where "\"\\/".utf8.contains(byte): decoded.append(byte)
    case UInt8(ascii: "u"): return decoded.append(contentsOf: try unicodeEscape().utf8Bytes)
    default: throw error("an escape is not known")
    }
    index += 2
  }

  /// The character of `\uXXXX`, or of two that are a surrogate pair.
  private mutating func unicodeEscape() throws(SyntaxError) -> Unicode.Scalar {
    guard let unit = escapedUnit(at: index) else { throw error("\\u wants four hexadecimal digits") }
    index += 6
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(unit), let next = escapedUnit(at: index), UTF16.isTrailSurrogate(next) {
      index += 6
      return UTF16.decode(UTF16.EncodedScalar([unit, next]))
    }
    loneSurrogates += 1
    return "\u{FFFD}"
  }

  private func escapedUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    var unit: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      guard let digit = byte.hexValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
  }

  /// Takes a mark, with the white space before it, where it is next.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private func error(_ problem: String) -> SyntaxError { SyntaxError(offset: index, problem: problem) }
}

extension Unicode.Scalar {
  fileprivate var utf8Bytes: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

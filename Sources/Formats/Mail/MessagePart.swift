internal import Articles

/// A message of mail, or a part of one (RFC 5322, RFC 2045): its header and its body.
struct MessagePart {
  /// The fields of the header in order, their names in lower case, lines that go on joined.
  let fields: [(name: String, value: String)]
  /// What follows the header, as it was sent.
  let body: ArraySlice<UInt8>

  /// How deep parts may lie in each other.
  static let deepest = 16

  /// Takes a message apart at its first blank line.
  init(_ bytes: ArraySlice<UInt8>) {
    var fields: [(name: String, value: [UInt8])] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[rest.startIndex..<end]
      if line.last == 0x0D { line = line.dropLast() }
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if !fields.isEmpty { fields[fields.count - 1].value += [0x20] + line.drop(while: \.isBlank) }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name.trimmedOrNil ?? "", Array(line[(colon + 1)...].drop(while: \.isBlank))))
      }
    }
    self.fields = fields.map { ($0.name, CharacterSet.text(of: $0.value, declared: nil)) }
    body = rest
  }

  /// The first field of a name, with its encoded words decoded; nil where it is missing or blank.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.flatMap { EncodedWord.decoded($0.value).trimmedOrNil }
  }

  /// The type in lower case, without its parameters.
  var type: String {
    let value = self["content-type"]?.lowercased() ?? "text/plain"
    return String(value.prefix { $0 != ";" }).trimmedOrNil ?? "text/plain"
  }

  /// A parameter of the type.
  func parameter(_ name: String) -> String? {
    guard let value = self["content-type"] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, String(pair[0]).trimmedOrNil?.lowercased() == name else { continue }
      return String(pair[1]).trimmedOrNil.map {
        $0.hasPrefix("\"") ? String($0.dropFirst().prefix { $0 != "\"" }) : $0
      }
    }
    return nil
  }

  /// Whether this is a file that goes along with the message.
  var isAttachment: Bool { self["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false }

  /// The parts of a body of many.
  var parts: [MessagePart] {
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else {
      return []
    }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MessagePart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        if let start { parts.append(MessagePart(body[start..<index])) }
        let isLast = body[index..<end].dropFirst(mark.count).starts(with: Array("--".utf8))
        start = isLast ? nil : min(end + 1, body.endIndex)
        if isLast { break }
      }
      index = min(end + 1, body.endIndex)
    }
    if let start, start < body.endIndex { parts.append(MessagePart(body[start...])) }
    return parts
  }

  /// The text of a body of one part, in whatever encoding it was sent.
  var text: String {
    let encoding = self["content-transfer-encoding"]?.lowercased()
    let bytes: [UInt8] =
      switch encoding {
      case "base64": TransferEncoding.base64(body)
      case "quoted-printable": TransferEncoding.quotedPrintable(body)
      default: Array(body)
      }
    return CharacterSet.text(of: bytes, declared: parameter("charset"))
  }
}

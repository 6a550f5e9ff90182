public import Articles

/// Writes articles in our own record format, so that they can be read back without loss.
public enum RecordEncoder {
  /// One article as a line of JSON in UTF-8, without the line end; fields that are missing are left out.
  ///
  /// Reading it gives the same article again, as long as its strings are not blank and its language is an
  /// ISO 639-1 code: the record format knows no difference between blank and missing.
  public static func line(for article: Article) -> [UInt8] {
    var writer = JSONObjectWriter()
    writer.add("id", article.id)
    writer.add("outlet", article.outlet)
    writer.add("url", article.url)
    writer.add("published", article.published?.description)
    writer.add("printed_date", article.printed?.description)
    writer.add("crawled", article.crawled?.description)
    writer.add("title", article.title)
    writer.add("byline", article.byline)
    writer.add("language", article.language)
    if !article.entities.isEmpty {
      writer.add(
        "entities",
        article.entities.map { entity in
          var member = JSONObjectWriter()
          member.add("class", entity.entityClass.rawValue)
          member.add("name", entity.name)
          return member.finished()
        })
    }
    if !article.sources.isEmpty { writer.add("sources", article.sources.map(JSONObjectWriter.quoted)) }
    writer.add("text", article.text)
    return writer.finished()
  }
}

/// Writes one JSON object, key by key.
struct JSONObjectWriter {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// Adds a string; nothing where there is none.
  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    addKey(key)
    bytes += Self.quoted(value)
  }

  /// Adds a list of values that are written already.
  mutating func add(_ key: String, _ values: [[UInt8]]) {
    addKey(key)
    bytes.append(UInt8(ascii: "["))
    bytes += values.joined(separator: Array(", ".utf8))
    bytes.append(UInt8(ascii: "]"))
  }

  /// The whole object.
  func finished() -> [UInt8] { bytes + [UInt8(ascii: "}")] }

  private mutating func addKey(_ key: String) {
    if bytes.count > 1 { bytes += Array(", ".utf8) }
    bytes += Self.quoted(key)
    bytes += Array(": ".utf8)
  }

  /// A string in quotes, with what JSON demands to be escaped, and nothing else.
  static func quoted(_ string: String) -> [UInt8] {
    var quoted: [UInt8] = []
    quoted.reserveCapacity(string.utf8.count + 2)
    quoted.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case 0x0A: quoted += Array(#"\n"#.utf8)
      case 0x0D: quoted += Array(#"\r"#.utf8)
      case 0x09: quoted += Array(#"\t"#.utf8)
      case 0..<0x20:
        quoted += Array((byte < 16 ? #"\u000"# : #"\u00"#).utf8) + Array(String(byte, radix: 16).utf8)
      default: quoted.append(byte)
      }
    }
    quoted.append(UInt8(ascii: "\""))
    return quoted
  }
}

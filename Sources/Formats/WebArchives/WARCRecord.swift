internal import Articles

/// A record of a web archive (ISO 28500): its header and its block.
struct WARCRecord: Sendable {
  /// The fields of the header in order, their names in lower case.
  let fields: [(name: String, value: String)]
  /// The block.
  var block: [UInt8]
  /// Whether its length was wrong, and it was cut where the next record begins.
  var isMended = false

  /// The value of a field; nil where it is missing.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What it is: `response`, `resource`, `conversion`, `revisit`, `request`, `metadata`, `warcinfo`.
  var type: String { self["warc-type"]?.lowercased() ?? "" }

  /// The address of what was fetched; some programs put it in angle brackets.
  var address: String? {
    self["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().prefix { $0 != ">" }) : $0 }
  }

  /// The name of the record.
  var id: String? { self["warc-record-id"] }

  /// When it was fetched.
  var date: ArticleDate? { self["warc-date"].flatMap(ArticleDate.init(parsing:)) }

  /// Reads the fields of a header, its first line aside.
  static func fields(of header: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in header.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + (text.trimmedOrNil ?? "")
      } else if let colon = text.firstIndex(of: ":") {
        fields.append(
          (
            String(text[..<colon]).lowercased().trimmedOrNil ?? "",
            String(text[text.index(after: colon)...]).trimmedOrNil ?? ""
          ))
      }
    }
    return fields
  }
}

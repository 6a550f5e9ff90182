/// Words of a header in other characters than ASCII (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWord {
  /// A header with its encoded words decoded; white space between two of them is none.
  static func decoded(_ header: String) -> String {
    guard header.contains("=?") else { return header }
    var result = ""
    var rest = header[...]
    var isAfterWord = false
    while let open = rest.firstRange(of: "=?") {
      let between = rest[..<open.lowerBound]
      let parts = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[1].count == 1, parts[3].hasPrefix("=") else {
        result += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        isAfterWord = false
        continue
      }
      if !(isAfterWord && between.allSatisfy(\.isWhitespace)) { result += between }
      let bytes = Array(parts[2].utf8)
      let decoded =
        parts[1].lowercased() == "b"
        ? TransferEncoding.base64(bytes) : TransferEncoding.quotedPrintable(bytes[...], isHeader: true)
      result += CharacterSet.text(
        of: decoded, declared: parts[0].split(separator: "*").first.map(String.init))
      rest = parts[3].dropFirst()
      isAfterWord = true
    }
    return result + rest
  }
}

/// Whether bytes are text, and what to tell the one who gave them if not.
enum UTF8Check {
  /// Whether the bytes are well-formed UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// What is wrong with bytes that are not UTF-8.
  static func advice(for bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "the text is UTF-16, not UTF-8; convert it with iconv -f UTF-16 -t UTF-8"
    }
    return "the text is not UTF-8; convert the file, for instance with iconv -f WINDOWS-1252 -t UTF-8"
  }
}

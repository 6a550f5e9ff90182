import Articles

/// Reads the value of a field other than the title.
enum QueryFieldValue {
  /// What a field with a value asks for; `fail` makes the error where it is none of the field's values.
  static func form(
    of field: QueryField, value: String, fail: (QueryError.Reason) -> QueryError
  ) throws(QueryError) -> QueryNode.Form {
    let value = trimmed(value)
    guard
      value.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { throw fail(.missingValue(field)) }
    switch field {
    case .date: return .published(try span(value, fail))
    case .after:
      return .published(DateSpan(from: try date(value, of: field, fail), to: nil))
    case .before:
      return .published(DateSpan(from: nil, to: try dayBefore(value, fail)))
    case .language: return .field(field, value: try language(value, fail))
    case .title, .outlet, .person, .organisation, .place, .id:
      guard !value.hasSuffix("*") else { throw fail(.misplacedWildcard) }
      return .field(field, value: value)
    }
  }

  /// A value without spaces around it, nor the comma or semicolon that follows it in a sentence.
  private static func trimmed(_ value: String) -> String {
    var value = value.trimmingSpaces
    while let last = value.utf8.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") {
      value.removeLast()
    }
    return value
  }

  private static func span(
    _ value: String, _ fail: (QueryError.Reason) -> QueryError
  ) throws(QueryError) -> DateSpan {
    let bytes = Array(value.utf8)
    let dots = bytes.indices.dropLast().first { bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == bytes[$0] }
    guard let dots else {
      let date = try date(value, of: .date, fail)
      return DateSpan(from: date, to: date)
    }
    let from = String(decoding: bytes[..<dots], as: UTF8.self).trimmingSpaces
    let to = String(decoding: bytes[(dots + 2)...], as: UTF8.self).trimmingSpaces
    let span = DateSpan(
      from: from.isEmpty ? nil : try date(from, of: .date, fail),
      to: to.isEmpty ? nil : try date(to, of: .date, fail))
    guard !span.isReversed else { throw fail(.reversedRange) }
    return span
  }

  private static func date(
    _ value: String, of field: QueryField, _ fail: (QueryError.Reason) -> QueryError
  ) throws(QueryError) -> ArticleDate {
    guard let date = ArticleDate(queryValue: value) else { throw fail(.badValue(field, value)) }
    return date
  }

  /// The last day before a day, a month or a year begins.
  private static func dayBefore(
    _ value: String, _ fail: (QueryError.Reason) -> QueryError
  ) throws(QueryError) -> ArticleDate {
    let end = try date(value, of: .before, fail)
    var (year, month, day) = (end.year, end.month ?? 1, (end.day ?? 1) - 1)
    if day == 0 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day = 31
    }
    while day > 27 {
      if let date = ArticleDate(year: year, month: month, day: day) { return date }
      day -= 1
    }
    guard let date = ArticleDate(year: year, month: month, day: day) else {
      throw fail(.badValue(.before, value))
    }
    return date
  }

  /// The two- or three-letter code of a language, without its region.
  private static func language(
    _ value: String, _ fail: (QueryError.Reason) -> QueryError
  ) throws(QueryError) -> String {
    let value = value.lowercased()
    if let code = languageCodes[value] { return code }
    let code = value.prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else {
      throw fail(.badValue(.language, value))
    }
    return String(code)
  }

  private static let languageCodes = [
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr", "german": "de",
    "italian": "it", "japanese": "ja", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es",
    "ukrainian": "uk",
  ]
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

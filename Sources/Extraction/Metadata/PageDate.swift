public import Articles

/// A date as a page gives it: the moment, and the day and the time where it was written.
public struct PageDate: Sendable, Hashable, CustomStringConvertible {
  /// The date; a moment is in UTC.
  public let date: ArticleDate
  /// The date as it was written, in its own zone.
  public let local: ArticleDate
  /// Seconds that the zone is ahead of UTC; nil where the page gives none, and the moment is only taken for UTC.
  public let offset: Int?

  /// Makes a date of its parts.
  public init(date: ArticleDate, local: ArticleDate, offset: Int?) {
    self.date = date
    self.local = local
    self.offset = offset
  }

  /// Reads a date as metadata have it: ISO 8601 and the forms that ``ArticleDate/init(parsing:)`` reads, and seconds or
  /// milliseconds since 1970; nil where it is none.
  public init?(parsing text: String) {
    let text = text.collapsed
    if let number = Int(text), text.utf8.count == 10 || text.utf8.count == 13 {
      let seconds = text.utf8.count == 13 ? number / 1000 : number
      guard let date = ArticleDate(epochSeconds: seconds) else { return nil }
      self.init(date: date, local: date, offset: 0)
      return
    }
    guard let date = ArticleDate(parsing: text) ?? Self.lenient(text), (1990...2100).contains(date.year)
    else { return nil }
    guard let second = date.second, let offset = Self.offset(of: text) else {
      self.init(date: date, local: date, offset: nil)
      return
    }
    let local = date.epochDay.flatMap { ArticleDate(epochSeconds: $0 * 86_400 + second + offset) }
    self.init(date: date, local: local ?? date, offset: offset)
  }

  /// Date and time without what a page writes behind them, as `2024-05-03T10:00:00+02:00[Europe/Berlin]`.
  private static func lenient(_ text: String) -> ArticleDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[..<4].allSatisfy(\.isASCIIDigit) else { return nil }
    if let bracket = text.firstIndex(of: "["), let date = ArticleDate(parsing: String(text[..<bracket])) {
      return date
    }
    for length in [25, 24, 20, 19, 16, 10] where bytes.count > length {
      if let date = ArticleDate(parsing: String(decoding: bytes[..<length], as: UTF8.self)) { return date }
    }
    return nil
  }

  /// The zone at the end of a text, in seconds.
  private static func offset(of text: String) -> Int? {
    let bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: "[") })
    guard let last = bytes.last else { return nil }
    if last | 0x20 == UInt8(ascii: "z") { return 0 }
    let upper = text.uppercased()
    if upper.hasSuffix("GMT") || upper.hasSuffix("UTC") { return 0 }
    // The sign must stand behind the time: a date has dashes too.
    guard bytes.count > 10,
      let sign = bytes[10...].lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
      bytes[10..<sign].contains(UInt8(ascii: ":"))
        || bytes[10..<sign].contains(where: { $0 | 0x20 == UInt8(ascii: "t") })
    else { return nil }
    let digits = bytes[(sign + 1)...].filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count == 2 || digits.count == 4 else { return nil }
    let seconds =
      (digits[0] * 10 + digits[1]) * 3600 + (digits.count == 4 ? (digits[2] * 10 + digits[3]) * 60 : 0)
    return bytes[sign] == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// ISO 8601 in the page's own zone: `2024-05-03`, `2024-05-03T10:00:00+02:00`, without a zone where none is given.
  public var description: String {
    let text = local.description
    guard local.second != nil else { return text }
    let time = String(text.dropLast())
    guard let offset else { return time }
    if offset == 0 { return text }
    let minutes = abs(offset) / 60
    let (hour, minute) = (String(minutes / 60), String(minutes % 60))
    let padded = { (digits: String) in digits.count < 2 ? "0" + digits : digits }
    return "\(time)\(offset < 0 ? "-" : "+")\(padded(hour)):\(padded(minute))"
  }
}

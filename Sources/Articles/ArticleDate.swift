/// A date as news carries it: a year, a month, a day, or a moment to the second in UTC.
///
/// What is not known is not made up: a date of "2023-02" has no day, and orders before every day of that
/// month.
public struct ArticleDate: Sendable, Hashable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, where known.
  public let month: Int?
  /// The day of the month, from 1, where known.
  public let day: Int?
  /// Seconds since midnight UTC, 0 to 86,399, where known.
  public let second: Int?

  /// Makes a date; nil where the parts make no date of the Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, second: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month { guard (1...12).contains(month) else { return nil } }
    if let day {
      guard let month, (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    }
    if let second { guard day != nil, (0..<86_400).contains(second) else { return nil } }
    self.year = year
    self.month = month
    self.day = day
    self.second = second
  }

  /// The number of days of a month of the Gregorian calendar.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders by what is known; a less precise date comes before the more precise ones within it.
  public static func < (left: ArticleDate, right: ArticleDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0, left.second ?? -1)
      < (right.year, right.month ?? 0, right.day ?? 0, right.second ?? -1)
  }
}

extension ArticleDate: CustomStringConvertible {
  /// ISO 8601: `2023`, `2023-02`, `2023-02-21` or `2023-02-21T09:30:00Z`.
  public var description: String {
    // Written digit by digit: each article is stored and hashed with its dates.
    String(unsafeUninitializedCapacity: 20) { text in
      var count = 0
      func write(_ character: UInt8) {
        text[count] = character
        count += 1
      }
      func write(twoDigits number: Int) {
        write(UInt8(ascii: "0") + UInt8(number / 10))
        write(UInt8(ascii: "0") + UInt8(number % 10))
      }
      func write(_ mark: Unicode.Scalar, twoDigits number: Int) {
        write(UInt8(ascii: mark))
        write(twoDigits: number)
      }
      write(twoDigits: year / 100)
      write(twoDigits: year % 100)
      if let month { write("-", twoDigits: month) }
      if let day { write("-", twoDigits: day) }
      if let second {
        write("T", twoDigits: second / 3600)
        write(":", twoDigits: second / 60 % 60)
        write(":", twoDigits: second % 60)
        write(UInt8(ascii: "Z"))
      }
      return count
    }
  }
}

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
  /// Seconds that the zone in which the date was written is ahead of UTC; nil where that is not known, or none.
  ///
  /// The other fields are in UTC all the same; the zone tells which day it was for the outlet.
  public let zone: Int?

  /// Makes a date; nil where the parts make no date of the Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, second: Int? = nil, zone: Int? = nil) {
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
    self.zone = second == nil || zone == 0 ? nil : zone
  }

  /// The number of days of a month of the Gregorian calendar.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether two dates are one moment or day, in whatever zone they were written.
  public static func == (left: ArticleDate, right: ArticleDate) -> Bool {
    (left.year, left.month, left.day, left.second) == (right.year, right.month, right.day, right.second)
  }

  /// Hashes what two equal dates have in common.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(month)
    hasher.combine(day)
    hasher.combine(second)
  }

  /// Orders by what is known; a less precise date comes before the more precise ones within it.
  public static func < (left: ArticleDate, right: ArticleDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0, left.second ?? -1)
      < (right.year, right.month ?? 0, right.day ?? 0, right.second ?? -1)
  }
}

extension ArticleDate {
  /// The day of the outlet, and the seconds since its midnight; the same as the date where no zone is known.
  public var local: ArticleDate {
    guard let second, let zone, let days = epochDay,
      let local = ArticleDate(epochSeconds: days * 86_400 + second + zone)
    else { return self }
    return local
  }

  /// ISO 8601 with the time and zone in which the date was written: `2024-03-06T08:00:00+09:00`.
  public var asWritten: String {
    guard let zone else { return description }
    let minutes = abs(zone) / 60
    func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return local.description.dropLast() + (zone < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":"
      + twoDigits(minutes % 60)
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

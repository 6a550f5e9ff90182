extension ArticleDate {
  /// Reads a date as feeds, crawlers and bylines write it; nil where any part of the text is not understood.
  ///
  /// - ISO 8601, whole or in part, with `T` or a space, any fraction, any zone: `2024-02-21T09:30:00.5+01:00`,
  ///   `2024-02-21 09:30`, `20240221`, `20240221093000`, `2024-02`, `2024`; also with slashes or dots, the
  ///   year first.
  /// - With a named month in one of some twenty languages: RFC 822 and RFC 850 dates, `February 21, 2024`, `9 April 2024 13:15`,
  ///   `Sept. 9, 2024 at 1:15 p.m. EDT`, `Wed Feb 21 09:30:00 2024`, `February 2024`.
  ///
  /// - With the year last, where only one order of day and month makes a date: `7/23/17`, `23/07/2017`; with dots the
  ///   day is first: `14.03.2024`. With signs for the parts: `2024年3月14日`.
  ///
  /// A time is turned to UTC, its fraction dropped, its ``zone`` kept; without a zone it is taken to be in UTC. Where the
  /// name of a zone does not tell how far it is ahead, as IST, the day alone is read.
  public init?(parsing text: String) {
    guard var parser = DateParser(text), let date = parser.date() else { return nil }
    self = date
  }

  /// The moment that many seconds after the start of 1970 in UTC; nil outside the years 1 to 9999.
  ///
  /// - Parameter zone: Seconds that the zone in which it was written is ahead of UTC.
  public init?(epochSeconds seconds: Int, zone: Int? = nil) {
    let (day, second) = seconds.quotientAndRemainderDown(by: 86_400)
    guard (-719_162...2_932_896).contains(day) else { return nil }
    let civil = Self.civil(epochDay: day)
    self.init(year: civil.year, month: civil.month, day: civil.day, second: second, zone: zone)
  }

  /// The moment that a bare number of seconds, milliseconds, microseconds or nanoseconds since 1970 stands for, told by
  /// its size; nil for one that is no moment between 1973 and 2100.
  public init?(epochNumber number: Double) {
    for unit in [1.0, 1e3, 1e6, 1e9] {
      let seconds = number / unit
      if (1e8..<4.1e9).contains(seconds) {
        self.init(epochSeconds: Int(seconds))
        return
      }
    }
    return nil
  }

  /// The moment that many milliseconds after the start of 1970 in UTC, to the second.
  public init?(epochMilliseconds milliseconds: Int) {
    self.init(epochSeconds: milliseconds.quotientAndRemainderDown(by: 1000).quotient)
  }

  /// Days since 1 January 1970, where the day is known.
  ///
  /// Counted in eras of 400 years that begin on 1 March, so that a leap day ends its year (H. Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
  public var epochDay: Int? {
    guard let month, let day else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the Gregorian calendar; the inverse of ``epochDay``.
  private static func civil(epochDay: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (epochDay + 719_468).quotientAndRemainderDown(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Int {
  /// Division that rounds down, so that the remainder is never negative.
  fileprivate func quotientAndRemainderDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

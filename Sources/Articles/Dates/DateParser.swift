/// Reads the dates that feeds, crawlers and bylines carry; one use for one text.
///
/// Three grammars, told apart by how the text begins: four digits begin an ISO 8601 date or one of its
/// relatives; one or two digits and a mark begin a date with the year last; anything else must name its
/// month. With the year last, 23/7/2017 is read, since there is no 23rd month, and 4/9/2024 is not: it is
/// April in one country and September in the next. Where dots part the numbers, the day is first everywhere.
struct DateParser {
  /// What has been read of a moment, before it is shifted to UTC.
  struct Fields {
    var year: Int?
    var month: Int?
    var day: Int?
    var second: Int?
    /// Seconds that the zone is ahead of UTC.
    var offset: Int?
    /// Whether the name of the zone leaves open how far it is ahead: then the day alone is known.
    var isZoneOpen = false
  }

  /// No date is longer; what is longer is prose.
  private static let longest = 80

  var cursor: ByteCursor
  var fields = Fields()

  /// Takes the text with the white space at its ends; nil where it is empty or too long to be a date.
  init?(_ text: String) {
    let bytes = Array(DateWords.withoutLabel(text).utf8)
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank }),
      last - first < Self.longest
    else { return nil }
    cursor = ByteCursor(bytes[first...last])
  }

  /// The date that the whole text stands for; nil where anything in it is not understood.
  mutating func date() -> ArticleDate? {
    guard readFields(), cursor.isAtEnd else { return nil }
    return fields.date
  }

  private mutating func readFields() -> Bool {
    var ahead = cursor
    guard let lead = ahead.digits() else { return namedForm() }
    if [4, 8, 14].contains(lead.width) { return numericForm() }
    guard lead.width <= 2, let mark = ahead.take(anyOf: "/.-"), ahead.digits() != nil else {
      return namedForm()
    }
    return yearLastForm(mark)
  }
}

extension DateParser.Fields {
  /// The date in UTC; nil where the fields make none.
  var date: ArticleDate? {
    guard let year else { return nil }
    guard !isZoneOpen else { return ArticleDate(year: year, month: month, day: day) }
    let local = ArticleDate(year: year, month: month, day: day, second: second)
    guard let second, let offset, offset != 0 else { return local }
    guard let days = local?.epochDay else { return nil }
    return ArticleDate(epochSeconds: days * 86_400 + second - offset, zone: offset)
  }
}

// MARK: - Numbers with the year last

extension DateParser {
  /// `7/23/17`, `23/07/2017`, `14.03.2024`, with or without a time, where only one order of day and month makes a date.
  private mutating func yearLastForm(_ mark: Unicode.Scalar) -> Bool {
    guard let first = cursor.digits(), cursor.take(mark), let second = cursor.digits(), second.width <= 2,
      cursor.take(mark), let year = cursor.digits(), year.width == 2 || year.width == 4
    else { return false }
    if mark == "." {
      (fields.day, fields.month) = (first.value, second.value)
    } else {
      let isOneDay = first.value == second.value
      guard isOneDay || (first.value > 12) != (second.value > 12) else { return false }
      (fields.month, fields.day) =
        first.value > 12 ? (second.value, first.value) : (first.value, second.value)
    }
    fields.year = year.width == 2 ? Self.fullYear(year.value) : year.value
    return timeAfterDate()
  }

  /// The year that two digits stand for (RFC 2822, section 4.3).
  static func fullYear(_ digits: Int) -> Int { digits + (digits < 50 ? 2000 : 1900) }
}

// MARK: - ISO 8601 and its relatives

extension DateParser {
  /// `2024-02-21T09:30:00.5+01:00`, `2024/02/21 09:30`, `20240221`, `20240221093000`, `2024-02`, `2024`.
  private mutating func numericForm() -> Bool {
    guard let lead = cursor.digits() else { return false }
    switch lead.width {
    case 14: return compactDate(lead.value / 1_000_000) && setTime(compact: lead.value % 1_000_000, width: 6)
    case 8: guard compactDate(lead.value) else { return false }
    default:
      fields.year = lead.value
      if cursor.take(text: "年") || cursor.take(text: "년") { return eastAsianMonthAndDay() }
      guard dashedMonthAndDay() else { return false }
    }
    return timeAfterDate()
  }

  /// `3月14日`, `3월 14일`, with or without a time.
  private mutating func eastAsianMonthAndDay() -> Bool {
    cursor.skipBlanks()
    if cursor.isAtEnd { return true }
    guard let month = cursor.digits(), cursor.take(text: "月") || cursor.take(text: "월") else { return false }
    fields.month = month.value
    cursor.skipBlanks()
    if cursor.isAtEnd { return true }
    guard let day = cursor.digits(), cursor.take(text: "日") || cursor.take(text: "일") else { return false }
    fields.day = day.value
    cursor.skipBlanks()
    return cursor.isAtEnd || time() && zone()
  }

  private mutating func compactDate(_ number: Int) -> Bool {
    (fields.year, fields.month, fields.day) = (number / 10_000, number / 100 % 100, number % 100)
    return true
  }

  private mutating func dashedMonthAndDay() -> Bool {
    guard let separator = cursor.take(anyOf: "-/.") else { return true }
    guard let month = cursor.digits(), month.width <= 2 else { return false }
    fields.month = month.value
    guard cursor.take(separator) else { return true }
    guard let day = cursor.digits(), day.width <= 2 else { return false }
    fields.day = day.value
    return true
  }

  mutating func timeAfterDate() -> Bool {
    if cursor.isAtEnd { return true }
    guard fields.day != nil else { return false }
    // A day may carry a zone without a time (xsd:date); it moves nothing.
    if numericZone() || cursor.take(anyOf: "Zz") != nil { return true }
    guard cursor.take(anyOf: "Tt ,") != nil else { return false }
    cursor.skipBlanks()
    return time() && zone()
  }
}

// MARK: - Times and zones

extension DateParser {
  /// `9:30`, `09:30:15`, `09:30:15.250`, `0930`, `093015`.
  mutating func time() -> Bool {
    guard let hour = cursor.digits() else { return false }
    guard cursor.take(":") else { return setTime(compact: hour.value, width: hour.width) && skipFraction() }
    guard hour.width <= 2, let minute = cursor.digits(), minute.width == 2 else { return false }
    guard cursor.take(":") else { return setTime(hour.value, minute.value, 0) }
    guard let second = cursor.digits(), second.width == 2 else { return false }
    return setTime(hour.value, minute.value, second.value) && skipFraction()
  }

  private mutating func setTime(compact number: Int, width: Int) -> Bool {
    switch width {
    case 4: setTime(number / 100, number % 100, 0)
    case 6: setTime(number / 10_000, number / 100 % 100, number % 100)
    default: false
    }
  }

  /// A leap second counts as the second before it.
  mutating func setTime(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
    guard hour < 24, minute < 60, second <= 60 else { return false }
    fields.second = hour * 3600 + minute * 60 + min(second, 59)
    return true
  }

  private mutating func skipFraction() -> Bool {
    guard cursor.take(anyOf: ".,") != nil else { return true }
    return cursor.digits() != nil
  }

  /// A zone, or none: a time without one is taken to be in UTC.
  private mutating func zone() -> Bool {
    cursor.skipBlanks()
    if numericZone() { cursor.skipBlanks() }
    guard var name = cursor.word() else { return true }
    if name == "am" || name == "pm" {
      guard setHalfOfDay(isAfternoon: name == "pm") else { return false }
      cursor.skipBlanks()
      if numericZone() { cursor.skipBlanks() }
      guard let next = cursor.word() else { return true }
      name = next
    }
    guard takeZone(name) else { return false }
    cursor.skipBlanks()
    // JavaScript writes "GMT+0100 (Central European Standard Time)".
    _ = numericZone()
    cursor.skipBlanks()
    _ = cursor.skipBracketed()
    return true
  }

  /// Takes the name of a zone; false where it is none that is known.
  mutating func takeZone(_ name: String) -> Bool {
    if ZoneNames.isOpen(name) {
      fields.isZoneOpen = true
      return true
    }
    guard let offset = ZoneNames.offset(of: name) else { return false }
    if fields.offset == nil { fields.offset = offset }
    return true
  }

  /// `+01:00`, `-0500`, `+01`; consumes nothing where there is none.
  mutating func numericZone() -> Bool {
    var ahead = cursor
    guard let sign = ahead.take(anyOf: "+-"), let hours = ahead.digits() else { return false }
    var minutes = 0
    var hour = hours.value
    if hours.width == 4 {
      (hour, minutes) = (hours.value / 100, hours.value % 100)
    } else if hours.width == 2, ahead.take(":") {
      guard let more = ahead.digits(), more.width == 2 else { return false }
      minutes = more.value
    } else if hours.width > 2 {
      return false
    }
    guard hour <= 18, minutes < 60 else { return false }
    fields.offset = (sign == "-" ? -1 : 1) * (hour * 3600 + minutes * 60)
    cursor = ahead
    return true
  }
}

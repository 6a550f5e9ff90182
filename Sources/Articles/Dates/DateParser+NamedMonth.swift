extension DateParser {
  /// `Wed, 21 Feb 2024 09:30:00 GMT`, `February 21, 2024`, `9 April 2024 13:15`, `Wed Feb 21 09:30:00 2024`.
  ///
  /// Every word and number must find its place, once; what has none makes the text no date.
  mutating func namedForm() -> Bool {
    while !cursor.isAtEnd {
      guard takeSeparator() || takeNumber() || takeWord() else { return false }
    }
    return fields.year != nil && fields.month != nil && (fields.second == nil || fields.day != nil)
  }

  private mutating func takeSeparator() -> Bool {
    if fields.second != nil, numericZone() { return true }
    if cursor.take(anyOf: " ,\t") != nil { return true }
    // Dashes join the parts in RFC 850 ("21-Feb-24"); brackets hold a comment in RFC 822.
    return fields.second == nil ? cursor.take("-") : cursor.skipBracketed()
  }

  private mutating func takeNumber() -> Bool {
    var ahead = cursor
    guard let number = ahead.digits() else { return false }
    if ahead.take(":") { return fields.second == nil && time() }
    cursor = ahead
    if number.width == 4, fields.year == nil {
      fields.year = number.value
    } else if number.width <= 2, fields.day == nil {
      fields.day = number.value
      return cursor.skipOrdinalSuffix()
    } else if number.width == 2, fields.year == nil, fields.month != nil {
      fields.year = Self.fullYear(number.value)
    } else {
      return false
    }
    return true
  }

  private mutating func takeWord() -> Bool {
    guard let word = cursor.word() else { return false }
    if let month = Self.months[word] {
      defer { fields.month = month }
      return fields.month == nil
    }
    switch word {
    case "at", "of": return true
    case "am", "pm": return setHalfOfDay(isAfternoon: word == "pm")
    default: break
    }
    if Self.weekdays.contains(word) { return true }
    guard fields.second != nil, let offset = ZoneNames.offset(of: word) else { return false }
    if fields.offset == nil { fields.offset = offset }
    return true
  }

  private mutating func setHalfOfDay(isAfternoon: Bool) -> Bool {
    guard let second = fields.second, (3600..<46_800).contains(second) else { return false }
    fields.second = second % 43_200 + (isAfternoon ? 43_200 : 0)
    return true
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  private static let weekdays: Set<String> = {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return Set(names + names.map { String($0.prefix(3)) } + ["tues", "wednes", "thur", "thurs"])
  }()
}

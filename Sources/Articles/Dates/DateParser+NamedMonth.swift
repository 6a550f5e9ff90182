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
    if cursor.take(anyOf: " ,\t|") != nil { return true }
    // Dashes join the parts in RFC 850 ("21-Feb-24"), dots follow numbers ("14. März 2024"); brackets hold a comment in
    // RFC 822.
    return fields.second == nil ? cursor.take(anyOf: "-./") != nil : cursor.skipBracketed()
  }

  private mutating func takeNumber() -> Bool {
    var ahead = cursor
    guard let number = ahead.digits() else { return false }
    // Hours and minutes are parted by "h" in French and Portuguese.
    if ahead.take(":") { return fields.second == nil && time() }
    if number.width <= 2, ahead.take(anyOf: "hH") != nil {
      return fields.second == nil && takeHours(number.value, ahead)
    }
    cursor = ahead
    if number.width == 4, fields.year == nil {
      fields.year = number.value
    } else if number.width <= 2, fields.day == nil {
      fields.day = number.value
      cursor.skipOrdinalSuffix()
    } else if number.width == 2, fields.year == nil, fields.month != nil {
      fields.year = Self.fullYear(number.value)
    } else {
      return false
    }
    return true
  }

  /// The minutes after "06h", if there are any.
  private mutating func takeHours(_ hour: Int, _ ahead: ByteCursor) -> Bool {
    cursor = ahead
    var ahead = ahead
    var minute = 0
    if let minutes = ahead.digits(), minutes.width == 2 {
      minute = minutes.value
      cursor = ahead
    }
    return setTime(hour, minute, 0)
  }

  private mutating func takeWord() -> Bool {
    guard let word = cursor.word() else { return false }
    // "mar" is March, and Tuesday in French: once there is a month, it is the day.
    if fields.month == nil, let month = DateWords.months[word], fields.day != nil || !isWeekdayBeforeDay(word)
    {
      fields.month = month
      return true
    }
    switch word {
    case "am", "pm": return setHalfOfDay(isAfternoon: word == "pm")
    default: break
    }
    if DateWords.fillers.contains(word) { return true }
    guard fields.second != nil else { return false }
    return takeZone(word)
  }

  /// Whether a word that may be a month is a day of the week here: another word that is one follows.
  private func isWeekdayBeforeDay(_ word: String) -> Bool {
    guard DateWords.fillers.contains(word) else { return false }
    var ahead = cursor
    while ahead.take(anyOf: " ,.") != nil {}
    guard ahead.digits() != nil else { return false }
    while ahead.take(anyOf: " ,.") != nil {}
    return ahead.word().map { DateWords.months[$0] != nil } ?? false
  }

  mutating func setHalfOfDay(isAfternoon: Bool) -> Bool {
    guard let second = fields.second, (3600..<46_800).contains(second) else { return false }
    fields.second = second % 43_200 + (isAfternoon ? 43_200 : 0)
    return true
  }
}

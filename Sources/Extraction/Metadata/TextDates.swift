internal import Articles

/// Finds days in running text: `3. Mai 2024`, `May 3, 2024`, `2024-05-03`, `03.05.2024`, `2024年5月3日`.
struct TextDates {
  /// Whether day and month stand in the American order where only numbers tell them; nil where that is not known.
  private let monthFirst: Bool?

  /// - Parameter language: The language that the page declares, with its region, in lower case.
  init(language: String?) {
    let language = language ?? ""
    if language.hasPrefix("en-us") {
      monthFirst = true
    } else {
      monthFirst = language.hasPrefix("en") && !language.hasPrefix("en-") || language.isEmpty ? nil : false
    }
  }

  /// A number or a word of a text.
  private enum Part {
    case number(Int, width: Int)
    case word(String)
    case mark(Character)
  }

  /// The first day that a text names; nil where it names none.
  func first(in text: String) -> ArticleDate? {
    let parts = Self.parts(of: text)
    for index in parts.indices {
      if let date = named(parts, index) ?? numeric(parts, index) ?? ideographic(parts, index),
        (1990...2100).contains(date.year)
      {
        return date
      }
    }
    return nil
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var word = ""
    func flush() {
      guard !word.isEmpty else { return }
      if let number = Int(word) {
        parts.append(.number(number, width: word.count))
      } else {
        parts.append(.word(word.lowercased()))
      }
      word = ""
    }
    for character in text.prefix(400) {
      let isDigit = character.isASCII && character.isNumber
      let isLetter = character.isLetter
      let wasDigit = word.last?.isASCII == true && word.last?.isNumber == true
      if !word.isEmpty, !(isDigit || isLetter) || isDigit != wasDigit { flush() }
      if isDigit || isLetter {
        word.append(character)
      } else if !character.isWhitespace {
        parts.append(.mark(character))
      }
    }
    flush()
    return parts
  }

  // MARK: Named months

  private func named(_ parts: [Part], _ index: Int) -> ArticleDate? {
    guard case .word(let word) = parts[index], let month = MonthNames.month(word) else { return nil }
    if let year = year(after: index, in: parts), let day = day(before: index, in: parts) {
      return ArticleDate(year: year, month: month, day: day)
    }
    // Month, day, year.
    var next = index + 1
    if case .mark(".")? = part(parts, next) { next += 1 }
    guard case .number(let day, let width)? = part(parts, next), width <= 2 else { return nil }
    guard let year = year(after: next, in: parts) else { return nil }
    return ArticleDate(year: year, month: month, day: day)
  }

  private func part(_ parts: [Part], _ index: Int) -> Part? {
    parts.indices.contains(index) ? parts[index] : nil
  }

  /// The year that follows, with marks and the little words of dates between.
  private func year(after index: Int, in parts: [Part]) -> Int? {
    var next = index + 1
    for _ in 0..<3 {
      switch part(parts, next) {
      case .number(let year, width: 4)?: return year
      case .mark(let mark)? where ".,'’-/".contains(mark): next += 1
      case .word(let word)? where ["de", "del", "st", "nd", "rd", "th", "г"].contains(word): next += 1
      default: return nil
      }
    }
    return nil
  }

  private func day(before index: Int, in parts: [Part]) -> Int? {
    var previous = index - 1
    for _ in 0..<3 {
      switch part(parts, previous) {
      case .number(let day, let width)? where width <= 2: return day
      case .mark(let mark)? where ".,-/º°".contains(mark): previous -= 1
      case .word(let word)? where ["de", "st", "nd", "rd", "th", "er", "of"].contains(word): previous -= 1
      default: return nil
      }
    }
    return nil
  }

  // MARK: Numbers alone

  private func numeric(_ parts: [Part], _ index: Int) -> ArticleDate? {
    guard case .number(let first, let width)? = part(parts, index),
      case .mark(let mark)? = part(parts, index + 1),
      "-./".contains(mark), case .number(let second, let middle)? = part(parts, index + 2), middle <= 2,
      case .mark(mark)? = part(parts, index + 3), case .number(let third, let last)? = part(parts, index + 4)
    else { return nil }
    // Longer rows of numbers are versions, telephone numbers, addresses.
    if case .mark(mark)? = part(parts, index - 1), case .number? = part(parts, index - 2) { return nil }
    if width == 4, last <= 2 { return ArticleDate(year: first, month: second, day: third) }
    guard width <= 2, last == 4 else { return nil }
    if first > 12 { return ArticleDate(year: third, month: second, day: first) }
    if second > 12 { return ArticleDate(year: third, month: first, day: second) }
    if first == second || mark == "." { return ArticleDate(year: third, month: second, day: first) }
    guard let monthFirst else { return nil }
    return ArticleDate(year: third, month: monthFirst ? first : second, day: monthFirst ? second : first)
  }

  private func ideographic(_ parts: [Part], _ index: Int) -> ArticleDate? {
    guard case .number(let year, width: 4)? = part(parts, index),
      case .word(let one)? = part(parts, index + 1),
      one == "年" || one == "년", case .number(let month, _)? = part(parts, index + 2),
      case .word(let two)? = part(parts, index + 3), two == "月" || two == "월",
      case .number(let day, _)? = part(parts, index + 4)
    else { return nil }
    return ArticleDate(year: year, month: month, day: day)
  }
}

public import Articles

extension ArticleDate {
  /// The first year that a paper can be of: earlier dates are errors of a program, such as "0001-11-30".
  private static let firstYear = 1600

  /// Whether an article can have been published then, as far as the year tells.
  public var isPlausible: Bool { year >= Self.firstYear }

  /// Whether a date lies before another for certain: a month is neither before nor after its days, and a day neither
  /// before nor after its hours.
  func isCertainlyBefore(_ other: ArticleDate) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    if day != otherDay { return day < otherDay }
    guard let second, let otherSecond = other.second else { return false }
    return second < otherSecond
  }
}

internal import Lexicons

/// The words of dates in all languages whose lists are there.
enum DateWords {
  /// The number of a month by its names in lower case.
  static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for list in Lexicon.all(.recordMonths) {
      for (index, names) in list.records.enumerated() {
        // English goes before: an abbreviation may be another month elsewhere.
        for name in names where months[name] == nil || list.language == "en" { months[name] = index + 1 }
      }
    }
    return months
  }()

  /// Days of the week, and words between the parts of a date.
  static let fillers = Set(Lexicon.all(.recordWeekdays).flatMap(\.records).joined())
    .union(Lexicon.entries(.recordDateFillers))

  /// What stands before a date of publication, the longest first.
  private static let labels = Lexicon.entries(.recordDateLabels).sorted { $0.utf8.count > $1.utf8.count }

  /// A date without the label before it, and the colon behind that.
  static func withoutLabel(_ text: String) -> String {
    let lower = text.lowercased()
    guard let label = labels.first(where: { lower.hasPrefix($0) }) else { return text }
    let rest = text.dropFirst(label.count)
    guard let next = rest.first, next == ":" || next == " " else { return text }
    return String(rest.dropFirst())
  }
}

/// The fields that a query can name.
public enum QueryField: String, Sendable, Hashable, CaseIterable {
  /// Words of the headline.
  case title
  /// The outlet that published the article.
  case outlet
  /// A person whom the article names, by any of the person's names.
  case person
  /// An organisation that the article names, by any of its names.
  case organisation = "org"
  /// A place that the article names, by any of its names.
  case place
  /// The language of the article.
  case language = "lang"
  /// When it was published: a day, a month, a year, or a range.
  case date
  /// Published on the first day of the date given, or later.
  case after
  /// Published before the first day of the date given.
  case before
  /// The article's own name in the archive, compared to the letter.
  case id

  /// All fields as they are written, for messages and help: `title: outlet: person: …`.
  public static var list: String {
    allCases.map { $0.rawValue + ":" }.joined(separator: " ")
  }

  /// Whether an article has one value at most, so that two values of a query mean either of them.
  var isSingleValued: Bool {
    switch self {
    case .outlet, .language, .date, .id: true
    case .title, .person, .organisation, .place, .after, .before: false
    }
  }

  /// Reads a field's name, whatever its case; nil where there is no such field.
  init?(name: String) {
    self.init(rawValue: name.lowercased())
  }
}

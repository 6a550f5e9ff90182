internal import Articles

/// An article as its record gives it; the text may still have to be fetched from a file.
struct DecodedRecord {
  /// The article; without text where ``file`` names one, with an empty id where the record gives none.
  var article: Article
  /// The text file that the record names in place of a text.
  var file: String?
  /// Whether the record speaks of its outlet, be it only to say that there is none.
  var statesOutlet: Bool
  /// What was odd.
  var warnings: [ReadingWarning] = []

  private let location: SourceLocation

  /// Reads a record by the keys of its format; refuses it where it has no text and names no file.
  init(_ record: JSONObject, mapping: RecordMapping, at location: SourceLocation) throws(Refusal) {
    let fields = RecordFields(record: record, missingWord: mapping.missingWord)
    self.location = location
    let text = fields.text(mapping.text)
    file = text?.isBlank ?? true ? fields.string(mapping.file) : nil
    if text?.isBlank ?? true, file == nil {
      let keys = mapping.text.map(\.key).joined(separator: ", ")
      throw Refusal(
        .noText, at: location, text == nil ? "the record has no text (\(keys))" : "the record's text is empty"
      )
    }
    article = Article(
      id: fields.string(mapping.id) ?? "", outlet: fields.string(mapping.outlet),
      url: fields.string(mapping.url),
      title: fields.string(mapping.title), text: file == nil ? text ?? "" : "",
      language: fields.string(mapping.language).flatMap(LanguageCode.normalised),
      byline: fields.string(mapping.byline), sources: fields.strings(mapping.sources))
    statesOutlet = fields.states(mapping.outlet)
    readDates(fields, mapping)
    readEntities(fields, mapping)
  }

  /// Notes something odd about the record.
  mutating func warn(_ kind: ReadingWarning.Kind, value: String? = nil, _ message: String) {
    let id = article.id.isEmpty ? nil : article.id
    warnings.append(ReadingWarning(kind, at: location, articleID: id, value: value, message))
  }

  private mutating func readDates(_ fields: RecordFields, _ mapping: RecordMapping) {
    article.published = date(fields, mapping.published, "publication")
    article.printed = date(fields, mapping.printed, "printed")
    article.crawled = date(fields, mapping.crawled, "crawl")
  }

  /// The first date that can be read; a warning where there is one but none can.
  private mutating func date(_ fields: RecordFields, _ rules: [FieldRule], _ name: String) -> ArticleDate? {
    var unread: String?
    for rule in rules {
      guard let value = fields.string(rule) else { continue }
      if let date = rule.date(value) { return date }
      unread = unread ?? value
    }
    if let unread {
      warn(
        .badDate, value: unread,
        "the \(name) date \"\(unread.prefix(80))\" cannot be read; the article is without it")
    }
    return nil
  }

  private mutating func readEntities(_ fields: RecordFields, _ mapping: RecordMapping) {
    let entities = fields.entities(mapping.entities)
    article.entities = entities.known
    for name in entities.unknown {
      warn(
        .badEntity, value: name,
        "the entity \"\(name.prefix(80))\" has no class that is known (person, org, place); it is left out")
    }
  }
}

extension FieldRule {
  /// The date that a value under this rule stands for; zero seconds since 1970 stand for none.
  fileprivate func date(_ value: String) -> ArticleDate? {
    guard case .epochSeconds = self else { return ArticleDate(parsing: value) }
    return Double(value).flatMap { $0 > 0 && $0 < 1e12 ? ArticleDate(epochSeconds: Int($0)) : nil }
  }
}

extension String {
  /// Whether there is nothing but white space, however that is written.
  var isBlank: Bool {
    utf8.allSatisfy(\.isBlank) || unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
  }
}

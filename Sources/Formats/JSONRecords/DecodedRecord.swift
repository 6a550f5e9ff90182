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

  /// Where the record lies.
  let location: SourceLocation

  /// Reads a record by the keys of its format; refuses it where it has no text and names no file.
  init(_ record: JSONObject, mapping: RecordMapping, at location: SourceLocation) throws(Refusal) {
    let fields = RecordFields(record: record, missingWord: mapping.missingWord)
    self.location = location
    let text = fields.text(mapping.text)
    file = text?.isBlank ?? true ? fields.string(mapping.file) : nil
    if text?.isBlank ?? true, file == nil {
      throw Self.refusal(fields, mapping, isEmpty: text != nil, at: location)
    }
    article = Article(
      id: fields.identifier(mapping.id) ?? "", outlet: fields.string(mapping.outlet),
      url: fields.string(mapping.url),
      title: fields.string(mapping.title), text: file == nil ? text ?? "" : "",
      language: fields.string(mapping.language).flatMap(LanguageCode.normalised),
      byline: fields.string(mapping.byline), sources: fields.strings(mapping.sources))
    statesOutlet = fields.states(mapping.outlet)
    if article.text.endsAsCutByCount { throw Self.cutRefusal(article, at: location) }
    if record["markup"]?.string != "none" { takeOutMarkup() }
    readDates(fields, mapping)
    readEntities(fields, mapping)
  }

  /// Why a record without a text is refused.
  private static func refusal(
    _ fields: RecordFields, _ mapping: RecordMapping, isEmpty: Bool, at location: SourceLocation
  ) -> Refusal {
    if isEmpty { return Refusal(.noText, at: location, "the record's text is empty") }
    let keys = mapping.text.map(\.key).joined(separator: ", ")
    let odd = mapping.text.first { rule in fields.rawValue(rule).map { $0 != .null } ?? false }
    guard let odd else {
      let type = fields.record["type"]?.string.flatMap { $0 == "text" ? nil : $0 }
      let kind = type.map { "is of type \($0.prefix(40)), and " } ?? ""
      return Refusal(.noText, at: location, "the record \(kind)has no text (\(keys))")
    }
    return Refusal(
      .noText, at: location,
      "the record's \(odd.key) holds no text, nor paragraphs of one; name the key with --map text=KEY")
  }

  /// A text of which a service gives the first characters alone.
  private static func cutRefusal(_ article: Article, at location: SourceLocation) -> Refusal {
    Refusal(
      .summaryOnly, at: location,
      "\"\((article.title ?? "the record").prefix(80))\" has the beginning of its text alone; fetch the page"
        + (article.url.map { " (\($0.prefix(200)))" } ?? "") + " and index that")
  }

  /// Takes out tags and character references that were left in text and headline.
  private mutating func takeOutMarkup() {
    if let text = MarkupLeft.text(without: article.text) {
      article.text = text
      warn(.markupLeft, "tags and character references were left in the text; it is indexed without them")
    }
    if let title = article.title, let plain = MarkupLeft.text(without: title) {
      article.title = plain.onOneLine.trimmedOrNil
    }
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
      if let date = rule.date(value) ?? fields.epoch(rule) { return date }
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
    guard let number = Double(value) else { return ArticleDate(parsing: value) }
    return ArticleDate(epochNumber: number)
      ?? (number > 0 && number < 1e12 ? ArticleDate(epochSeconds: Int(number)) : nil)
  }
}

extension String {
  /// Whether there is nothing but white space, however that is written.
  var isBlank: Bool {
    utf8.allSatisfy(\.isBlank) || unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
  }
}

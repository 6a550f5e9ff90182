internal import Articles

/// An article in the making: what a format found of it, as it was written.
struct ArticleDraft {
  var article = Article(id: "", text: "")
  private(set) var warnings: [ReadingWarning] = []
  let location: SourceLocation

  /// - Parameter location: Where it was found.
  init(at location: SourceLocation) { self.location = location }

  /// Notes something odd about it.
  mutating func warn(_ kind: ReadingWarning.Kind, value: String? = nil, _ message: String) {
    let id = article.id.isEmpty ? nil : article.id
    warnings.append(ReadingWarning(kind, at: location, articleID: id, value: value, message))
  }

  /// Sets a date by the first of several texts that can be read; warns where there is one but none can.
  mutating func set(
    _ field: WritableKeyPath<Article, ArticleDate?>, _ name: String, _ texts: String?...
  ) {
    let given = texts.compactMap { $0?.trimmedOrNil }
    if let date = given.lazy.compactMap({ ArticleDate(parsing: $0) }).first {
      article[keyPath: field] = date
    } else if let unread = given.first {
      warn(
        .badDate, value: unread,
        "the \(name) date \"\(unread.prefix(80))\" cannot be read; the article is without it")
    }
  }

  /// Sets the language by what is declared.
  mutating func setLanguage(_ declared: String?) {
    article.language = declared?.trimmedOrNil.flatMap(LanguageCode.normalised)
  }

  /// What was odd and the article, with an id; or the refusal of one without text.
  func events(bytes: Int) -> [ReadingEvent] {
    guard !article.text.isBlank else {
      return [.refused(Refusal(.noText, at: location, "there is no text"))]
    }
    var (article, warnings) = (article, warnings)
    article.completeID()
    for index in warnings.indices { warnings[index].articleID = article.id }
    return warnings.map { .warning($0) } + [.article(article, at: location, bytes: bytes)]
  }
}

extension Article {
  /// Gives an id to an article that has none, the same however often it is read.
  ///
  /// It is `url-` and 16 hexadecimal digits of the SHA-256 of its outlet and address, since several outlets may give one
  /// address as that of the original; else `text-` and as many of the hash of its whole content.
  mutating func completeID() {
    guard id.isEmpty else { return }
    if let url {
      let hash = outlet.map { ContentHash(parts: [$0, url]) } ?? ContentHash(text: url)
      id = "url-" + hash.description.prefix(16)
    } else {
      id = "text-" + ContentHash(self).description.prefix(16)
    }
  }
}

extension [String] {
  /// The texts, each where it stands first.
  var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

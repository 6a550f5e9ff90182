package import Archive
internal import Articles

/// Writes an article for people.
package struct ArticleText {
  private let style: TerminalStyle
  private let width: Int?

  /// - Parameters:
  ///   - style: How text is set off.
  ///   - width: The columns that a line may take; nil leaves the lines of the text as they are.
  package init(style: TerminalStyle, width: Int?) {
    self.style = style
    self.width = width
  }

  /// What is known of the article, its text with standing text dimmed, and the entities.
  package func text(of record: ArticleRecord, boilerplate: [Range<Int>]) -> String {
    let article = record.article
    var lines: [String] = []
    if let title = article.title { lines += set(StyledText(TerminalText.harmlessLine(title), .bold)) }
    lines += set(StyledText(TerminalText.harmlessLine(facts(of: article)), .dim))
    for conflict in ArticleDates(article).conflicts {
      lines += set(StyledText("dates differ: \(conflict)", .dim))
    }
    lines.append("")
    lines += set(body(article.text, boilerplate))
    let names = entityLines(record)
    if let language = record.language, !Archive.recognisesNames(in: language) {
      let note = "names: there is no model for '\(language)'; only known places are tagged"
      lines += [""] + set(StyledText(TerminalText.harmlessLine(note), .dim))
    }
    if !names.isEmpty { lines += [""] + names.flatMap { set(StyledText($0)) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func facts(of article: Article) -> String {
    let dates = [
      article.published.map { "published \(DateText.text(of: $0))" },
      article.printed.map { "printed \(DateText.text(of: $0))" },
      article.crawled.map { "crawled \(DateText.text(of: $0))" },
    ]
    let known = [article.outlet, article.byline] + dates + [article.language, article.id, article.url]
    return known.compactMap { $0 }.joined(separator: " · ")
  }

  private func body(_ text: String, _ boilerplate: [Range<Int>]) -> StyledText {
    var body = StyledText()
    var next = 0
    for range in boilerplate {
      body.append(text.utf8Part(next..<range.lowerBound))
      body.append(text.utf8Part(range), .dim)
      next = range.upperBound
    }
    body.append(text.utf8Part(next..<text.utf8.count))
    return body
  }

  private func set(_ text: StyledText) -> [String] {
    if let width { return LineBreaker(width: width).lines(of: text).map { $0.text(style) } }
    let whole = text.pieces.map { style.set($0.text, $0.look) }.joined()
    return [whole.utf8.last == UInt8(ascii: "\n") ? String(whole.dropLast()) : whole]
  }

  private func entityLines(_ record: ArticleRecord) -> [String] {
    EntityClass.allCases.compactMap { entityClass in
      var seen: Set<String> = []
      let names = record.mentions.filter { $0.entityClass == entityClass && seen.insert($0.name).inserted }
        .map(\.name)
      let given = record.article.entities.filter { $0.entityClass == entityClass }.map {
        $0.name + " (given)"
      }
      let all = names + given
      return all.isEmpty
        ? nil : TerminalText.harmlessLine("\(entityClass.rawValue): \(all.joined(separator: ", "))")
    }
  }
}

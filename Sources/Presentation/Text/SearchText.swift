package import Archive
internal import Articles
internal import Ranking

/// Writes the results of a search for people.
package struct SearchText {
  private let style: TerminalStyle
  private let width: Int

  /// - Parameters:
  ///   - style: How text is set off.
  ///   - width: The columns that a line may take.
  package init(style: TerminalStyle, width: Int) {
    self.style = style
    self.width = width
  }

  /// How many repeating articles are listed under a result before the rest is counted.
  private static let listedRepeats = 12

  /// The share of a passage from which on an article that has it is listed.
  private static let leastShare = 0.5

  /// A line that says how much was found, and how to go on.
  ///
  /// - Parameter options: What was asked for, to say how to go on.
  package func summary(of found: SearchResults, options: SearchOptions) -> String {
    let isFull =
      found.results.count == options.limit
      && found.answeringArticles ?? found.matchingPassages > options.limit
    return Self.counts(of: found, options: options)
      + (isFull ? "; --offset \(options.offset + options.limit) goes on" : "")
  }

  /// How much was found, in a line.
  package static func counts(of found: SearchResults, options: SearchOptions) -> String {
    let articles = found.results.flatMap { [$0.article] + $0.repeats.map(\.article) }
    let named = Set(articles.compactMap { $0.outlet.map(ByteKey.init) })
    // An article whose outlet is unknown counts as one of an outlet of its own.
    let unnamed = Set(articles.filter { $0.outlet == nil }.map { ByteKey($0.id) })
    let unit = options.grouping == .text ? "text" : options.grouping == .article ? "article" : "passage"
    let number = found.answeringArticles ?? found.matchingPassages
    let count =
      (found.countIsExact ? "" : "about ")
      + counted(number, found.answeringArticles == nil ? "passage" : "article")
    return
      "\(counted(found.results.count, unit)) at \(counted(named.count + unnamed.count, "outlet")), from \(count) "
      + BasisText.clause(found.basis, number)
  }

  /// One result in full.
  package func text(of result: SearchResult) -> String {
    let number = "\(result.rank). "
    let indent = String(repeating: " ", count: number.count)
    var title = StyledText(number)
    title.append(TerminalText.harmlessLine(result.article.title ?? result.article.id), .bold)
    var lines = wrapped(title, indent: indent, isHanging: true)
    let source = SourceText.line(result.article) + (result.isOrigin ? " · credited as the source" : "")
    lines += wrapped(StyledText(source, .dim), indent: indent)
    lines += wrapped(marked(result.extract), indent: indent)
    if !result.elsewhere.isEmpty {
      let others = result.elsewhere.map { TerminalText.harmlessLine($0.condition) }
      lines += wrapped(
        StyledText("elsewhere in the article: " + others.joined(separator: ", "), .dim), indent: indent)
    }
    lines += wrapped(StyledText(entityList(result.entities), .dim), indent: indent)
    lines += repeatLines(result, indent: indent)
    return lines.joined(separator: "\n")
  }

  /// The articles that have the passage, each with a line; those with less than half of it are counted, since that is
  /// mostly what an outlet prints under everything.
  private func repeatLines(_ result: SearchResult, indent: String) -> [String] {
    let repeats = result.repeats.filter { $0.share >= Self.leastShare }
    var lines = repeats.prefix(Self.listedRepeats).map { repeated in
      let share = "\(percent(repeated.share)) \(Self.word(for: repeated.evidence))"
      let padding = String(repeating: " ", count: max(0, "100 % verbatim".count - share.count))
      return indent + "↳ " + share + padding + "  " + SourceText.line(repeated.article)
    }
    let rest = repeats.count - lines.count
    if rest > 0 { lines.append(indent + "↳ and \(counted(rest, "more article")); --json lists them all") }
    let parts = result.repeats.count - repeats.count + result.repeatsNotListed
    if parts > 0 {
      lines.append(
        indent + "↳ \(counted(parts, lines.isEmpty ? "article" : "more article")) may share a part of it")
    }
    return lines
  }

  /// How it is known that an article repeats a passage, in a word.
  package static func word(for evidence: PassageRepeat.Evidence) -> String {
    switch evidence {
    case .verbatim: "verbatim"
    case .edited: "edited"
    case .fingerprints: "probably"
    }
  }

  private func entityList(_ tags: [NamedEntity]) -> String {
    EntityClass.allCases.compactMap { entityClass in
      let names = tags.filter { $0.entityClass == entityClass }.map {
        $0.name + ($0.isGiven ? " (given)" : "")
      }
      return names.isEmpty ? nil : "\(entityClass.rawValue): " + names.joined(separator: ", ")
    }.joined(separator: " · ")
  }

  /// The extract with its words set off.
  private func marked(_ extract: PassageExtract) -> StyledText {
    var text = StyledText()
    for piece in extract.pieces { text.append(piece.text, piece.isMatch ? .match : .plain) }
    return text
  }

  private func wrapped(_ text: StyledText, indent: String, isHanging: Bool = false) -> [String] {
    let breaker = LineBreaker(width: width - (isHanging ? 0 : indent.count))
    return breaker.lines(of: text).enumerated().map { number, line in
      (isHanging && number == 0 ? "" : indent) + line.text(style)
    }
  }
}

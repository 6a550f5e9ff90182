internal import Archive
internal import Articles

/// Writes the results of a search for people.
struct SearchText {
  let style: TerminalStyle

  /// How many repeating articles are listed under a result before the rest is counted.
  private static let listedRepeats = 8

  /// A line that says how much was found.
  func summary(of found: SearchResults) -> String {
    let texts = found.results.count
    let outlets = Set(
      found.results.flatMap { [$0.article.outlet] + $0.repeats.map(\.article.outlet) }.compactMap { $0 }
    ).count
    let count = (found.countIsExact ? "" : "about ") + counted(found.matchingPassages, "passage")
    return "\(counted(texts, "text")) at \(counted(outlets, "outlet")), from \(count) that match"
  }

  /// One result in full.
  func text(of result: SearchResult) -> String {
    let title = result.article.title ?? result.article.id
    var lines = ["\(result.rank). " + style.bold(TerminalStyle.harmless(title))]
    lines.append("   " + style.dim(source(of: result.article)))
    lines += wrapped(marked(result.extract), indent: "   ")
    if !result.entities.isEmpty { lines += wrapped(style.dim(entityList(result.entities)), indent: "   ") }
    lines += repeatLines(result.repeats)
    return lines.joined(separator: "\n")
  }

  /// Where an article comes from, in one line.
  func source(of article: ArticleSummary) -> String {
    let date = article.published?.description ?? "no date"
    return TerminalStyle.harmless("\(article.outlet ?? "outlet unknown") · \(date) · \(article.id)")
  }

  private func repeatLines(_ repeats: [PassageRepeat]) -> [String] {
    var lines = repeats.prefix(Self.listedRepeats).map { repeated in
      let share = "\(Int((repeated.share * 100).rounded())) %"
      return "   ↳ \(source(of: repeated.article)) · \(share) \(repeated.isVerbatim ? "verbatim" : "edited")"
    }
    let rest = repeats.count - lines.count
    if rest > 0 { lines.append("   ↳ and \(counted(rest, "more article"))") }
    return lines
  }

  private func entityList(_ tags: [NamedEntity]) -> String {
    EntityClass.allCases.compactMap { entityClass in
      let names = tags.filter { $0.entityClass == entityClass }.map(\.name)
      return names.isEmpty
        ? nil : "\(entityClass.rawValue): " + TerminalStyle.harmless(names.joined(separator: ", "))
    }.joined(separator: " · ")
  }

  /// The extract with its words set off.
  private func marked(_ extract: PassageExtract) -> String {
    extract.pieces.map { piece in
      let text = TerminalStyle.harmless(piece.text)
      return piece.isMatch ? markedWords(text) : text
    }.joined()
  }

  /// Each word set off by itself, so that lines can be broken between them.
  private func markedWords(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { style.mark(String($0)) }
      .joined(separator: " ")
  }

  private func wrapped(_ text: String, indent: String) -> [String] {
    TextWrapping.lines(of: text, width: 96).map { indent + $0 }
  }
}

/// A number with its noun: `1 outlet`, `2 outlets`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

internal import Articles
public import Reprints
internal import SearchIndex
internal import TextAnalysis

/// An article of the archive that has text in common with a text that was looked up.
public struct TextMatch: Sendable {
  /// The article.
  public var article: ArticleSummary
  /// How much of the text that was looked up it has, 0 to 1 of the words.
  public var share: Double
  /// What the text has to do with it; the text is "a", the article "b".
  public var report: PairReport
}

extension Archive {
  /// The articles that are compared with a text at the least, those with most fingerprints in common first.
  private static let leastCompared = 200

  /// The articles that share text with a text from outside: the most shared first, then the earliest.
  ///
  /// A run of 13 words in common is certain to be looked at, see `Fingerprinter`.
  ///
  /// - Parameters:
  ///   - text: Any text, such as a draft.
  ///   - limit: The most matches.
  public func matches(of text: String, limit: Int = 50) throws(ArchiveError) -> [TextMatch] {
    let draft = PreparedArticle(Article(id: "", text: text))
    let values = draft.fingerprints.map(\.value)
    let shared = try indexed { () throws(IndexError) in try reader.sharing([values])[0] }
      .prefix(max(Self.leastCompared, 4 * limit))
    let comparable = draft.comparable(boilerplate: [])
    let aligner = Aligner(draft.words)
    let classifier = RelationClassifier()
    var matches: [(stamp: ArticleStamp, match: TextMatch)] = []
    for article in try articles(at: shared.map(\.article)) {
      let other = PreparedArticle(article)
      let alignment = aligner.alignment(with: other.words)
      guard alignment.matched > 0 else { continue }
      let report = classifier.report(comparable, other.comparable(boilerplate: []), alignment: alignment)
      guard report.relation != .none else { continue }
      let share = Double(alignment.matched) / Double(max(1, draft.words.count))
      let match = TextMatch(article: ArticleSummary(article), share: share, report: report)
      matches.append((ArticleStamp(article), match))
    }
    matches.sort { left, right in
      left.match.share != right.match.share ? left.match.share > right.match.share : left.stamp < right.stamp
    }
    return matches.prefix(limit).map(\.match)
  }
}

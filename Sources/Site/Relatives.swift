internal import Archive
internal import Articles
internal import Reprints

/// An article that shares text with another.
struct Relative: Sendable {
  /// The article, and the stretches that it shares: "a" is the text of the other, "b" its own.
  let match: TextMatch
  /// What the two are to one another, where they were compared in full: "a" is the other.
  let report: PairReport?
}

extension Archive {
  /// How many are compared in full, which tells who has it from whom.
  private static let compared = 12

  /// The articles that share text with an article, those that share most first.
  func relatives(of article: Article, limit: Int) throws(ArchiveError) -> [Relative] {
    let matches = try matches(of: article.text, limit: limit + 1).filter {
      ByteKey($0.article.id) != ByteKey(article.id)
    }
    var relatives: [Relative] = []
    for (number, match) in matches.prefix(limit).enumerated() {
      let isCompared = number < Self.compared && match.report.relation != .boilerplate
      let report = isCompared ? try compare(article.id, with: match.article.id).report : nil
      relatives.append(Relative(match: match, report: report))
    }
    return relatives
  }
}

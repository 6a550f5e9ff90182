import Articles

@testable import Archive
@testable import Reprints

/// An article as it is listed.
func summary(
  _ id: String, _ outlet: String? = nil, title: String? = nil, language: String? = nil,
  _ published: ArticleDate? = nil
) -> ArticleSummary {
  ArticleSummary(
    Article(id: id, outlet: outlet, title: title, text: "", language: language, published: published))
}

/// A day of May 2031.
func day(_ day: Int) -> ArticleDate? { ArticleDate(year: 2031, month: 5, day: day) }

/// What was found out about two articles, with nothing told but what is given.
func report(
  _ relation: Relation = .reprint, _ shares: (Double, Double) = (1, 0.5), why: String = "most of both",
  changes: [Change] = [], direction: PairReport.Direction = .unknown, basis: String = "",
  source: String? = nil, credit: CreditVerdict = .none
) -> PairReport {
  PairReport(
    relation: relation, containmentA: shares.0, containmentB: shares.1,
    spans: [.init(a: 0..<80, b: 10..<90, isVerbatim: true, content: .narration, words: 14)], longestRun: 12,
    confidence: 0.9, why: why, changes: changes, direction: direction, basis: basis, source: source,
    credit: credit, droppedCredits: [])
}

/// A change of a name or a number.
func change(_ kind: Change.Kind, _ before: String, _ after: String, _ weight: Change.Weight = .number)
  -> Change
{
  Change(kind: kind, weight: weight, a: 0..<1, b: 0..<1, wordsA: before, wordsB: after)
}

/// A family of three: the second and the third have the text of the first, the third by way of the second.
func family(origin: ArticleFamily.Origin) -> ArticleFamily {
  ArticleFamily(
    articles: [
      summary("wire-1", "Meridian Wire", title: "Dam gives way", day(3)),
      summary("echo-1", "Echo", day(4)), summary("post-1", "Post \"Late\"", day(5)),
    ],
    origin: origin,
    tree: [
      .init(article: "wire-1", parent: nil, share: 1, kept: 1),
      .init(article: "echo-1", parent: "wire-1", share: 0.944, kept: 0.5),
      .init(article: "post-1", parent: "echo-1", share: 0.25, kept: 0.126),
    ],
    outlets: 3, texts: 2)
}

/// An origin that is credited, or the earliest only.
func origin(isCredited: Bool) -> ArticleFamily.Origin {
  .init(
    article: "wire-1", source: "Meridian Wire", basis: isCredited ? "2 of 3 credit it" : "published first",
    confidence: 0.87, isCredited: isCredited)
}

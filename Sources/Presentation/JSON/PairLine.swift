public import Archive
internal import Articles
internal import Reprints

/// Two articles and what they have in common, as JSON.
public struct PairLine: JSONRecord {
  private let pair: ArticlePair
  private let hasSpans: Bool

  /// - Parameters:
  ///   - pair: The articles and the report on them.
  ///   - spans: Whether it says where the text stands that both have, and what was changed in it.
  public init(_ pair: ArticlePair, spans: Bool = true) {
    self.pair = pair
    hasSpans = spans
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    let report = pair.report
    json.add("a", pair.a.id)
    json.add("b", pair.b.id)
    json.add("basis", report.basis.isEmpty ? nil : report.basis)
    json.add("boilerplate", report.boilerplate?.rawValue)
    if hasSpans { json.add("changes", report.changes.map(ChangePart.init)) }
    json.add("confidence", report.confidence.rounded(toPlaces: 3))
    json.add("containment_a", report.containmentA.rounded(toPlaces: 4))
    json.add("containment_b", report.containmentB.rounded(toPlaces: 4))
    json.add("credit", report.credit.rawValue)
    json.add("direction", report.direction.rawValue)
    json.add("dropped_credits", report.droppedCredits)
    json.add("outlet_a", pair.a.outlet)
    json.add("outlet_b", pair.b.outlet)
    json.add("published_a", pair.a.published?.description)
    json.add("published_b", pair.b.published?.description)
    json.add("relation", report.relation.rawValue)
    // The first line of a report says by which rules it was made.
    if json.namesSchema { json.add("rules", ReprintRules.version) }
    json.add("source", report.source)
    if hasSpans { json.add("spans", report.spans.map { SpanPart(span: $0, of: report) }) }
    json.add("type", "pair")
    if report.isWeak { json.add("weak", true) }
    json.add("why", report.why)
  }
}

/// What was cut, added or changed; its words are given where they hold a name or a number.
private struct ChangePart: JSONRecord {
  let change: Change

  func write(to json: inout JSONObject) {
    json.add("a", change.a)
    json.add("b", change.b)
    json.add("kind", change.kind.rawValue)
    json.add("weight", "\(change.weight)")
    json.add("words_a", change.wordsA.isEmpty ? nil : change.wordsA)
    json.add("words_b", change.wordsB.isEmpty ? nil : change.wordsB)
  }
}

extension PairReport.Span {
  /// How much of the wording both have: `verbatim`, `edited` or, in another language, `translated`.
  func kind(in report: PairReport) -> String {
    report.relation == .translation ? "translated" : isVerbatim ? "verbatim" : "edited"
  }
}

/// A stretch of text that two articles have.
private struct SpanPart: JSONRecord {
  private let span: PairReport.Span
  private let kind: String

  init(span: PairReport.Span, of report: PairReport) {
    self.span = span
    kind = span.kind(in: report)
  }

  func write(to json: inout JSONObject) {
    json.add("a", span.a)
    json.add("b", span.b)
    json.add("content", span.content.rawValue)
    json.add("kind", kind)
  }
}

/// An article that has text of a text that was looked up, as JSON.
public struct MatchLine: JSONRecord {
  private let match: TextMatch

  /// - Parameter match: The article and what it has of the text.
  public init(_ match: TextMatch) { self.match = match }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("article", match.article.id)
    json.add("evidence", match.evidence.rawValue)
    json.add("outlet", match.article.outlet)
    json.add("published", match.article.published?.description)
    json.add("relation", match.report.relation.rawValue)
    json.add("share", match.share.rounded(toPlaces: 4))
    json.add("spans", match.report.spans.map { SpanPart(span: $0, of: match.report) })
    json.add("title", match.article.title)
    json.add("type", "match")
    json.add("why", match.report.why)
  }
}

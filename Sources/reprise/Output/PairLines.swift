internal import Archive
internal import Articles
internal import Reprints

/// Two articles and what they have in common, as a JSON line.
struct PairLine {
  private let a: ArticleSummary
  private let b: ArticleSummary
  private let report: PairReport
  private let hasSpans: Bool

  /// - Parameter spans: Whether it says where the text stands that both have, and what was changed in it.
  init(_ a: ArticleSummary, _ b: ArticleSummary, _ report: PairReport, spans: Bool = true) {
    self.a = a
    self.b = b
    self.report = report
    hasSpans = spans
  }

  /// - Parameter schema: The version of the schema, for the first line of all.
  func text(schema: String?) -> String {
    var line = JSONText()
    line.add("a", a.id)
    line.add("b", b.id)
    line.add("basis", report.basis.isEmpty ? nil : report.basis)
    if hasSpans { line.add("changes", report.changes, Self.write) }
    line.add("confidence", report.confidence.rounded(toPlaces: 3))
    line.add("containment_a", report.containmentA.rounded(toPlaces: 4))
    line.add("containment_b", report.containmentB.rounded(toPlaces: 4))
    line.add("credit", report.credit.rawValue)
    line.add("direction", report.direction.rawValue)
    line.add("dropped_credits", report.droppedCredits)
    line.add("outlet_a", a.outlet)
    line.add("outlet_b", b.outlet)
    line.add("published_a", a.published?.description)
    line.add("published_b", b.published?.description)
    line.add("relation", report.relation.rawValue)
    if schema != nil { line.add("rules", Double(RulesVersion.current)) }
    line.add("schema", schema)
    line.add("source", report.source)
    if hasSpans { line.add("spans", report.spans, Self.write) }
    line.add("type", "pair")
    line.add("why", report.why)
    return line.text
  }

  /// The words of a change are given where they hold a name or a number.
  private static func write(_ line: inout JSONText, _ change: Change) {
    line.add("a", change.a)
    line.add("b", change.b)
    line.add("kind", change.kind.rawValue)
    line.add("weight", "\(change.weight)")
    line.add("words_a", change.wordsA.isEmpty ? nil : change.wordsA)
    line.add("words_b", change.wordsB.isEmpty ? nil : change.wordsB)
  }

  private static func write(_ line: inout JSONText, _ span: PairReport.Span) {
    line.add("a", span.a)
    line.add("b", span.b)
    line.add("content", span.content.rawValue)
    line.add("kind", span.isVerbatim ? "verbatim" : "edited")
  }
}

/// A stretch of text that two articles have, as part of a JSON line.
struct SpanLine: Encodable {
  let a: [Int]
  let b: [Int]
  let kind: String
  let content: String

  init(_ span: PairReport.Span) {
    a = span.a.pair
    b = span.b.pair
    kind = span.isVerbatim ? "verbatim" : "edited"
    content = span.content.rawValue
  }
}

/// An article that has text of a text that was looked up, as a JSON line.
struct MatchLine: Encodable {
  let type = "match"
  let article: String
  let outlet: String?
  let published: String?
  let title: String?
  let share: Double
  let relation: String
  let spans: [SpanLine]
  let why: String

  init(_ match: TextMatch) {
    article = match.article.id
    outlet = match.article.outlet
    published = match.article.published?.description
    title = match.article.title
    share = match.share.rounded(toPlaces: 4)
    relation = match.report.relation.rawValue
    spans = match.report.spans.map(SpanLine.init)
    why = match.report.why
  }
}

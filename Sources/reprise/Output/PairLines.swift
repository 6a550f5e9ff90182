internal import Archive
internal import Articles
internal import Reprints

/// Two articles and what they have in common, as a JSON line.
struct PairLine: Encodable {
  let type = "pair"
  let a: String
  let b: String
  let relation: String
  let containmentA: Double
  let containmentB: Double
  let spans: [SpanLine]
  let direction: String
  let basis: String?
  let source: String?
  let credit: String
  let droppedCredits: [String]
  let confidence: Double
  let why: String
  let changes: [ChangeLine]

  enum CodingKeys: String, CodingKey {
    case type, a, b, relation
    case containmentA = "containment_a"
    case containmentB = "containment_b"
    case spans, direction, basis, source, credit, confidence, why, changes
    case droppedCredits = "dropped_credits"
  }

  init(_ a: ArticleSummary, _ b: ArticleSummary, _ report: PairReport) {
    self.a = a.id
    self.b = b.id
    relation = report.relation.rawValue
    containmentA = report.containmentA.rounded(toPlaces: 4)
    containmentB = report.containmentB.rounded(toPlaces: 4)
    spans = report.spans.map(SpanLine.init)
    direction = report.direction.rawValue
    basis = report.basis.isEmpty ? nil : report.basis
    source = report.source
    credit = report.credit.rawValue
    droppedCredits = report.droppedCredits
    confidence = report.confidence.rounded(toPlaces: 3)
    why = report.why
    changes = report.changes.map(ChangeLine.init)
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

/// A place where two texts differ, as part of a JSON line.
struct ChangeLine: Encodable {
  let kind: String
  let weight: String
  let a: [Int]
  let b: [Int]

  init(_ change: Change) {
    kind = change.kind.rawValue
    weight = "\(change.weight)"
    a = change.a.pair
    b = change.b.pair
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

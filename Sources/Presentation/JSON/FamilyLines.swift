public import Archive
internal import Reprints

/// A family of articles that have one text, as JSON.
public struct FamilyLine: JSONRecord {
  private let family: ArticleFamily

  /// - Parameter family: The family.
  public init(_ family: ArticleFamily) { self.family = family }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", family.articles.map(\.id))
    json.add("basis", family.origin.basis)
    json.add("confidence", family.origin.confidence.rounded(toPlaces: 3))
    json.add("credited", family.origin.isCredited)
    json.add("origin", family.origin.article)
    json.add("outlets", family.outlets)
    json.add("source", family.origin.source)
    json.add("texts", family.texts)
    json.add("tree", family.tree.map(BranchPart.init))
    json.add("type", "family")
  }
}

/// An article's place in a family's tree.
private struct BranchPart: JSONRecord {
  let branch: ArticleFamily.Branch

  func write(to json: inout JSONObject) {
    json.add("article", branch.article)
    json.add("from", branch.parent)
    json.add("kept", branch.kept.rounded(toPlaces: 4))
    if branch.translationOf != nil { json.add("relation", "translation") }
    json.add("share", branch.share.rounded(toPlaces: 4))
    json.add("translation_of", branch.translationOf)
  }
}

/// What a report comes to and what it left out, as JSON.
public struct SummaryLine: JSONRecord {
  private let report: ReprintReport

  /// - Parameter report: The report.
  public init(_ report: ReprintReport) { self.report = report }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    let sum = ReprintSummary(report)
    json.add("articles", sum.articles)
    json.add("families", report.families.count)
    json.add("flows", sum.flows.map(FlowPart.init))
    json.add("outlets", sum.outlets)
    json.add("pairs", report.pairs.count)
    json.add("relations", RelationCounts(sum))
    json.add("rules", ReprintRules.version)
    json.add("standing_fingerprints", report.standingFingerprints)
    json.add("texts", sum.texts)
    json.add("type", "summary")
    json.add("within_outlets", sum.pairsWithinOutlets)
  }
}

/// How many pairs there are of each relation.
private struct RelationCounts: JSONRecord {
  let pairs: [(relation: String, count: Int)]

  init(_ sum: ReprintSummary) {
    pairs = sum.pairs.map { (relation: $0.key.rawValue, count: $0.value) }.sorted {
      $0.relation < $1.relation
    }
  }

  func write(to json: inout JSONObject) {
    for pair in pairs { json.add(pair.relation, pair.count) }
  }
}

/// Who takes from whom.
private struct FlowPart: JSONRecord {
  let flow: ReprintSummary.Flow

  func write(to json: inout JSONObject) {
    json.add("articles", flow.articles)
    json.add("from", flow.from)
    json.add("to", flow.to)
  }
}

internal import Articles
public import Reprints
internal import SearchIndex
internal import TextAnalysis

/// What a report on reprints covers.
public struct ReprintOptions: Sendable {
  /// The relations that pairs are reported of.
  public var relations: Set<Relation>
  /// The number of threads.
  public var jobs: Int

  /// Makes options; without any, every relation but `none` is reported.
  public init(relations: Set<Relation> = Set(Relation.allCases).subtracting([.none]), jobs: Int = 2) {
    self.relations = relations
    self.jobs = jobs
  }
}

extension Archive {
  /// All pairs of articles that have text in common, and the families that they make.
  ///
  /// The report depends on the articles alone, not on the order in which they came in or on how they lie in the
  /// index. Which pairs are compared is said in `PairPlanner` and ``RewritePlanner``.
  public func reprints(options: ReprintOptions = ReprintOptions()) throws(ArchiveError) -> ReprintReport {
    let survey = try ArchiveSurvey(self, jobs: options.jobs)
    let comparison = PairComparison(archive: self, survey: survey)
    let compared = try comparison.run(survey.plannedPairs(), jobs: options.jobs)
    let families = families(of: compared)
    let directions = FamilyDirections(families, compared)
    let pairs = compared.map(\.pair).filter { options.relations.contains($0.report.relation) }
      .map(directions.applied(to:))
    return ReprintReport(
      pairs: pairs.sorted { ($0.a.id, $0.b.id) < ($1.a.id, $1.b.id) }, families: families,
      standingFingerprints: survey.standing.count)
  }

  /// The families that reprints make, told in ids.
  private func families(of compared: [ComparedPair]) -> [ArticleFamily] {
    let gathered = FamilyInput(compared)
    return FamilyBuilder().families(of: gathered.members, links: gathered.links).map { family in
      ArticleFamily(family, articles: gathered.summaries)
    }
  }
}

/// A pair with what families need to know of its articles.
struct ComparedPair: Sendable {
  let pair: ArticlePair
  /// The numbers of the articles in the survey.
  let numbers: (a: Int, b: Int)
  let members: (a: FamilyMember, b: FamilyMember)
}

extension ComparedPair {
  /// The number of the article that names the other's outlet as its source, with that outlet.
  ///
  /// Nil where neither does. An outlet that is no known source is found in this way only.
  var creditOfOutlet: (copy: Int, source: String)? {
    guard let source = pair.report.source, pair.report.credit == .creditedAndCopied else { return nil }
    switch pair.report.direction {
    case .bFromA where source == members.a.outlet: return (numbers.b, source)
    case .aFromB where source == members.b.outlet: return (numbers.a, source)
    default: return nil
    }
  }
}

/// The articles of reprints, numbered anew in the order of the survey, which is that of their age.
private struct FamilyInput {
  private(set) var members: [FamilyMember] = []
  private(set) var summaries: [ArticleSummary] = []
  private(set) var links: [FamilyLink] = []

  /// How much the naming of another's outlet tells that the text is that outlet's, as in `Credit.strength`.
  private static let named = 3

  init(_ compared: [ComparedPair]) {
    let reprints = compared.filter { $0.pair.report.relation == .reprint }
    let numbers = Set(reprints.flatMap { [$0.numbers.a, $0.numbers.b] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    var known: [Int: (FamilyMember, ArticleSummary)] = [:]
    for pair in reprints {
      for (number, member, summary) in [
        (pair.numbers.a, pair.members.a, pair.pair.a), (pair.numbers.b, pair.members.b, pair.pair.b),
      ] where known[number] == nil { known[number] = (member, summary) }
      if let (copy, source) = pair.creditOfOutlet {
        let strength = known[copy]?.0.sources[source] ?? 0
        known[copy]?.0.sources[source] = max(strength, Self.named)
      }
    }
    for number in numbers {
      guard let (member, summary) = known[number] else { continue }
      members.append(member)
      summaries.append(summary)
    }
    links = reprints.compactMap { pair in
      guard let a = places[pair.numbers.a], let b = places[pair.numbers.b] else { return nil }
      return FamilyLink(a: a, b: b, report: pair.pair.report)
    }
  }
}

extension ArticleFamily {
  /// A family of numbered articles, told in ids.
  fileprivate init(_ family: Family, articles all: [ArticleSummary]) {
    articles = family.articles.map { all[$0] }
    origin = Origin(
      article: family.origin.article.map { all[$0].id }, source: family.origin.source,
      basis: family.origin.basis, confidence: family.origin.confidence)
    tree = family.tree.map { branch in
      Branch(
        article: all[branch.article].id, parent: branch.parent.map { all[$0].id }, share: branch.share,
        kept: branch.kept)
    }
    outlets = family.outlets
    texts = family.independentTexts
  }
}

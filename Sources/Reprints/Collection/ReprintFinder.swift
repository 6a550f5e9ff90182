public import Articles

/// Finds all articles of a collection that have text in common, and the families that they make.
///
/// The result depends on the articles alone: not on the order in which they come, nor on how work was divided.
public struct ReprintFinder<Source: ArticleCollection>: Sendable {
  /// What was found.
  public struct Findings: Sendable {
    /// The pairs that have a relation, in no particular order.
    public var pairs: [ComparedPair]
    /// Families of articles that have one text, the largest first, by the numbers of the articles.
    public var families: [Family]
    /// The articles of families by their numbers, without their texts.
    public var records: [Int: Article]
    /// Fingerprints of what outlets print under many of their articles: who shares nothing else was not compared.
    public var standingFingerprints: Int
  }

  private let source: Source

  /// Makes a finder over a collection.
  public init(_ source: Source) { self.source = source }

  /// Compares all articles that are worth it.
  ///
  /// - Throws: What the collection throws.
  public func findings() throws(Source.Failure) -> Findings {
    let survey = try ArticleSurvey(source)
    let comparison = PairComparison(source: source, survey: survey)
    var compared = try comparison.run(survey.plannedPairs())
    let input = FamilyInput(compared)
    let families = FamilyBuilder().families(of: input.members, links: input.links).map {
      $0.renumbered { input.numbers[$0] }
    }
    let directions = FamilyDirections(families, compared, records: input.records)
    for index in compared.indices { directions.direct(&compared[index]) }
    return Findings(
      pairs: compared, families: families, records: input.records, standingFingerprints: survey.standing.count
    )
  }
}

/// The articles of reprints, numbered anew in the order of the survey, which is that of their age.
private struct FamilyInput {
  private(set) var members: [FamilyMember] = []
  /// The number of each member in the survey.
  private(set) var numbers: [Int] = []
  /// The articles by their numbers in the survey.
  private(set) var records: [Int: Article] = [:]
  private(set) var links: [FamilyLink] = []

  /// How much the naming of another's outlet tells that the text is that outlet's, as in `Credit.strength`.
  private static let named = 3

  init(_ compared: [ComparedPair]) {
    let reprints = compared.filter { $0.report.relation == .reprint }
    numbers = Set(reprints.flatMap { [$0.numbers.a, $0.numbers.b] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    var known: [Int: FamilyMember] = [:]
    for pair in reprints {
      for (number, member, record) in [
        (pair.numbers.a, pair.members.a, pair.records.a), (pair.numbers.b, pair.members.b, pair.records.b),
      ] where known[number] == nil {
        known[number] = member
        records[number] = record
      }
      if let (copy, source) = pair.creditOfOutlet {
        let strength = known[copy]?.sources[source] ?? 0
        known[copy]?.sources[source] = max(strength, Self.named)
      }
    }
    members = numbers.compactMap { known[$0] }
    links = reprints.compactMap { pair in
      guard let a = places[pair.numbers.a], let b = places[pair.numbers.b] else { return nil }
      return FamilyLink(a: a, b: b, report: pair.report)
    }
  }
}

extension Family {
  /// The family with other numbers for its articles.
  fileprivate func renumbered(_ number: (Int) -> Int) -> Family {
    var family = self
    family.articles = articles.map(number)
    family.centre = number(centre)
    family.origin.article = origin.article.map(number)
    for index in family.tree.indices {
      family.tree[index].article = number(tree[index].article)
      family.tree[index].parent = tree[index].parent.map(number)
    }
    return family
  }
}

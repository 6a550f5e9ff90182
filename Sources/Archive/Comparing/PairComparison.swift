internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Compares planned pairs of articles, each article read as seldom as memory allows.
struct PairComparison: Sendable {
  /// The pairs that a thread prepares articles for at a time.
  private static let chunk = 512

  let archive: Archive
  let survey: ArchiveSurvey

  /// The pairs that have a relation; each thread takes a stretch of them, whose neighbours share articles.
  func run(_ pairs: [PairPlanner.Pair], jobs: Int) throws(ArchiveError) -> [ComparedPair] {
    let part = max(1, (pairs.count + jobs - 1) / jobs)
    let parts = stride(from: 0, to: pairs.count, by: part).map { pairs[$0..<min($0 + part, pairs.count)] }
    return try inParallel(parts, jobs: jobs) { part throws(ArchiveError) in
      var comparands = ComparandCache(archive: archive, survey: survey)
      var found: [ComparedPair] = []
      for start in stride(from: part.startIndex, to: part.endIndex, by: Self.chunk) {
        let pairs = part[start..<min(start + Self.chunk, part.endIndex)]
        try comparands.prepare(Set(pairs.flatMap { [$0.older, $0.newer] }))
        found += pairs.compactMap { compared($0, comparands) }
      }
      return found
    }.flatMap { $0 }
  }

  private func compared(_ pair: PairPlanner.Pair, _ comparands: ComparandCache) -> ComparedPair? {
    guard let older = comparands[pair.older], let newer = comparands[pair.newer] else { return nil }
    let inOrder = older.summary.id < newer.summary.id
    let (a, b) = inOrder ? (older, newer) : (newer, older)
    let report = RelationClassifier().report(a.text, b.text)
    guard report.relation != .none else { return nil }
    return ComparedPair(
      pair: ArticlePair(a: a.summary, b: b.summary, report: report),
      numbers: inOrder ? (pair.older, pair.newer) : (pair.newer, pair.older), members: (a.member, b.member))
  }
}

/// An article made ready to be compared.
struct Comparand: Sendable {
  let summary: ArticleSummary
  let text: ComparableText
  let member: FamilyMember
}

/// The articles that one thread compares: those in hand, and as many of those before as memory allows.
struct ComparandCache {
  /// The articles that are kept, at some 30 kB for one of 400 words.
  private static let capacity = 3_000

  private let archive: Archive
  private let survey: ArchiveSurvey
  private let standing = StandingText()
  private var recent: [Int: Comparand] = [:]
  private var older: [Int: Comparand] = [:]

  init(archive: Archive, survey: ArchiveSurvey) {
    self.archive = archive
    self.survey = survey
  }

  /// An article by its number in the survey; nil where it was not prepared.
  subscript(number: Int) -> Comparand? { recent[number] }

  /// Makes some articles ready; those that were not asked for in a long time go.
  mutating func prepare(_ numbers: Set<Int>) throws(ArchiveError) {
    if recent.count > Self.capacity / 2 {
      older = recent
      recent = [:]
    }
    var missing: [Int] = []
    for number in numbers where recent[number] == nil {
      if let known = older[number] { recent[number] = known } else { missing.append(number) }
    }
    missing.sort()
    for (number, article) in zip(missing, try archive.articles(at: missing.map { survey.handles[$0] })) {
      let article = PreparedArticle(article)
      let siblings = survey.siblings(of: number, article)
      let text = article.comparable(boilerplate: standing.ranges(in: article, siblings: siblings))
      recent[number] = Comparand(
        summary: ArticleSummary(article.article), text: text, member: FamilyMember(text))
    }
  }
}

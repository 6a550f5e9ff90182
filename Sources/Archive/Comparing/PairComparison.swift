internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Compares planned pairs of articles, each article read as seldom as memory allows.
struct PairComparison: Sendable {
  /// The pairs that one thread takes at a time; neighbours share articles.
  private static let chunk = 256

  let archive: Archive
  let survey: ArchiveSurvey

  /// The pairs that have a relation.
  func run(_ pairs: [PairPlanner.Pair], jobs: Int) throws(ArchiveError) -> [ComparedPair] {
    let chunks = stride(from: 0, to: pairs.count, by: Self.chunk).map {
      Array(pairs[$0..<min($0 + Self.chunk, pairs.count)])
    }
    return try inParallel(chunks, jobs: jobs) { chunk throws(ArchiveError) in try compare(chunk) }
      .flatMap { $0 }
  }

  private func compare(_ pairs: [PairPlanner.Pair]) throws(ArchiveError) -> [ComparedPair] {
    let comparands = try comparands(of: pairs)
    let classifier = RelationClassifier()
    var found: [ComparedPair] = []
    for pair in pairs {
      guard let older = comparands[pair.older], let newer = comparands[pair.newer] else { continue }
      let inOrder = survey.stamps[pair.older].id < survey.stamps[pair.newer].id
      let (a, b) = inOrder ? (older, newer) : (newer, older)
      let report = classifier.report(a.text, b.text)
      guard report.relation != .none else { continue }
      found.append(
        ComparedPair(
          pair: ArticlePair(a: a.summary, b: b.summary, report: report),
          numbers: inOrder ? (pair.older, pair.newer) : (pair.newer, pair.older),
          members: (FamilyMember(a.text), FamilyMember(b.text))))
    }
    return found
  }

  private struct Comparand {
    let summary: ArticleSummary
    let text: ComparableText
  }

  /// The articles of some pairs, by number.
  private func comparands(of pairs: [PairPlanner.Pair]) throws(ArchiveError) -> [Int: Comparand] {
    let numbers = Array(Set(pairs.flatMap { [$0.older, $0.newer] })).sorted()
    var comparands: [Int: Comparand] = [:]
    let standing = StandingText()
    for (number, record) in zip(numbers, try archive.records(at: numbers.map { survey.handles[$0] })) {
      let article = PreparedArticle(record)
      let boilerplate = standing.ranges(in: article, siblings: survey.siblings(of: number, article))
      comparands[number] = Comparand(
        summary: ArticleSummary(record.article), text: article.comparable(boilerplate: boilerplate))
    }
    return comparands
  }
}

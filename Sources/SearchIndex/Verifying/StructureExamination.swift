internal import CXapianShim
import Glass
import Storage

/// Holds the passages of each article against what must be true of them.
///
/// They have consecutive ids, the numbers 0, 1, 2 … of as many as there are, byte ranges that follow one another from
/// the first byte of the text, and one id term, whose posting list has them and nothing else in all segments. Together
/// with what is deleted they are all documents that the segment has.
struct StructureExamination {
  private static let articlesAtOnce = 128

  let set: SegmentSet
  private(set) var problems: [IndexProblem] = []

  init(set: SegmentSet) { self.set = set }

  mutating func examine(segment number: UInt32, place: String, _ segment: Manifest.Segment) {
    do throws(IndexError) {
      var size = cxs_segment_size()
      try set.checked(cxs_reader_size(set.handle, number, &size))
      let deletions = set.deletions[Int(number)]
      for detail in try faults(inDeletions: deletions, of: number, size) {
        problems.append(IndexProblem(.brokenStructure, at: place, segment: segment.name, detail))
      }
      let heads = try set.heads(ofSegment: number)
      var passages = deletions.passageCount
      for start in stride(from: 0, to: heads.count, by: Self.articlesAtOnce) {
        let batch = heads[start..<min(start + Self.articlesAtOnce, heads.count)]
        let found = try examine(batch.map { ArticleHandle(segment: number, head: $0) }, size)
        passages += found.passages
        for detail in found.faults {
          problems.append(IndexProblem(.brokenStructure, at: place, segment: segment.name, detail))
        }
      }
      let articles = heads.count + deletions.articleCount
      let documents = Int(size.documents) + Int(size.deleted)
      if articles != segment.articles || passages != segment.passages || documents != segment.passages {
        problems.append(
          IndexProblem(
            .brokenStructure, at: place, segment: segment.name,
            "has \(articles) articles in \(passages) of \(documents) passages; the manifest says "
              + "\(segment.articles) in \(segment.passages)"))
      }
      let tabled = set.fingerprints[Int(number)].articleCount
      if tabled != segment.articles {
        problems.append(
          IndexProblem(
            .brokenStructure, at: place, segment: segment.name,
            "has fingerprints of \(tabled) articles; the manifest says \(segment.articles)"))
      }
    } catch {
      problems.append(
        IndexProblem(.brokenStructure, at: place, segment: segment.name, "cannot be read: \(error)"))
    }
  }

  /// The number of passages of some articles, and what is wrong with them.
  private func examine(
    _ articles: [ArticleHandle], _ size: cxs_segment_size
  ) throws(IndexError) -> (passages: Int, faults: [String]) {
    let heads = articles.map { PassageHandle(article: $0, ordinal: 0) }
    let counts = try locators(of: heads).map { min($0?.count ?? 1, Int(size.last_docid)) }
    let passages = zip(articles, counts).flatMap { article, count in
      (0..<count).map { PassageHandle(article: article, ordinal: $0) }
    }.filter { $0.docid <= size.last_docid }
    let locators = try locators(of: passages)
    let ids = try set.termLists(of: passages, field: .article)
    var faults: [String] = []
    var terms: [[UInt8]] = []
    var start = 0
    for (article, count) in zip(articles, counts) {
      let end = min(start + count, passages.count)
      let isWhole = passages[start..<end].allSatisfy { $0.article == article } && end - start == count
      if !isWhole || !Self.isComplete(locators[start..<end], count) {
        faults.append("holds an article whose passages are incomplete, at document \(article.head)")
      }
      if Set(ids[start..<end].map { $0 }).count != 1 || ids[start].count != 1 {
        faults.append("holds an article whose passages have not one id, at document \(article.head)")
      }
      terms.append(Field.article.prefix + (ids[start].first ?? []))
      start = end
    }
    for ((article, count), found) in zip(zip(articles, counts), try set.postings(terms)) {
      let isOne = found.first?.docid == article.head && found.count == count
      guard !isOne || found.contains(where: { $0.segment != article.segment }) else { continue }
      faults.append(
        "holds an article that its id does not find, or not it alone, at document \(article.head)")
    }
    return (passages.count, faults)
  }

  private func locators(of passages: [PassageHandle]) throws(IndexError) -> [PassageLocator?] {
    try set.values(.locator, of: passages).map { $0.withUnsafeBufferPointer(PassageLocator.init) }
  }

  private static func isComplete(_ locators: ArraySlice<PassageLocator?>, _ count: Int) -> Bool {
    var end = 0
    for (ordinal, locator) in locators.enumerated() {
      guard let locator, locator.ordinal == ordinal, locator.count == count, locator.bytes.lowerBound == end
      else { return false }
      end = locator.bytes.upperBound
    }
    return true
  }

  /// What is wrong with a deletion set: each run must be the passages of one article.
  private func faults(
    inDeletions deletions: DeletionSet, of segment: UInt32, _ size: cxs_segment_size
  ) throws(IndexError) -> [String] {
    if let last = deletions.runs.last, last.end - 1 > size.last_docid {
      return ["has deletions of passages that it does not hold"]
    }
    let heads = deletions.runs.map {
      PassageHandle(article: ArticleHandle(segment: segment, head: $0.first), ordinal: 0)
    }
    let fitting = zip(deletions.runs, try locators(of: heads)).allSatisfy { run, locator in
      locator.map { $0.ordinal == 0 && $0.count == Int(run.count) } ?? false
    }
    return fitting ? [] : ["has deletions that are not of whole articles"]
  }
}

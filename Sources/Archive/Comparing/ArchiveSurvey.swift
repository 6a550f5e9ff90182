internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// What a report on the whole archive must know of all articles at once: who holds which fingerprints.
///
/// Articles are numbered from the oldest to the newest, ties by id, whatever their order in the index.
struct ArchiveSurvey: Sendable {
  /// Where each article lies, by number.
  let handles: [ArticleHandle]
  /// What is known of each article, by number.
  let stamps: [ArticleStamp]
  /// The fingerprints of each article, each once, by number.
  let fingerprints: [[UInt64]]
  private let table: HolderTable

  /// Reads every article once.
  init(_ archive: Archive, jobs: Int) throws(ArchiveError) {
    let handles = try indexed { () throws(IndexError) in try archive.reader.articles() }
    let batches = stride(from: 0, to: handles.count, by: 256).map {
      handles[$0..<min($0 + 256, handles.count)]
    }
    let surveyed = try inParallel(batches, jobs: jobs) { batch throws(ArchiveError) in
      let fingerprinter = Fingerprinter()
      let handles = Array(batch)
      return zip(handles, try archive.records(at: handles)).map { handle, record in
        let prints = fingerprinter.fingerprints(of: AnalysedText(record.article.text)).map(\.value)
        return Entry(handle: handle, stamp: ArticleStamp(record.article), fingerprints: Array(Set(prints)))
      }
    }
    let entries = surveyed.joined().sorted { $0.stamp < $1.stamp }
    self.handles = entries.map(\.handle)
    stamps = entries.map(\.stamp)
    fingerprints = entries.map(\.fingerprints)
    table = HolderTable(fingerprints)
  }

  private struct Entry: Sendable {
    let handle: ArticleHandle
    let stamp: ArticleStamp
    let fingerprints: [UInt64]
  }

  /// The pairs that are worth comparing.
  func plannedPairs() -> [PairPlanner.Pair] {
    var planner = PairPlanner(articleCount: handles.count)
    for (number, values) in fingerprints.enumerated() { planner.add(values, of: number) }
    return planner.pairs()
  }

  /// The other articles of an article's outlet that share fingerprints with it.
  func siblings(of number: Int, _ article: PreparedArticle) -> [StandingText.Sibling] {
    guard let outlet = stamps[number].outlet else { return [] }
    var shared: [Int: [Int]] = [:]
    for (index, fingerprint) in article.fingerprints.enumerated() {
      for holder in table.holders(of: fingerprint.value)
      where holder != number && stamps[holder].outlet == outlet {
        shared[holder, default: []].append(index)
      }
    }
    return shared.map { holder, indices in
      StandingText.Sibling(
        stamp: stamps[holder], fingerprintCount: fingerprints[holder].count, shared: indices)
    }
  }
}

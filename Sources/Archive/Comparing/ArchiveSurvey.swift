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
  /// The number of each article's outlet; -1 for none.
  private let outlets: [Int32]
  private let sketches: [StorySketch]
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
        let text = AnalysedText(record.article.text)
        let words = WordList(text)
        return Entry(
          handle: handle, stamp: ArticleStamp(record.article),
          fingerprints: Self.distinct(fingerprinter.fingerprints(of: words)),
          sketch: StorySketch(of: text, words))
      }
    }
    let entries = surveyed.joined().sorted { $0.stamp < $1.stamp }
    self.handles = entries.map(\.handle)
    stamps = entries.map(\.stamp)
    fingerprints = entries.map(\.fingerprints)
    sketches = entries.map(\.sketch)
    outlets = Self.numbered(stamps.map(\.outlet))
    table = HolderTable(fingerprints, outlets: outlets)
  }

  /// The values of fingerprints, ascending, each once.
  private static func distinct(_ fingerprints: [Fingerprint]) -> [UInt64] {
    let values = fingerprints.map(\.value).sorted()
    return values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }.map { values[$0] }
  }

  /// A number for each name, equal for equal names; -1 for none.
  private static func numbered(_ names: [String?]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    return names.map { name in
      guard let name else { return -1 }
      if let known = numbers[name] { return known }
      let number = Int32(numbers.count)
      numbers[name] = number
      return number
    }
  }

  private struct Entry: Sendable {
    let handle: ArticleHandle
    let stamp: ArticleStamp
    let fingerprints: [UInt64]
    let sketch: StorySketch
  }

  /// The pairs that are worth comparing: those that share text, and those that may tell one story in other
  /// words.
  func plannedPairs() -> [PairPlanner.Pair] {
    var planner = PairPlanner(articleCount: handles.count)
    for (number, values) in fingerprints.enumerated() { planner.add(values, of: number) }
    let copies = planner.pairs()
    let known = Set(copies.map { $0.newer << 32 | $0.older })
    let rewrites = RewritePlanner().pairs(sketches).filter { !known.contains($0.newer << 32 | $0.older) }
    return (copies + rewrites).sorted { ($0.newer, $0.older) < ($1.newer, $1.older) }
  }

  /// The other articles of an article's outlet that share fingerprints with it.
  func siblings(of number: Int, _ article: PreparedArticle) -> [StandingText.Sibling] {
    let outlet = outlets[number]
    guard outlet >= 0 else { return [] }
    var shared: [Int: [Int]] = [:]
    for (index, fingerprint) in article.fingerprints.enumerated() {
      table.forEachHolder(of: fingerprint.value, outlet: outlet) { holder in
        if holder != number { shared[holder, default: []].append(index) }
      }
    }
    return shared.map { holder, indices in
      StandingText.Sibling(
        stamp: stamps[holder], fingerprintCount: fingerprints[holder].count, shared: indices)
    }
  }
}

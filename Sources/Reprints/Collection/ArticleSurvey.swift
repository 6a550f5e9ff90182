internal import Articles

/// What a report on a whole collection must know of all articles at once: who holds which fingerprints.
///
/// Articles are numbered from the oldest to the newest, ties by id, whatever their order in the collection.
struct ArticleSurvey<Source: ArticleCollection>: Sendable {
  /// The handle of each article, by number.
  let handles: [Source.Handle]
  /// What is known of each article, by number.
  let stamps: [ArticleStamp]
  /// The fingerprints of each article, each once, by number.
  let fingerprints: [FingerprintSet]
  /// The number of each article's outlet; -1 for none.
  private let outlets: [Int32]
  private let sketches: [StorySketch]
  private let table: OutletPostings
  /// What outlets print under many articles, which does not count when pairs are planned.
  let standing: StandingFingerprints

  /// Reads the outline and the fingerprints of every article.
  init(_ source: Source) throws(Source.Failure) {
    let handles = try source.handles()
    let batches = stride(from: 0, to: handles.count, by: 256).map {
      Array(handles[$0..<min($0 + 256, handles.count)])
    }
    let surveyed = try source.map(batches) { batch throws(Source.Failure) in
      zip(batch, try source.outlines(of: batch)).map { handle, outline in
        Entry(
          handle: handle, stamp: outline.stamp, fingerprints: FingerprintSet(outline.fingerprints),
          sketch: outline.sketch)
      }
    }
    let entries = Array(surveyed.joined())
    let order = ArticleStamp.order(of: entries.map(\.stamp))
    self.handles = order.map { entries[$0].handle }
    stamps = order.map { entries[$0].stamp }
    fingerprints = order.map { entries[$0].fingerprints }
    sketches = order.map { entries[$0].sketch }
    outlets = Self.numbered(stamps.map { stamp in stamp.outlet.map { SourceName.listed($0) ?? $0 } })
    table = OutletPostings(fingerprints, outlets: outlets)
    standing = StandingFingerprints(
      table, days: stamps.map { $0.published?.epochDay }, outlets: outlets, fingerprints: fingerprints)
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
    let handle: Source.Handle
    let stamp: ArticleStamp
    let fingerprints: FingerprintSet
    let sketch: StorySketch
  }

  /// The pairs that are worth comparing: those that share text, and those that may tell one story in other
  /// words.
  func plannedPairs() -> [PairPlanner.Pair] {
    var planner = PairPlanner(articleCount: handles.count)
    for (number, values) in fingerprints.enumerated() {
      values.forEach { if !standing.contains($0) { planner.add($0, of: number) } }
    }
    let copies = planner.pairs { older, newer in
      fingerprints[older].hasNeighbours(with: fingerprints[newer], leavingOut: standing.contains)
    }
    let known = Set(copies.map { $0.newer << 32 | $0.older })
    let rewrites = RewritePlanner().pairs(sketches).filter { !known.contains($0.newer << 32 | $0.older) }
    return (copies + rewrites).sorted { ($0.newer, $0.older) < ($1.newer, $1.older) }
  }

  /// The other articles of an article's outlet that share fingerprints with it, the oldest first; none where no
  /// two of them share one.
  func siblings(of number: Int, _ article: PreparedArticle) -> [StandingText.Sibling] {
    let outlet = outlets[number]
    guard outlet >= 0 else { return [] }
    let lists = article.fingerprints.map { table.holders(of: $0.value, outlet: outlet) }
    guard lists.contains(where: { $0.count > 2 }) else { return [] }
    var shared: [(holder: Int, index: Int)] = []
    for (index, list) in lists.enumerated() where list.count > 1 {
      table.forEachHolder(list) { if $0 != number { shared.append(($0, index)) } }
    }
    shared.sort { ($0.holder, $0.index) < ($1.holder, $1.index) }
    return Self.siblings(shared).map { holder, indices in
      StandingText.Sibling(
        published: stamps[holder].published, fingerprintCount: fingerprints[holder].count, shared: indices)
    }
  }

  /// The indices of each holder, both ascending.
  private static func siblings(_ shared: [(holder: Int, index: Int)]) -> [(holder: Int, indices: [Int])] {
    var siblings: [(holder: Int, indices: [Int])] = []
    for (holder, index) in shared {
      if siblings.last?.holder == holder {
        siblings[siblings.count - 1].indices.append(index)
      } else {
        siblings.append((holder, [index]))
      }
    }
    return siblings
  }
}

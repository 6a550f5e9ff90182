internal import Articles

/// Gathers articles that are versions of one text, around its fullest version.
///
/// A star, not a chain: every member is a reprint in its pair with the centre, and has a part of the centre's
/// text that the fullest other member has as well. So an article that strings two texts together does not make one family of
/// their copies. Centres are taken by the number of reprints linked to them, the older first among equals; each article
/// is in one family at most. Links with the centre are enough, so that a family of thousands can be built from
/// comparisons with a few of its articles (``PairPlanner``). The work is linear in the links, but for sorting.
///
/// The result depends on the articles and links alone, not on their order, if articles are numbered by age.
public struct FamilyBuilder: Sendable {
  /// The share of a member's part of the centre that the fullest member must have too.
  public var commonPart = 0.5

  /// Makes a builder.
  public init() {}

  /// The families of two articles or more, the largest first, then the oldest.
  ///
  /// - Parameters:
  ///   - members: the articles, by their numbers; numbered from the oldest to the newest.
  ///   - links: what pairs of them share, in any order, each pair once.
  public func families(of members: [FamilyMember], links: [FamilyLink]) -> [Family] {
    let graph = LinkGraph(links: links, count: members.count)
    var isTaken = [Bool](repeating: false, count: members.count)
    var families: [Family] = []
    var queue = CentreQueue(
      members.indices.filter { graph.degree(of: $0) > 0 }.map { ($0, graph.degree(of: $0)) })
    while let (centre, promised) = queue.popBest() {
      guard !isTaken[centre] else { continue }
      let free = graph.links(of: centre).filter { !isTaken[graph.other(of: $0, than: centre)] }
      guard !free.isEmpty else { continue }
      guard free.count == promised else {
        queue.push(centre, free.count)
        continue
      }
      let joined = joining(free, around: centre, in: graph)
      let articles = (joined.map { graph.other(of: $0, than: centre) } + [centre]).sorted()
      for article in articles { isTaken[article] = true }
      families.append(FamilyDescriber(articles, centre: centre, members: members, graph: graph).family())
    }
    return families.sorted {
      ($1.articles.count, $0.articles.first ?? 0) < ($0.articles.count, $1.articles.first ?? 0)
    }
  }

  /// The links around a centre whose parts of it overlap with the largest such part.
  private func joining(_ links: [Int], around centre: Int, in graph: LinkGraph) -> [Int] {
    let parts = links.map { link in
      (link: link, spans: ByteSet(graph.spans(of: link, in: centre)))
    }.sorted { ($1.spans.count, $0.link) < ($0.spans.count, $1.link) }
    guard let core = parts.first?.spans else { return [] }
    return parts.filter { part in
      Double(part.spans.common(with: core)) >= commonPart * Double(part.spans.count)
    }.map(\.link)
  }
}

/// Ranges of bytes, in order and without overlap.
private struct ByteSet {
  private var ranges: [Range<Int>] = []
  private(set) var count = 0

  init(_ unordered: [Range<Int>]) {
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    count = ranges.reduce(0) { $0 + $1.count }
  }

  /// The number of bytes that are in both.
  func common(with other: ByteSet) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < ranges.count, j < other.ranges.count {
      let low = max(ranges[i].lowerBound, other.ranges[j].lowerBound)
      let high = min(ranges[i].upperBound, other.ranges[j].upperBound)
      common += max(0, high - low)
      if ranges[i].upperBound < other.ranges[j].upperBound { i += 1 } else { j += 1 }
    }
    return common
  }
}

internal import Articles

/// Tells pages that are no articles: what one outlet serves, whole, under the headlines of different stories.
///
/// A crawl that met a form of consent, an error or a page about the site has it once for each story that it wanted.
///
/// A story that an outlet publishes under several addresses keeps its headline, or most of the words of it.
struct SitePages {
  /// The share of each of two pages that the other has, from which on they are one page, 0 to 1.
  private static let onePage = 0.9
  /// The headlines of different stories under which a page stands.
  private static let leastHeadlines = 3

  /// The headlines under which each page stands.
  private var headlines: [Int: Int] = [:]

  /// - Parameter compared: All pairs that have a relation.
  init(_ compared: [ComparedPair]) {
    var parents: [Int: Int] = [:]
    var titles: [Int: Set<Substring>] = [:]
    func root(of article: Int) -> Int {
      var root = article
      while let parent = parents[root], parent != root { root = parent }
      return root
    }
    for pair in compared where Self.isOnePage(pair.report) {
      for (number, record) in [(pair.numbers.a, pair.records.a), (pair.numbers.b, pair.records.b)]
      where titles[number] == nil {
        titles[number] = Self.words(of: record.title)
        parents[number] = number
      }
      let (one, other) = (root(of: pair.numbers.a), root(of: pair.numbers.b))
      parents[max(one, other)] = min(one, other)
    }
    let pages = Dictionary(grouping: parents.keys.sorted(), by: root(of:))
    for articles in pages.values where articles.count >= Self.leastHeadlines {
      let count = Self.different(articles.compactMap { titles[$0] })
      guard count >= Self.leastHeadlines else { continue }
      for article in articles { headlines[article] = count }
    }
  }

  /// Gives a pair with such a page the relation of boilerplate.
  func mark(_ pair: inout ComparedPair) {
    guard pair.report.relation == .reprint || pair.report.relation == .partial,
      let count = [headlines[pair.numbers.a], headlines[pair.numbers.b]].compactMap({ $0 }).max()
    else { return }
    pair.report.relation = .boilerplate
    pair.report.boilerplate = .page
    pair.report.why =
      "a page that an outlet has under the headlines of \(count) different stories: no article"
    pair.report.confidence = 0.8
    pair.report.direction = .unknown
    pair.report.basis = ""
    pair.report.source = nil
    pair.report.droppedCredits = []
    if !pair.report.isWithinOutlet { pair.report.credit = .none }
  }

  private static func isOnePage(_ report: PairReport) -> Bool {
    report.relation == .reprint && report.isWithinOutlet && report.containmentA >= onePage
      && report.containmentB >= onePage
  }

  private static func words(of title: String?) -> Set<Substring> {
    Set((title ?? "").lowercased().split { !($0.isLetter || $0.isNumber) }.filter { $0.count > 3 })
  }

  /// How many headlines have less than half of their words in common with each before.
  private static func different(_ headlines: [Set<Substring>]) -> Int {
    var kept: [Set<Substring>] = []
    for headline in headlines where !headline.isEmpty {
      let isNew = kept.allSatisfy { other in
        headline.intersection(other).count * 2 < min(headline.count, other.count)
      }
      if isNew { kept.append(headline) }
    }
    return kept.count
  }
}

internal import Articles

/// Tells pages that are no articles: what one outlet serves, whole, under the headlines of different stories, or under
/// several addresses on dates that lie days apart.
///
/// A crawl that met a form of consent, an error or a page about the site has it once for each story that it wanted.
///
/// A story that an outlet publishes under several addresses keeps its headline, or most of the words of it.
struct SitePages {
  /// The share of each of two pages that the other has, from which on they are one page, 0 to 1.
  private static let onePage = 0.9
  /// The headlines of different stories under which a page stands.
  private static let leastHeadlines = 3

  /// The copies on different dates of one outlet that a page has at the least, and the days between two dates.
  private static let (leastCopies, leastDates, daysApart) = (4, 3, 3)

  /// Why each article that is such a page is one.
  private var reasons: [Int: String] = [:]

  /// - Parameter compared: All pairs that have a relation.
  init(_ compared: [ComparedPair]) {
    var parents: [Int: Int] = [:]
    var titles: [Int: Set<Substring>] = [:]
    var days: [Int: Int] = [:]
    func root(of article: Int) -> Int {
      var root = article
      while let parent = parents[root], parent != root { root = parent }
      return root
    }
    for pair in compared where Self.isOnePage(pair.report) {
      for (number, record) in [(pair.numbers.a, pair.records.a), (pair.numbers.b, pair.records.b)]
      where titles[number] == nil {
        titles[number] = Self.words(of: record.title)
        days[number] = record.published?.epochDay
        parents[number] = number
      }
      let (one, other) = (root(of: pair.numbers.a), root(of: pair.numbers.b))
      parents[max(one, other)] = min(one, other)
    }
    let pages = Dictionary(grouping: parents.keys.sorted(), by: root(of:))
    for articles in pages.values where articles.count >= Self.leastHeadlines {
      let headlines = Self.different(articles.compactMap { titles[$0] })
      let dates = Self.apart(articles.compactMap { days[$0] })
      var reason: String?
      if headlines >= Self.leastHeadlines {
        reason = "a page that an outlet has under the headlines of \(headlines) different stories: no article"
      } else if articles.count >= Self.leastCopies, dates >= Self.leastDates {
        reason =
          "a page that an outlet has \(articles.count) times, on \(dates) dates days apart: no article"
      }
      for article in articles { reasons[article] = reason }
    }
  }

  /// How many of some days lie apart from each before.
  private static func apart(_ days: [Int]) -> Int {
    var (count, last) = (0, Int.min)
    for day in days.sorted() where last == .min || day - last >= daysApart {
      (count, last) = (count + 1, day)
    }
    return count
  }

  /// Gives a pair with such a page the relation of boilerplate.
  func mark(_ pair: inout ComparedPair) {
    guard pair.report.relation == .reprint || pair.report.relation == .partial,
      let reason = reasons[pair.numbers.a] ?? reasons[pair.numbers.b]
    else { return }
    pair.report.relation = .boilerplate
    pair.report.boilerplate = .page
    pair.report.why = reason
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

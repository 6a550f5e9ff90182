internal import Articles
internal import Reprints

/// Adds takings up by outlet, and by month where that is asked for.
struct OutletTally {
  /// An article that was looked at.
  struct Looked: Sendable {
    var id: String
    var outlet: String?
    var published: ArticleDate?
    /// The words of its text.
    var words: Int
  }

  private struct Cell: Hashable {
    var outlet: String
    var month: String?
  }

  private struct Route: Hashable {
    var source: String
    var taker: String
    var month: String?
  }

  private let isByMonth: Bool
  /// The name that each outlet is shown by.
  private var names: [String: String] = [:]
  private var inArchive: Set<String> = []
  private var figures: [Cell: OutletFigures] = [:]
  private var routes: [Route: [Taking]] = [:]
  private var articleWords: [ByteKey: Int] = [:]

  /// - Parameters:
  ///   - names: The outlet of each article of the archive, in the order of ids.
  ///   - looked: The articles that count as takers.
  init(names outlets: [String], looked: [Looked], isByMonth: Bool) {
    self.isByMonth = isByMonth
    for name in outlets {
      let key = SourceName.identity(of: name)
      if inArchive.insert(key).inserted { names[key] = name }
    }
    for article in looked {
      articleWords[ByteKey(article.id)] = article.words
      guard let outlet = article.outlet else { continue }
      change(SourceName.identity(of: outlet), month(of: article.published)) {
        $0.articles += 1
        $0.words += article.words
      }
    }
  }

  /// Adds takings, all those of an article one after the other.
  mutating func add(_ takings: [Taking]) {
    for taking in takings { add(taking) }
    var start = takings.startIndex
    while start < takings.endIndex {
      let end =
        takings[start...].firstIndex { ByteKey($0.taker.id) != ByteKey(takings[start].taker.id) }
        ?? takings.endIndex
      addTaker(takings[start..<end])
      start = end
    }
  }

  private mutating func add(_ taking: Taking) {
    let month = month(of: taking.taker.published)
    let source = SourceName.identity(of: taking.sourceName)
    if names[source] == nil { names[source] = taking.sourceName }
    let taker = SourceName.identity(of: taking.taker.outlet ?? "")
    routes[Route(source: source, taker: taker, month: month), default: []].append(taking)
    change(source, month) { $0.given += 1 }
  }

  /// Adds what one article takes, whatever it is taken from: words that several sources have count once.
  private mutating func addTaker(_ takings: ArraySlice<Taking>) {
    guard let taker = takings.first?.taker, let outlet = taker.outlet else { return }
    let most = articleWords[ByteKey(taker.id)] ?? .max
    let all = min(most, WordCover.words(of: takings.flatMap(\.stretches)))
    let agency = min(all, WordCover.words(of: takings.filter(\.isFromAgency).flatMap(\.stretches)))
    change(SourceName.identity(of: outlet), month(of: taker.published)) {
      $0.taking += 1
      $0.wordsTaken += all
      $0.wordsFromAgencies += agency
    }
  }

  private mutating func change(_ outlet: String, _ month: String?, _ body: (inout OutletFigures) -> Void) {
    let cell = Cell(outlet: outlet, month: month)
    var row =
      figures[cell]
      ?? OutletFigures(
        outlet: names[outlet] ?? outlet, isInArchive: inArchive.contains(outlet),
        isAgency: SourceName.isAgency(names[outlet] ?? outlet), month: month, articles: 0, words: 0,
        taking: 0, wordsTaken: 0,
        wordsFromAgencies: 0, given: 0, sources: 0, takers: 0)
    body(&row)
    figures[cell] = row
  }

  private func month(of date: ArticleDate?) -> String? {
    guard isByMonth, let date, date.month != nil, date.isPlausible else { return nil }
    return String(date.description.prefix(7))
  }

  /// The rows of outlets: those that take most words first, then by articles, name and month.
  var outlets: [OutletFigures] {
    var rows = figures
    for route in routes.keys {
      rows[Cell(outlet: route.source, month: route.month)]?.takers += 1
      rows[Cell(outlet: route.taker, month: route.month)]?.sources += 1
    }
    return rows.values.sorted { left, right in
      if left.wordsTaken != right.wordsTaken { return left.wordsTaken > right.wordsTaken }
      if left.given != right.given { return left.given > right.given }
      if left.articles != right.articles { return left.articles > right.articles }
      return (left.outlet, left.month ?? "") < (right.outlet, right.month ?? "")
    }
  }

  /// The rows of flows: those of most articles first, then of most words, then by names and month.
  var flows: [OutletFlow] {
    routes.map { route, takings in flow(route, takings) }.sorted { left, right in
      if left.articles != right.articles { return left.articles > right.articles }
      if left.words != right.words { return left.words > right.words }
      return (left.source, left.taker, left.month ?? "") < (right.source, right.taker, right.month ?? "")
    }
  }

  private func flow(_ route: Route, _ takings: [Taking]) -> OutletFlow {
    let dated = takings.compactMap(\.delay)
    let delays = dated.filter { $0.seconds >= 0 }
    let back = routes[Route(source: route.taker, taker: route.source, month: route.month)]?.count ?? 0
    return OutletFlow(
      source: names[route.source] ?? route.source, taker: names[route.taker] ?? route.taker,
      month: route.month, articles: takings.count,
      sourceArticles: Set(takings.compactMap { $0.source.map { ByteKey($0.id) } }).count,
      reprints: takings.count { $0.isReprint }, words: takings.reduce(0) { $0 + $1.words },
      wordsFromAgencies: takings.filter(\.isFromAgency).reduce(0) { $0 + $1.words },
      credited: takings.count { $0.isCredited }, medianDelay: Self.median(delays.map(\.seconds)),
      delays: delays.count, isDelayExact: delays.allSatisfy(\.isExact), back: back,
      sourceLater: dated.count - delays.count)
  }

  /// The middle one; of two middle ones the mean, rounded to the earlier second.
  static func median(_ seconds: [Int]) -> Int? {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) >> 1
  }

  /// The share of takings that go back and forth, 0 to 1.
  var reciprocity: Double {
    var counts: [Route: Int] = [:]
    for (route, takings) in routes {
      counts[Route(source: route.source, taker: route.taker), default: 0] += takings.count
    }
    let all = counts.values.reduce(0, +)
    let mutual = counts.reduce(0) { sum, entry in
      sum + min(entry.value, counts[Route(source: entry.key.taker, taker: entry.key.source)] ?? 0)
    }
    return all == 0 ? 0 : Double(mutual) / Double(all)
  }
}

/// Counts the words that stretches of a text cover together.
enum WordCover {
  /// The words of stretches, each byte counted for the first stretch that has it, the longest stretches first.
  static func words(of stretches: [Taking.Stretch]) -> Int {
    var covered: [Range<Int>] = []
    var words = 0.0
    let longestFirst = stretches.sorted {
      ($1.words, $0.bytes.lowerBound, $0.bytes.upperBound) < (
        $0.words, $1.bytes.lowerBound, $1.bytes.upperBound
      )
    }
    for stretch in longestFirst where !stretch.bytes.isEmpty {
      let known = covered.reduce(0) { $0 + $1.clamped(to: stretch.bytes).count }
      let isNew = Double(stretch.bytes.count - known) / Double(stretch.bytes.count)
      words += isNew * Double(stretch.words)
      add(stretch.bytes, to: &covered)
    }
    return Int(words.rounded())
  }

  /// Adds a range to some that do not overlap, so that they still do not.
  private static func add(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    var joined = range
    ranges.removeAll { other in
      guard
        other.overlaps(joined) || other.upperBound == joined.lowerBound
          || joined.upperBound == other.lowerBound
      else { return false }
      joined = min(joined.lowerBound, other.lowerBound)..<max(joined.upperBound, other.upperBound)
      return true
    }
    ranges.append(joined)
  }
}

internal import Articles
public import Reprints

/// What a report on reprints comes to: how much of what, and who takes from whom.
public struct ReprintSummary: Sendable, Equatable {
  /// That an outlet has texts from another one, as far as pairs tell.
  public struct Flow: Sendable, Equatable {
    /// The outlet or agency whose texts they are.
    public var from: String
    /// The outlet that has them.
    public var to: String
    /// The number of its articles.
    public var articles: Int
  }

  /// The articles in pairs that are reprints, partials, rewrites or translations.
  public var articles: Int
  /// Their outlets; articles without one are not counted.
  public var outlets: Int
  /// The texts that families come down to (``ArticleFamily/texts``).
  public var texts: Int
  /// The number of pairs of each relation, pairs within one outlet left out.
  public var pairs: [Relation: Int]
  /// The number of pairs within one outlet: its duplicates and updates.
  public var pairsWithinOutlets: Int
  /// Who takes from whom, the most articles first, then by name.
  public var flows: [Flow]

  /// Sums up a report.
  public init(_ report: ReprintReport) {
    let copies = report.pairs.filter { $0.report.relation.isCopy }
    articles = Set(copies.flatMap { [ByteKey($0.a.id), ByteKey($0.b.id)] }).count
    outlets = Set(copies.flatMap { [$0.a.outlet, $0.b.outlet].compactMap { $0.map(ByteKey.init) } }).count
    texts = report.families.reduce(0) { $0 + $1.texts }
    let between = report.pairs.filter { !$0.report.isWithinOutlet }
    pairs = between.reduce(into: [:]) { $0[$1.report.relation, default: 0] += 1 }
    pairsWithinOutlets = report.pairs.count - between.count
    flows = Self.flows(copies.filter { !$0.report.isWithinOutlet })
  }

  private struct Route: Hashable {
    var from: ByteKey
    var to: ByteKey
  }

  private static func flows(_ pairs: [ArticlePair]) -> [Flow] {
    var takers: [Route: Set<ByteKey>] = [:]
    for pair in pairs {
      let (a, b, report) = (pair.a, pair.b, pair.report)
      var taken: [(from: String?, by: ArticleSummary)] = []
      switch report.direction {
      case .aFromB: taken = [(b.outlet, a)]
      case .bFromA: taken = [(a.outlet, b)]
      case .bothFromThird: taken = [(report.source, a), (report.source, b)]
      case .unknown: continue
      }
      for (from, article) in taken {
        guard let from = from.map(ByteKey.init), let to = article.outlet.map(ByteKey.init), from != to else {
          continue
        }
        takers[Route(from: from, to: to), default: []].insert(ByteKey(article.id))
      }
    }
    return takers.sorted {
      ($1.value.count, $0.key.from, $0.key.to) < ($0.value.count, $1.key.from, $1.key.to)
    }
    .map { Flow(from: $0.from.text, to: $0.to.text, articles: $1.count) }
  }
}

extension Relation {
  /// The order in which a report tells relations: what matters most first.
  var rank: Int {
    switch self {
    case .reprint: 0
    case .partial: 1
    case .rewrite: 2
    case .translation: 3
    case .quotes: 4
    case .boilerplate: 5
    case .none: 6
    }
  }
}

extension ArticlePair {
  /// What orders pairs of one relation: the words that both have, those of boilerplate and quotations only where the pair
  /// is about these.
  var weight: Int {
    let spans = report.spans
    guard report.relation.isCopy else { return spans.reduce(0) { $0 + $1.words } }
    return spans.reduce(0) { $1.content == .narration ? $0 + $1.words : $0 }
  }
}

internal import Articles
internal import Reprints

/// Finds in a report on reprints which article has its text from which other outlet.
struct TakingFinder {
  private let relations: Set<Relation>
  /// The families' trees: each article's family and parent.
  private var familyOfArticle: [ByteKey: Int] = [:]
  private var parents: [ByteKey: ByteKey] = [:]
  private let families: [ArticleFamily]
  /// Pairs of two outlets of which nothing says who has the text from whom.
  private(set) var undirectedPairs = 0
  /// The best taking of each article from each source.
  private var best: [Key: Taking] = [:]

  private struct Key: Hashable {
    let taker: ByteKey
    let source: ByteKey
  }

  /// - Parameters:
  ///   - report: All reprints and partial copies of the archive.
  ///   - relations: Those that count.
  init(_ report: ReprintReport, relations: Set<Relation>) {
    self.relations = relations
    families = report.families
    for (number, family) in families.enumerated() {
      for branch in family.tree {
        familyOfArticle[ByteKey(branch.article)] = number
        parents[ByteKey(branch.article)] = branch.parent.map(ByteKey.init)
      }
    }
    for pair in report.pairs where relations.contains(pair.report.relation) { add(pair) }
  }

  /// The takings, in the order of the takers' ids.
  var takings: [Taking] {
    best.values.sorted { left, right in
      (ByteKey(left.taker.id), ByteKey(left.sourceName)) < (
        ByteKey(right.taker.id), ByteKey(right.sourceName)
      )
    }
  }

  private mutating func add(_ pair: ArticlePair) {
    let family = familyOfArticle[ByteKey(pair.a.id)]
    if let family, family == familyOfArticle[ByteKey(pair.b.id)] {
      return add(pair, within: families[family])
    }
    // Two that share a few sentences may both quote a third: only a credit tells then, not the dates.
    guard pair.report.relation == .reprint || pair.report.credit == .creditedAndCopied else {
      return noteUndirected(pair)
    }
    // A source that an article names is that of a text which is there as a whole: of two that share a few sentences, one may name
    // an agency for something else.
    let credited = pair.report.relation == .reprint ? pair.report.source : nil
    switch pair.report.direction {
    case .aFromB: add(pair, from: pair.b, to: pair.a, credited: credited)
    case .bFromA: add(pair, from: pair.a, to: pair.b, credited: credited)
    case .bothFromThird:
      addCredited(pair, credited, pair.a)
      addCredited(pair, credited, pair.b)
    case .unknown: noteUndirected(pair)
    }
  }

  /// A family's tree decides: everybody has the text from the parent, and the roots have it from the origin.
  private mutating func add(_ pair: ArticlePair, within family: ArticleFamily) {
    let origin = family.origin
    let (a, b) = (ByteKey(pair.a.id), ByteKey(pair.b.id))
    if parents[a] == b {
      add(pair, from: pair.b, to: pair.a, credited: origin.source)
    } else if parents[b] == a {
      add(pair, from: pair.a, to: pair.b, credited: origin.source)
    }
    guard origin.article == nil else { return }
    if origin.source != nil {
      for taker in [pair.a, pair.b] where parents[ByteKey(taker.id)] == nil {
        addCredited(pair, origin.source, taker)
      }
    } else if parents[a] == nil, parents[b] == nil {
      noteUndirected(pair)
    }
  }

  /// An article of the pair has it from a source that is neither of them, as far as it is known.
  ///
  /// What an outlet uses again of its own is nobody else's, whatever is named in it.
  private mutating func addCredited(_ pair: ArticlePair, _ source: String?, _ taker: ArticleSummary) {
    guard let source, let one = pair.a.outlet, let other = pair.b.outlet, !SourceName.areSame(one, other)
    else { return }
    add(pair, from: nil, named: source, to: taker, credited: source)
  }

  private mutating func noteUndirected(_ pair: ArticlePair) {
    guard let one = pair.a.outlet, let other = pair.b.outlet, !SourceName.areSame(one, other) else { return }
    undirectedPairs += 1
  }

  private mutating func add(
    _ pair: ArticlePair, from source: ArticleSummary, to taker: ArticleSummary, credited: String?
  ) {
    guard let name = source.outlet else { return }
    add(pair, from: source, named: name, to: taker, credited: credited)
  }

  private mutating func add(
    _ pair: ArticlePair, from source: ArticleSummary?, named name: String, to taker: ArticleSummary,
    credited: String?
  ) {
    guard let outlet = taker.outlet, !SourceName.areSame(outlet, name) else { return }
    let isFirst = ByteKey(pair.a.id) == ByteKey(taker.id)
    let stretches = pair.report.spans.filter { $0.content != .boilerplate }.map { span in
      Taking.Stretch(bytes: isFirst ? span.a : span.b, words: span.words)
    }
    let taking = Taking(
      taker: taker, source: source, sourceName: name, stretches: stretches,
      isReprint: pair.report.relation == .reprint, isCredited: pair.report.credit == .creditedAndCopied,
      isFromAgency: SourceName.isAgency(name) || credited.map(SourceName.isAgency) ?? false)
    let key = Key(taker: ByteKey(taker.id), source: ByteKey(SourceName.identity(of: name)))
    if let known = best[key], !Taking.isBetter(taking, known) { return }
    best[key] = taking
  }
}

/// One side of OR: runs joined by AND, with their fields and exclusions.
struct QueryConjunction {
  private var scored: [QueryNode] = []
  private var titles: [QueryNode] = []
  private var filters: [QueryNode] = []
  private var exclusions: [QueryNode] = []

  mutating func add(_ run: QueryRun) {
    scored += run.scored
    titles += run.titles
    filters += run.filters
    exclusions += run.exclusions
  }

  /// The sides of OR as one part of a query.
  ///
  /// Where one side alone has both words and fields or exclusions, these hold for all sides:
  /// `russia OR ukraine date:2023` asks for both of 2023. Where several have, each has its own.
  static func combined(_ sides: [QueryConjunction]) -> QueryNode {
    let mixed = sides.indices.filter { sides[$0].isMixed }
    guard sides.count > 1, mixed.count == 1, sides.allSatisfy({ !$0.scored.isEmpty }) else {
      return QueryNode.any(sides.map(\.node)) ?? sides[0].node
    }
    var all = sides[mixed[0]]
    var bare = sides
    bare[mixed[0]] = QueryConjunction(scored: all.scored)
    all.scored = QueryNode.any(bare.map(\.node)).map { [$0] } ?? []
    return all.node
  }

  private var isMixed: Bool {
    !scored.isEmpty && !(titles.isEmpty && filters.isEmpty && exclusions.isEmpty)
  }

  private var node: QueryNode {
    let range = QueryNode.range(of: scored + titles + filters + exclusions)
    guard let base = QueryNode.all(scored + titles) else {
      if filters.count == 1, exclusions.isEmpty { return filters[0] }
      let everything = QueryNode(.everything, range: range.lowerBound..<range.lowerBound)
      return QueryNode(.restricted(everything, filters: filters, exclusions: exclusions), range: range)
    }
    guard !(filters.isEmpty && exclusions.isEmpty) else { return base }
    return QueryNode(.restricted(base, filters: filters, exclusions: exclusions), range: range)
  }
}

extension QueryConjunction {
  init(scored: [QueryNode]) { self.scored = scored }
}

extension QueryNode {
  /// Alternatives as one part, with alternatives among them taken apart; nil for none.
  static func any(_ parts: [QueryNode]) -> QueryNode? {
    let parts = parts.flatMap { part in
      if case .any(let inner) = part.form { inner } else { [part] }
    }
    guard parts.count > 1 else { return parts.first }
    return QueryNode(.any(parts), range: range(of: parts))
  }

  /// Parts that must all match as one part, headlines last; nil for none.
  static func all(_ parts: [QueryNode]) -> QueryNode? {
    let parts = parts.flatMap { part in
      if case .all(let inner) = part.form { inner } else { [part] }
    }
    guard parts.count > 1 else { return parts.first }
    let ordered = parts.filter { !$0.isTitle } + parts.filter(\.isTitle)
    return QueryNode(.all(ordered), range: range(of: parts))
  }

  /// The range that covers some parts, of which there is at least one.
  static func range(of parts: [QueryNode]) -> Range<Int> {
    let start = parts.map(\.range.lowerBound).min() ?? 0
    return start..<max(start, parts.map(\.range.upperBound).max() ?? start)
  }

  private var isTitle: Bool {
    if case .title = form { true } else { false }
  }
}

internal import Archive
internal import Articles
internal import Formats
internal import Presentation
internal import Reprints
internal import Synchronization

/// What the API says beside searching.
enum ArchiveAPI {
  static func article(_ context: RouteContext) throws -> SiteResponse {
    let id = try context.query.required("id")
    let record = try context.archive.record(ofArticle: id)
    return json(ArticleLine(record, boilerplate: try context.archive.standingText(inArticle: id)))
  }

  static func relatives(_ context: RouteContext) throws -> SiteResponse {
    let record = try context.archive.record(ofArticle: try context.query.required("id"))
    let limit = try context.query.number("limit", in: 1...500, otherwise: 50)
    var lines = JSONLinesBody()
    for match in try context.archive.matches(of: record.article.text, limit: limit + 1)
    where ByteKey(match.article.id) != ByteKey(record.article.id) { lines.add(MatchLine(match)) }
    return lines.response
  }

  static func compare(_ context: RouteContext) throws -> SiteResponse {
    let (a, b) = (try context.query.required("a"), try context.query.required("b"))
    let comparison = try context.archive.compare(a, with: b)
    return json(
      PairLine(
        ArticlePair(
          a: ArticleSummary(comparison.a.article), b: ArticleSummary(comparison.b.article),
          report: comparison.report)))
  }

  static func check(_ context: RouteContext) throws -> SiteResponse {
    guard let text = String(validating: context.request.body, as: UTF8.self), !text.isEmpty else {
      throw Problem.badRequest("the body is the text, in UTF-8, and not empty")
    }
    let limit = try context.query.number("limit", in: 1...500, otherwise: 50)
    var lines = JSONLinesBody()
    for match in try context.archive.matches(of: text, limit: limit) { lines.add(MatchLine(match)) }
    return lines.response
  }

  static func family(_ context: RouteContext) throws -> SiteResponse {
    let id = try context.query.required("id")
    _ = try context.archive.record(ofArticle: id)
    guard let report = try context.reprintReport(within: 60) else { throw Problem.busy }
    guard
      let family = report.families.first(where: { $0.articles.contains { ByteKey($0.id) == ByteKey(id) } })
    else {
      throw Problem.notFound("no other article is a reprint of \"\(id)\"")
    }
    return json(FamilyLine(family))
  }

  /// Pairs, and families where they are asked for, some thousand lines at a time.
  static func reprints(_ context: RouteContext) throws -> SiteResponse {
    let relations = try context.query["relation"]?.split(separator: ",").map {
      name throws(Problem) -> Relation in
      guard let relation = Relation(rawValue: String(name)), relation != .none else {
        let names = Relation.allCases.filter { $0 != .none }.map(\.rawValue).joined(separator: ", ")
        throw .badRequest("relation is one of \(names), several with commas; there is no \"\(name)\"")
      }
      return relation
    }
    let wantsFamilies = try context.query.flag("families")
    guard let report = try context.reprintReport(within: 600) else { throw Problem.busy }
    let stream = ReportStream(report, relations: relations.map(Set.init), wantsFamilies: wantsFamilies)
    var response = SiteResponse(type: JSONLinesBody.type, [])
    response.rest = { stream.next() }
    return response
  }

  static func outlets(_ context: RouteContext) throws -> SiteResponse {
    let report = try OutletsPage.report(context)
    var lines = JSONLinesBody()
    lines.add(OutletsLine(report))
    for flow in report.flows { lines.add(FlowLine(flow)) }
    for outlet in report.outlets { lines.add(OutletLine(outlet)) }
    return lines.response
  }

  static func entities(_ context: RouteContext) throws -> SiteResponse {
    let query = context.query
    let limit = try query.number("limit", in: 1...1_000, otherwise: 50)
    guard query["name"] == nil || query["with"] == nil else {
      throw Problem.badRequest("give name or with, not both")
    }
    let classes =
      try query["class"] == nil
      ? EntityClass.allCases : [query.choice("class", of: EntityClass.self, otherwise: .person)]
    var lines = JSONLinesBody()
    for entityClass in classes {
      let counts =
        if let name = query["name"] {
          try context.archive.entities(named: name, entityClass, limit: limit)
        } else if let with = query["with"] {
          try context.archive.entities(entityClass, with: with, limit: limit)
        } else {
          try context.archive.entities(entityClass, limit: limit)
        }
      for count in counts { lines.add(EntityCountLine(count)) }
    }
    return lines.response
  }

  static func complete(_ context: RouteContext) throws -> SiteResponse {
    var lines = JSONLinesBody()
    let completions = try context.site.completions.report(
      of: context.site.pool, context.lease.edition, within: 2)
    for proposal in completions?.proposals(for: context.query["q"] ?? "") ?? [] { lines.add(proposal) }
    return lines.response
  }

  /// Without the folders of this machine.
  static func status(_ context: RouteContext) throws -> SiteResponse {
    var status = try context.archive.status()
    status.path = ""
    for index in status.refusals.indices {
      status.refusals[index].message = FileLabel.message(of: status.refusals[index])
      status.refusals[index].location.file = FileLabel.text(status.refusals[index].location.file)
    }
    for index in status.unfinished.indices {
      status.unfinished[index].path = FileLabel.text(status.unfinished[index].path)
    }
    return json(StatusLine(status))
  }

  private static func json(_ record: some JSONRecord) -> SiteResponse {
    SiteResponse(type: "application/json", record.json(namesSchema: true))
  }
}

/// A report as pieces of JSON Lines.
private final class ReportStream: Sendable {
  private static let linesAtOnce = 1_000

  private let report: ReprintReport
  private let relations: Set<Relation>?
  private let wantsFamilies: Bool
  private let place = Mutex((pair: 0, family: 0, isFirst: true))

  init(_ report: ReprintReport, relations: Set<Relation>?, wantsFamilies: Bool) {
    self.report = report
    self.relations = relations
    self.wantsFamilies = wantsFamilies
  }

  /// The next lines; nil behind the last.
  func next() -> [UInt8]? {
    place.withLock { place in
      var bytes: [UInt8] = []
      var count = 0
      func add(_ record: some JSONRecord) {
        bytes += record.json(namesSchema: place.isFirst) + [UInt8(ascii: "\n")]
        place.isFirst = false
        count += 1
      }
      while count < Self.linesAtOnce, place.pair < report.pairs.count {
        let pair = report.pairs[place.pair]
        place.pair += 1
        if relations?.contains(pair.report.relation) ?? true { add(PairLine(pair)) }
      }
      guard wantsFamilies else { return bytes.isEmpty ? nil : bytes }
      while count < Self.linesAtOnce, place.family < report.families.count {
        add(FamilyLine(report.families[place.family]))
        place.family += 1
      }
      return bytes.isEmpty ? nil : bytes
    }
  }
}

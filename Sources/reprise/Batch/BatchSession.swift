internal import Archive
internal import Articles
internal import Entities
internal import Formats
internal import Presentation
internal import Reprints

/// Answers the requests of a batch, one after the other, on one archive.
struct BatchSession {
  /// The version of the protocol; it grows where a request or an answer changes its meaning.
  static let protocolVersion = "reprise-batch/1"

  private let newest: NewestArchive

  init(path: String, aliases: AliasFile) { newest = NewestArchive(path: path, aliases: aliases) }

  /// Answers one request, or says why it cannot be answered.
  func answer(_ line: [UInt8]) {
    do throws(BatchError) {
      var request = try BatchRequest(line: line)
      var answer = BatchAnswer(id: request.id)
      do {
        try self.answer(&request, &answer)
        answer.end()
      } catch let error as ArchiveError {
        throw BatchError(error)
      } catch let error as BatchError {
        throw error
      } catch {
        throw BatchError(.unexpected, "\(error)")
      }
    } catch {
      BatchAnswer.fail(id: BatchRequest.id(ofLine: line), error)
    }
  }

  private func answer(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    switch request.call {
    case "search": try search(&request, &answer)
    case "reprints": try reprints(&request, &answer)
    case "outlets": try outlets(&request, &answer)
    case "compare": try compare(&request, &answer)
    case "check": try check(&request, &answer)
    case "show": try show(&request, &answer)
    case "entities": try entities(&request, &answer)
    case "export": try export(&request, &answer)
    case "status": try status(&request, &answer)
    case "index": try index(&request, &answer)
    case "remove": try remove(&request, &answer)
    default:
      throw BatchError(
        .usage,
        "there is no call \"\(request.call)\"; there are search, reprints, outlets, compare, check, show, entities, "
          + "export, status, index and remove")
    }
  }

  // MARK: Asking

  private func search(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let query = try request.text("query") ?? ""
    var options = SearchOptions(
      limit: try request.count("limit", in: NumberBounds.results) ?? 10,
      offset: try request.count("offset", in: NumberBounds.offsets) ?? 0,
      grouping: try request.choice("group", of: ResultGrouping.self) ?? .text,
      order: try request.choice("sort", of: ResultOrder.self) ?? .relevance,
      syntax: try request.flag("plain") ? .plainText : .full)
    options.matchesPassages = try request.flag("passages")
    options.isExpanded = try request.flag("expand")
    options.like = try request.text("like")
    options.includesCopies = try request.flag("copies")
    options.spreadsOutlets = try request.flag("spread")
    options.freshness = try request.number("fresh")
    options.facets = try request.choices("facets", of: FacetField.self)
    options.facetLimit = try request.count("facet_limit", in: NumberBounds.results) ?? 10
    try request.finish()
    guard !query.isEmpty || options.like != nil else {
      throw BatchError(.usage, "\"search\" wants \"query\" or \"like\"")
    }
    if let days = options.freshness, !(days > 0) { throw BatchError(.usage, "\"fresh\" wants days above 0") }
    let results = try newest.archive().search(query, options: options)
    answer.lines.print(results)
    answer.add(notices: results.notices)
  }

  private func reprints(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    var options = ReprintOptions(jobs: try request.count("jobs", in: NumberBounds.threads) ?? Machine.cores)
    let relations = try request.choices("relations", of: Relation.self)
    if !relations.isEmpty { options.relations = Set(relations).subtracting([.none]) }
    let families = try request.flag("families")
    let pairs = try request.flag("pairs", default: true)
    let spans = try request.flag("spans", default: true)
    try request.finish()
    answer.lines.print(
      try newest.archive().reprints(options: options), families: families, pairs: pairs, spans: spans)
  }

  private func outlets(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    var options = OutletOptions(jobs: try request.count("jobs", in: NumberBounds.threads) ?? Machine.cores)
    let relations = try request.choices("relations", of: Relation.self)
    guard relations.allSatisfy({ $0 == .reprint || $0 == .partial }) else {
      throw BatchError(.usage, "\"relations\" of \"outlets\" are reprint and partial")
    }
    if !relations.isEmpty { options.relations = Set(relations) }
    options.query = try request.text("query")
    options.withinHours = try request.number("within_hours")
    options.isByMonth = try request.flag("by_month")
    try request.finish()
    answer.lines.print(try newest.archive().outlets(options: options))
  }

  private func compare(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let (a, b) = (try request.neededText("a"), try request.neededText("b"))
    try request.finish()
    let comparison = try newest.archive().compare(a, with: b)
    answer.lines.print(
      PairLine(
        ArticlePair(
          a: ArticleSummary(comparison.a.article), b: ArticleSummary(comparison.b.article),
          report: comparison.report)))
  }

  private func check(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let text = try request.neededText("text")
    let limit = try request.count("limit", in: NumberBounds.results) ?? 50
    try request.finish()
    let matches = try newest.archive().matches(of: text, limit: limit)
    for match in matches { answer.lines.print(MatchLine(match)) }
  }

  private func show(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let id = try request.neededText("article")
    try request.finish()
    let archive = try newest.archive()
    let record = try archive.record(ofArticle: id)
    answer.lines.print(ArticleLine(record, boilerplate: try archive.standingText(inArticle: id)))
  }

  private func entities(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let wanted = try request.choice("class", of: EntityClass.self)
    let (name, other) = (try request.text("name"), try request.text("with"))
    let limit = try request.count("limit", in: NumberBounds.results) ?? 50
    try request.finish()
    if name != nil, other != nil { throw BatchError(.usage, "give \"name\" or \"with\", not both") }
    let archive = try newest.archive()
    for entityClass in wanted.map({ [$0] }) ?? EntityClass.allCases {
      for count in try archive.entities(entityClass, named: name, with: other, limit: limit) {
        answer.lines.print(EntityCountLine(count))
      }
    }
  }

  private func export(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let query = try request.text("query")
    try request.finish()
    try newest.archive().forEachArticle(answering: query) { article throws(ArchiveError) in
      answer.lines.take(RecordEncoder.line(for: article))
    }
  }

  private func status(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    try request.finish()
    answer.lines.print(StatusLine(try newest.archive().status()))
  }

  // MARK: Changing

  private func index(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let paths = try request.list("paths")
    let reading = ReadingOptions(
      format: try request.choice("format", of: RecordFormat.self),
      recordLimit: try request.count("max_record", in: NumberBounds.recordBytes)
        ?? ReadingOptions.defaultRecordLimit)
    let options = IndexingOptions(
      reading: reading, jobs: try request.count("jobs", in: NumberBounds.threads) ?? Machine.cores,
      prune: try request.flag("prune"))
    let wantsProgress = try request.flag("progress")
    try request.finish()
    guard !paths.isEmpty, !paths.contains("-") else {
      throw BatchError(.usage, "\"index\" wants \"paths\", files and folders; standard input is taken")
    }
    let id = request.id
    let summary = try Indexer(path: newest.path, options: options).run(
      paths: paths,
      report: { progress in
        if wantsProgress { BatchAnswer.write(progress: ProgressObject(progress), id: id) }
      })
    answer.lines.print(IndexedLine(summary))
  }

  private func remove(_ request: inout BatchRequest, _ answer: inout BatchAnswer) throws {
    let ids = try request.list("articles")
    try request.finish()
    // Asked first, so that where there is no index none is made.
    _ = try newest.archive()
    let unknown = try Indexer(path: newest.path).remove(ids: ids)
    answer.lines.print(RemovedObject(removed: ids.count - unknown.count, unknown: unknown))
  }
}

/// How far indexing has come, as a part of a line.
private struct ProgressObject: JSONRecord {
  let progress: IndexingProgress

  init(_ progress: IndexingProgress) { self.progress = progress }

  func write(to json: inout JSONObject) {
    json.add("articles", progress.articles)
    json.add("bytes_read", progress.reading.bytesRead)
    json.add("bytes_total", progress.reading.bytesTotal)
  }
}

/// What was removed, as a line.
private struct RemovedObject: JSONRecord {
  let removed: Int
  let unknown: [String]

  func write(to json: inout JSONObject) {
    json.add("removed", removed)
    json.add("type", "removed")
    json.add("unknown", unknown)
  }
}

internal import Archive
internal import ArgumentParser
internal import FoundationEssentials
internal import Presentation
internal import Query
internal import Ranking

/// `reprise search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Rank the passages that answer a query, and show who repeats them.",
    discussion: """
      Words are alternatives, the best matches come first. "Phrases", -excluded, AND, OR, NOT, NEAR/n, parentheses \
      and drone* narrow them, and so do the fields title: outlet: person: org: place: lang: date: after: before: id:.

        reprise search satellite intelligence
        reprise search 'person:"Antony Blinken" place:Ukraine date:2023-02..2023-03'
        reprise search --json --limit 50 '"no limits" -trade' | jq .article
        reprise search --like harbour-wire lang:en
        reprise search --facets outlet,person,month drone
        reprise search --format trec --queries queries.jsonl > run.txt
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var names: AliasOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "What to search for; several words need no quotes.")
  var query: [String] = []

  @Option(name: .shortAndLong, help: "The number of results. (default: 10; 1000 with --format trec)")
  var limit: Int?

  @Option(help: "The number of results to leave out before those.")
  var offset = 0

  @Option(help: "One result a passage (none), a text (text) or an article (article).")
  var group: ResultGrouping = .text

  @Flag(help: "Let one passage meet all conditions of the query, not the article as a whole.")
  var passages = false

  @Option(help: "The order of results: relevance, newest or oldest.")
  var sort: ResultOrder = .relevance

  @Flag(help: "Widen the query by the words that its best articles have in common.")
  var expand = false

  @Option(
    help: ArgumentHelp(
      "Find articles like this one, copies of it left out; the query says which may come.", valueName: "id"))
  var like: String?

  @Flag(help: "With --like: let copies of the article come too.")
  var copies = false

  @Flag(help: "Let results of an outlet go down for each that stands above them.")
  var spread = false

  @Option(
    help: ArgumentHelp(
      "Let newer articles come first where they answer nearly as well: age takes half a score at most, and half of "
        + "that in so many days.", valueName: "days"))
  var fresh: Double?

  @Option(
    help: ArgumentHelp(
      "Count the articles that answer by outlet, person, org, place, lang or month, several with commas.",
      valueName: "names"))
  var facets: FacetList?

  @Option(help: "The number of values of each facet.")
  var facetLimit = 10

  @Option(help: .hidden)
  var ranking: RankingChange?

  @Option(help: "How results are printed: text, json or trec (qid Q0 article rank score tag).")
  var format: SearchFormat?

  @Option(
    help: ArgumentHelp(
      "Run every query of a JSON Lines file with _id and text; - is standard input.", valueName: "file"))
  var queries: String?

  @Option(
    help: ArgumentHelp(
      "Write to a file, a line of JSON a query, how many microseconds ranking, extracts and repeats took.",
      valueName: "file"))
  var timings: String?

  func validate() throws {
    if query.isEmpty == (queries == nil && like == nil) || (queries != nil && like != nil) {
      guard like != nil, queries == nil else {
        throw ValidationError("Give a query, or --like with an article, or --queries with a file of queries.")
      }
    }
    if copies, like == nil { throw ValidationError("--copies belongs to --like: give the id of an article.") }
    if expand, like != nil {
      throw ValidationError("--expand and --like contradict each other: give one of them.")
    }
    if let fresh, !(fresh > 0 && fresh.isFinite) {
      throw ValidationError("--fresh wants a number of days above 0, not \(fresh).")
    }
    try NumberBounds.check(facetLimit, of: "--facet-limit", in: NumberBounds.results)
    if let limit { try NumberBounds.check(limit, of: "--limit", in: NumberBounds.results) }
    try NumberBounds.check(offset, of: "--offset", in: NumberBounds.offsets)
    if output.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other: give one of them.")
    }
  }

  func run() throws {
    let archive = try Archive(path: archive.folder, aliases: names.file())
    let format = format ?? (output.json ? .json : .text)
    if format == .trec { return try printRun(archive) }
    let options = options(limit: limit ?? 10)
    var lines = JSONLines()
    var times = timings.map { TimingsFile(path: $0) }
    var (found, isComplete) = (false, true)
    for query in try allQueries() {
      if self.archive.verbose, queries == nil, let meaning = QueryMeaning.text(of: query.text) {
        StandardError.say("the query is read as: \(meaning)")
      }
      guard
        let results = try answer(
          query, { text throws(ArchiveError) in try archive.search(text, options: options) })
      else {
        isComplete = false
        continue
      }
      found = found || !results.results.isEmpty
      times?.add(results.timings, query: query.id)
      if format == .json {
        lines.print(results, query: query.id)
      } else {
        print(results, options)
      }
      if !self.archive.quiet { for notice in results.notices { StandardError.say(notice) } }
    }
    try times?.close()
    if !isComplete { try ExitStatus.failed.end() }
    if !found { try ExitStatus.nothingFound.end() }
  }

  private func print(_ results: SearchResults, _ options: SearchOptions) {
    guard !results.results.isEmpty else {
      if !archive.quiet { StandardError.say(Self.nothingFound(in: archive.folder)) }
      return
    }
    let text = SearchText(style: .standardOutput, width: Terminal.readingWidth)
    StandardOutput.writeLine(text.summary(of: results, options: options))
    for result in results.results { StandardOutput.writeLine("\n" + text.text(of: result)) }
    if let facets = results.facets { StandardOutput.writeLine("\n" + FacetText.text(of: facets)) }
  }

  private static func nothingFound(in folder: String) -> String {
    let isEmpty = (try? Archive(path: folder).status().articles) == 0
    return isEmpty
      ? "the index at \(folder) holds no articles; add some: reprise index FOLDER" : "nothing found"
  }

  private func options(limit: Int) -> SearchOptions {
    var options = SearchOptions(limit: limit, offset: offset, grouping: group, order: sort, syntax: syntax)
    options.matchesPassages = passages
    options.isExpanded = expand
    options.like = like
    options.includesCopies = copies
    options.spreadsOutlets = spread
    options.freshness = fresh
    options.facets = facets?.fields ?? []
    options.facetLimit = facetLimit
    if let ranking { options.parameters = ranking.parameters }
    return options
  }

  private func printRun(_ archive: Archive) throws {
    var times = timings.map { TimingsFile(path: $0) }
    var (found, isComplete) = (false, true)
    let options = options(limit: limit ?? 1000)
    for query in try allQueries() {
      guard
        let run = try answer(
          query, { text throws(ArchiveError) in try archive.rankedArticles(text, options: options) })
      else {
        isComplete = false
        continue
      }
      times?.add(run.timings, query: query.id)
      found = found || !run.articles.isEmpty
      let name = TableText.trecColumn(query.id ?? "1")
      for (index, article) in run.articles.enumerated() {
        StandardOutput.writeLine(
          "\(name) Q0 \(TableText.trecColumn(article.id)) \(index + 1) \(article.score) reprise")
      }
    }
    try times?.close()
    if !isComplete { try ExitStatus.failed.end() }
    if !found { try ExitStatus.nothingFound.end() }
  }

  /// Answers a query; nil for one of a batch that cannot be read, which is named, so that the others are answered.
  private func answer<Answer>(
    _ query: BatchQuery, _ body: (String) throws(ArchiveError) -> Answer
  ) throws(ArchiveError) -> Answer? {
    do throws(ArchiveError) {
      return try body(query.text)
    } catch .query(let error) where query.id != nil {
      StandardError.say("the query with _id \"\(query.id ?? "")\" is left out: \(error.message)")
      return nil
    }
  }

  /// Queries of a file are words alone: what people or test collections wrote was not meant as our syntax.
  private var syntax: QuerySyntax { queries == nil ? .full : .plainText }

  private func allQueries() throws -> [BatchQuery] {
    guard let queries else { return [BatchQuery(id: nil, text: query.joined(separator: " "))] }
    return try BatchQuery.read(queries)
  }
}

extension JSONLines {
  /// Prints the results of a search, then what was counted over all matches.
  ///
  /// - Parameter query: The id of the query, where many are run in one batch.
  mutating func print(_ results: SearchResults, query: String? = nil) {
    for result in results.results { print(ResultLine(result, query: query)) }
    guard let facets = results.facets else { return }
    print(FacetsLine(facets, query: query))
    for facet in facets.facets {
      for value in facet.values { print(FacetLine(value, of: facet, query: query)) }
    }
  }
}

/// How the results of a search are printed.
enum SearchFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, trec
}

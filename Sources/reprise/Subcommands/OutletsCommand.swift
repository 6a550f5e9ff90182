internal import Archive
internal import ArgumentParser
internal import Presentation
internal import Reprints

/// `reprise outlets`.
struct OutletsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlets",
    abstract: "Count who takes text from whom.",
    discussion: """
      An article takes from another outlet where it has a reprint or a part of an article from there; in a family of \
      reprints, from its parent in the tree. A query says which articles count as takers.

        reprise outlets
        reprise outlets date:2024-03
        reprise outlets --within 36h --relation reprint
        reprise outlets --format csv --by month > flows.csv
        reprise outlets --format csv --table outlets > outlets.csv
        reprise outlets --format gexf > network.gexf
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var outletList: OutletListOptions

  @Argument(help: "Which articles count as takers; all, where no query is given.")
  var query: [String] = []

  @Option(help: "Count only reprints, or only partial copies. (default: both)")
  var relation: TakingRelation?

  @Option(
    help: ArgumentHelp(
      "Count only what was published so long after or before its source, as 36h, 90m or 2d.",
      valueName: "time"))
  var within: TimeSpan?

  @Option(help: "Count each month of the takers' publication for itself: month.")
  var by: Period?

  @Option(help: "Print as text, json, csv (a table) or gexf (a network, for Gephi and others).")
  var format: OutletFormat?

  @Option(help: "The table that csv prints: flows (source and taker) or outlets.")
  var table: OutletTable = .flows

  @Option(name: .shortAndLong, help: "The most rows of each table of text.")
  var limit = 20

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  func validate() throws {
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    try NumberBounds.check(limit, of: "--limit", in: NumberBounds.results)
    if output.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other: give one of them.")
    }
    if by != nil, format == .gexf {
      throw ValidationError(
        "--by month makes tables; for the network of a month give a query, as date:2024-03.")
    }
  }

  func run() throws {
    try outletList.use()
    let archive = try Archive(path: archive.folder)
    let report = try archive.outlets(options: options)
    print(report)
    if !self.archive.quiet { StandardError.say(summary(of: report)) }
    if report.flows.isEmpty { try ExitStatus.nothingFound.end() }
  }

  private var options: OutletOptions {
    var options = OutletOptions(jobs: jobs ?? Machine.cores)
    switch relation {
    case .reprint: options.relations = [.reprint]
    case .partial: options.relations = [.partial]
    case nil: break
    }
    if !query.isEmpty { options.query = query.joined(separator: " ") }
    options.withinHours = within?.hours
    options.isByMonth = by != nil
    return options
  }

  private func print(_ report: OutletReport) {
    switch format ?? (output.json ? .json : .text) {
    case .json:
      var lines = JSONLines()
      lines.print(report)
    case .csv where table == .outlets: StandardOutput.write(OutletTables.outlets(of: report))
    case .csv: StandardOutput.write(OutletTables.flows(of: report))
    case .gexf: StandardOutput.write(OutletTables.network(of: report))
    case .text:
      let text = OutletText(style: .standardOutput, limit: limit).text(of: report)
      if !text.isEmpty { StandardOutput.writeLine(text) }
    }
  }

  private func summary(of report: OutletReport) -> String {
    let takers = report.outlets.count { $0.taking > 0 }
    var parts = ["\(counted(report.articles, "article")), \(counted(takers, "outlet")) taking text"]
    if report.undirectedPairs > 0 {
      parts.append("of \(counted(report.undirectedPairs, "pair")) nothing tells who has it from whom")
    }
    if report.withoutOutlet > 0 { parts.append("\(counted(report.withoutOutlet, "article")) without outlet") }
    if report.undated > 0 { parts.append("\(counted(report.undated, "taking")) without dates left out") }
    return parts.joined(separator: "; ") + " (rules \(report.rules))"
  }
}

extension JSONLines {
  /// Prints a report on outlets: what it covers, the flows, the outlets.
  mutating func print(_ report: OutletReport) {
    print(OutletsLine(report))
    for flow in report.flows { print(FlowLine(flow)) }
    for outlet in report.outlets { print(OutletLine(outlet)) }
  }
}

/// A relation in which one article takes text from another.
enum TakingRelation: String, ExpressibleByArgument, CaseIterable {
  case reprint, partial
}

/// A stretch of time that is counted for itself.
enum Period: String, ExpressibleByArgument, CaseIterable {
  case month
}

/// How the report on outlets is printed.
enum OutletFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, gexf
}

/// A table of the report on outlets.
enum OutletTable: String, ExpressibleByArgument, CaseIterable {
  case flows, outlets
}

internal import Archive
internal import ArgumentParser
internal import Reprints

/// `reprise reprints`.
struct ReprintsCommand: ParsableCommand {
  private static let rules = RelationClassifier.Rules()

  static let configuration = CommandConfiguration(
    commandName: "reprints",
    abstract: "Report which articles share text, and what that makes of them.",
    discussion: """
      Every pair has a relation: reprint (\(percent(rules.reprintShare)) or more of the shorter one's own text), \
      partial (a sentence of \(rules.partialSentence) words or \(rules.partialPure) words of narration), quotes, \
      boilerplate or rewrite.

        reprise reprints
        reprise reprints --families
        reprise reprints --json --families > report.jsonl
        reprise reprints --dot | dot -Tsvg > families.svg
        reprise reprints --relation reprint --relation partial
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Report pairs of this relation only; may be given more than once.")
  var relation: [Relation] = []

  @Flag(
    help: "Report families too: all articles that have one text, with its origin and who has it from whom.")
  var families = false

  @Option(help: "Print as text, json, csv (pairs), dot (families, Graphviz) or gexf (a network, Gephi).")
  var format: ReportFormat?

  @Flag(exclusivity: .exclusive)
  var shortFormat: ShortFormat?

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1, not \(jobs).") }
    if relation.contains(.none) { throw ValidationError("Pairs of no relation are not reported.") }
    let given = [format, output.json ? .json : nil, shortFormat.map(\.format)].compactMap { $0 }
    if Set(given).count > 1 {
      let names = given.map(\.rawValue).joined(separator: " and ")
      throw ValidationError("The formats \(names) contradict each other: give one of them.")
    }
  }

  func run() throws {
    let archive = try Archive(path: archive.folder)
    var options = ReprintOptions(jobs: jobs ?? Machine.cores)
    if !relation.isEmpty { options.relations = Set(relation) }
    let report = try archive.reprints(options: options)
    try print(report)
    if !self.archive.quiet { StandardError.say(summary(of: report)) }
    if report.pairs.isEmpty { try ExitStatus.nothingFound.end() }
  }

  /// Whether pairs of boilerplate are left out: people seldom want them, and there are many.
  private var hidesBoilerplate: Bool { relation.isEmpty && chosenFormat == .text }

  private var chosenFormat: ReportFormat {
    format ?? shortFormat?.format ?? (output.json ? .json : .text)
  }

  private func summary(of report: ReprintReport) -> String {
    let families = report.families.count == 1 ? "1 family" : "\(report.families.count) families"
    let hidden = hidesBoilerplate ? report.pairs.count { $0.report.relation == .boilerplate } : 0
    let note = hidden == 0 ? "" : " (\(hidden) of boilerplate not shown; --relation boilerplate shows them)"
    let standing = report.standingFingerprints
    let setAside =
      standing == 0
      ? ""
      : "; who shares only what outlets print under many articles was not compared "
        + "(\(counted(standing, "fingerprint")))"
    return "\(counted(report.pairs.count, "pair"))\(note), \(families)\(setAside)"
  }

  private func print(_ report: ReprintReport) throws {
    switch chosenFormat {
    case .json:
      var lines = JSONLines()
      try lines.print(report, families: families)
    case .csv: StandardOutput.write(PairTables.table(of: report.pairs))
    case .gexf: StandardOutput.write(PairTables.network(of: report))
    case .dot: StandardOutput.write(FamilyGraph.text(of: report.families))
    case .text where families:
      let text = FamilyText(style: .standardOutput)
      for family in report.families { StandardOutput.writeLine(text.text(of: family) + "\n") }
    case .text:
      let text = PairText(style: .standardOutput, width: Terminal.readingWidth)
      for pair in report.pairs where !hidesBoilerplate || pair.report.relation != .boilerplate {
        StandardOutput.writeLine(text.text(of: pair) + "\n")
      }
    }
  }
}

extension JSONLines {
  /// Prints a report on reprints: the pairs, the families where they are wanted, and what was left out.
  ///
  /// - Parameters:
  ///   - families: Whether families are wanted.
  ///   - pairs: Whether pairs are wanted.
  ///   - spans: Whether pairs say where the text stands that both have.
  mutating func print(_ report: ReprintReport, families: Bool, pairs: Bool = true, spans: Bool = true) throws
  {
    if pairs { for pair in report.pairs { print(PairLine(pair.a, pair.b, pair.report, spans: spans)) } }
    if families { for family in report.families { try print(FamilyLine(family)) } }
    if report.standingFingerprints > 0 { try print(SummaryLine(report)) }
  }
}

/// A format that has a flag of its own; JSON's is one of all commands.
enum ShortFormat: String, EnumerableFlag {
  case csv, dot

  var format: ReportFormat {
    switch self {
    case .csv: .csv
    case .dot: .dot
    }
  }

  static func help(for value: ShortFormat) -> ArgumentHelp? { "Short for --format \(value.rawValue)." }
}

/// How a report on reprints is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, dot, gexf
}

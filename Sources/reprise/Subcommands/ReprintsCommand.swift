internal import Archive
internal import ArgumentParser
internal import Presentation
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
      boilerplate, rewrite or translation.

        reprise reprints
        reprise reprints --families
        reprise reprints --json --families > report.jsonl
        reprise reprints --dot | dot -Tsvg > families.svg
        reprise reprints --relation reprint --relation partial
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var outletList: OutletListOptions

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
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    if relation.contains(.none) { throw ValidationError("Pairs of no relation are not reported.") }
    let given = [format, output.json ? .json : nil, shortFormat.map(\.format)].compactMap { $0 }
    if Set(given).count > 1 {
      let names = given.map(\.rawValue).joined(separator: " and ")
      throw ValidationError("The formats \(names) contradict each other: give one of them.")
    }
  }

  func run() throws {
    try outletList.use()
    let archive = try Archive(path: archive.folder)
    var options = ReprintOptions(jobs: jobs ?? Machine.cores)
    if !relation.isEmpty { options.relations = Set(relation) }
    let report = try archive.reprints(options: options)
    print(report)
    if !self.archive.quiet { StandardError.say(summary(of: report)) }
    if report.pairs.isEmpty { try ExitStatus.nothingFound.end() }
  }

  /// Whether a pair is printed for people who did not ask for its relation: quotations, boilerplate and what an outlet says
  /// twice are many, and counted only.
  private func isShown(_ pair: ArticlePair) -> Bool {
    guard relation.isEmpty, chosenFormat == .text else { return true }
    return pair.report.relation != .boilerplate && pair.report.relation != .quotes
      && !pair.report.isWithinOutlet
  }

  private var chosenFormat: ReportFormat {
    format ?? shortFormat?.format ?? (output.json ? .json : .text)
  }

  private func summary(of report: ReprintReport) -> String {
    let families =
      (report.families.count == 1 ? "1 family" : "\(report.families.count) families")
      + hiddenFamilies(of: report)
    let note = self.families ? "" : hiddenNote(report.pairs.filter { !isShown($0) })
    let standing = report.standingFingerprints
    let setAside =
      standing == 0
      ? ""
      : "; who shares only what outlets print under many articles was not compared "
        + "(\(counted(standing, "fingerprint")))"
    let sum = ReprintSummary(report)
    let flows = sum.flows.prefix(3).map { "\($0.from) to \($0.to) \($0.articles)" }.joined(separator: ", ")
    let copies =
      sum.articles == 0
      ? ""
      : "; \(counted(sum.articles, "article")) at \(counted(sum.outlets, "outlet")) share text"
        + (flows.isEmpty ? "" : ", most of all from \(flows)")
    return TerminalText.harmlessLine(
      "\(counted(report.pairs.count, "pair"))\(note), \(families)\(copies)\(setAside)")
  }

  /// Whether a family is printed: for people one within one outlet is its own matter, as such pairs are.
  private func isShown(_ family: ArticleFamily) -> Bool {
    family.outlets > 1 || !relation.isEmpty || chosenFormat != .text
  }

  private func hiddenFamilies(of report: ReprintReport) -> String {
    let hidden = families ? report.families.count { !isShown($0) } : 0
    return hidden == 0 ? "" : " (\(hidden) within one outlet not shown; --relation reprint shows them)"
  }

  /// What is not shown, by kind, with the option that shows it.
  private func hiddenNote(_ hidden: [ArticlePair]) -> String {
    guard !hidden.isEmpty else { return "" }
    let within = hidden.count { $0.report.isWithinOutlet }
    let quotes = hidden.count { !$0.report.isWithinOutlet && $0.report.relation == .quotes }
    let counts = [
      (quotes, "of quotations"), (hidden.count - within - quotes, "of boilerplate"),
      (within, "within one outlet"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return " (\(told) not shown; --relation shows them)"
  }

  private func print(_ report: ReprintReport) {
    switch chosenFormat {
    case .json:
      var lines = JSONLines()
      lines.print(report, families: families)
    case .csv: StandardOutput.write(PairTables.table(of: report.pairs))
    case .gexf: StandardOutput.write(PairTables.network(of: report))
    case .dot: StandardOutput.write(FamilyGraph.text(of: report.families))
    case .text where families:
      let text = FamilyText(style: .standardOutput)
      for family in report.families where isShown(family) {
        StandardOutput.writeLine(text.text(of: family) + "\n")
      }
    case .text:
      let text = PairText(style: .standardOutput, width: Terminal.readingWidth)
      for pair in report.pairs where isShown(pair) {
        StandardOutput.writeLine(text.text(of: pair) + "\n")
      }
    }
  }
}

extension JSONLines {
  /// Prints a report on reprints: the families where they are wanted, the pairs, and what it comes to.
  ///
  /// - Parameters:
  ///   - families: Whether families are wanted.
  ///   - pairs: Whether pairs are wanted.
  ///   - spans: Whether pairs say where the text stands that both have.
  mutating func print(_ report: ReprintReport, families: Bool, pairs: Bool = true, spans: Bool = true) {
    if families { for family in report.families { print(FamilyLine(family)) } }
    if pairs { for pair in report.pairs { print(PairLine(pair, spans: spans)) } }
    if !report.pairs.isEmpty || report.standingFingerprints > 0 { print(SummaryLine(report)) }
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

internal import ArgumentParser
internal import CProgramData
internal import Presentation
internal import Reprints

/// The command `reprise`.
struct Reprise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Searches an archive of news and shows who repeats the same text.",
    discussion: """
      Index a folder of articles, then search it:

        reprise index articles/
        reprise search 'satellite intelligence'
        reprise reprints --families

      The index is kept in the folder that --db names, else $REPRISE_DB, else ./.reprise. \
      Results go to standard output, all else to standard error. Exit codes: 0 found or done, 1 nothing found \
      (index: done, but records were refused), 2 failed, 64 wrong usage, 130 interrupted.
      """,
    version: Version.line,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ReprintsCommand.self, OutletsCommand.self, CompareCommand.self,
      CheckCommand.self, TranslationsCommand.self, ShowCommand.self, EntitiesCommand.self, StatusCommand.self,
      RemoveCommand.self, OptimizeCommand.self, VerifyCommand.self, ExportCommand.self, TagCommand.self,
      FormatsCommand.self,
      ExtractCommand.self, BatchCommand.self, WatchCommand.self,
      DemoCommand.self, ServeCommand.self,
    ])
}

extension Version {
  /// The version, the commit that was built where the build knew it, and the version of the rules on reprints.
  static var line: String {
    let commit = String(cString: reprise_build_commit())
    return "\(current) (\(commit.isEmpty ? "" : "commit \(commit), ")rules \(ReprintRules.version))"
  }
}

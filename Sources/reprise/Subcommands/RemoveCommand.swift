internal import Archive
internal import ArgumentParser
internal import Presentation

/// `reprise remove`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove articles from the index by their ids.",
    discussion: """
      Their files stay where they are. A removed article stays out until its file changes and is indexed again.

        reprise remove harbour-wire harbour-cut
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The ids of the articles.")
  var ids: [String]

  func run() throws {
    _ = try Archive(path: archive.folder)
    let unknown = try Indexer(path: archive.folder).remove(ids: ids)
    if !archive.quiet {
      for id in unknown { StandardError.say("there is no article with the id \"\(id)\"") }
      StandardError.say("\(counted(ids.count - unknown.count, "article")) removed")
    }
    if !unknown.isEmpty { try ExitStatus.nothingFound.end() }
  }
}

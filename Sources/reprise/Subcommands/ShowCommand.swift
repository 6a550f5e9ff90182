internal import Archive
internal import ArgumentParser
internal import Articles
internal import Presentation

/// `reprise show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an article with what is known of it.",
    discussion: """
        reprise show harbour-wire
        reprise show --boilerplate ledger-eels
        reprise show --source harbour-wire
        reprise show --json harbour-wire | jq -r .text
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The id of the article.")
  var id: String

  @Flag(help: "Show only what the outlet prints under many articles.")
  var boilerplate = false

  @Flag(help: "Show where the article came from: file, record, and the SHA-256 of its text and page.")
  var source = false

  func run() throws {
    let archive = try Archive(path: archive.folder)
    let record = try archive.record(ofArticle: id)
    if source { return show(SourceLine(record)) }
    let standing = try archive.standingText(inArticle: id)
    if output.json {
      var lines = JSONLines()
      lines.print(ArticleLine(record, boilerplate: standing))
    } else if boilerplate {
      for range in standing {
        StandardOutput.writeLine(TerminalText.harmless(record.article.text.utf8Part(range)))
      }
    } else {
      StandardOutput.write(
        ArticleText(style: .standardOutput, width: StandardOutput.isTerminal ? Terminal.readingWidth : nil)
          .text(of: record, boilerplate: standing))
    }
    if boilerplate && standing.isEmpty { try ExitStatus.nothingFound.end() }
  }

  private func show(_ source: SourceLine) {
    if output.json {
      var lines = JSONLines()
      return lines.print(source)
    }
    for line in source.lines { StandardOutput.writeLine(line) }
  }
}

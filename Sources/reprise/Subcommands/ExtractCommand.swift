internal import Archive
internal import ArgumentParser
internal import Extraction

/// `reprise extract`.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the article of a web page, and what the page says of it.",
    discussion: """
      Needs no index. Menus, comments and other articles are left out. A page that is no article is told on standard \
      error, as what it is, with the reason.

        reprise extract page.html
        reprise extract --json saved/*.html > articles.jsonl
        curl -s https://example.com/news/1 | reprise extract -
      """)

  @Argument(help: "Files of HTML; - is standard input.")
  var files: [String]

  @Flag(help: "Print JSON Lines, with where each value was found.")
  var json = false

  @Option(help: ArgumentHelp("The address of the page, where one file is given.", valueName: "address"))
  var url: String?

  @Flag(help: "Print the text of pages that are no article, too.")
  var all = false

  func validate() throws {
    if url != nil, files.count != 1 {
      throw ValidationError("--url says where one page is from: give one file with it")
    }
  }

  func run() throws {
    let extractor = PageExtractor(refusesOtherPages: !all)
    var lines = JSONLines()
    var (found, failed) = (0, 0)
    for file in files {
      let bytes: [UInt8]
      do throws(ArchiveError) {
        bytes = try TextInput.bytes(file)
      } catch {
        StandardError.say("\(error)")
        failed += 1
        continue
      }
      let name = TextInput.name(of: file)
      let extracted = extractor.extract(bytes, url: url)
      if case .article = extracted { found += 1 }
      if json {
        lines.print(ExtractionLine(file: name, extracted))
      } else {
        printText(name, extracted, isFirst: found == 1)
      }
    }
    if failed > 0 { try ExitStatus.failed.end() }
    if found == 0 { try ExitStatus.nothingFound.end() }
  }

  private func printText(_ name: String, _ extracted: Extracted, isFirst: Bool) {
    switch extracted {
    case .refused(let refusal):
      StandardError.say("\(name): no article (\(refusal.kind.rawValue)): \(refusal.detail)")
    case .article(let article):
      if !isFirst { StandardOutput.writeLine("") }
      StandardOutput.write(ExtractionText(article).text)
    }
  }
}

internal import Archive
internal import Articles
internal import Formats
internal import Presentation
internal import SearchIndex
internal import Storage

/// What `reprise` says without a command: what there is, and what to type.
struct FirstSteps {
  /// The folder of the index.
  let index: String
  /// The folder that the command was given in.
  let folder: String

  /// Some lines.
  func text() -> String {
    let tail = ["All commands: 'reprise --help'. One of them: 'reprise help search'."]
    return ((whatThereIs() + [""] + tail).map { TerminalText.harmlessLine($0) + "\n" }).joined()
  }

  private func whatThereIs() -> [String] {
    do throws(ArchiveError) {
      let status = try Archive(path: index).status()
      return status.articles == 0 ? emptyIndex() : filledIndex(status)
    } catch {
      // Anything but a missing index is told by its own message, which says what to do.
      if case .index(.notFound(path: _)) = error { return noIndex() }
      return [error.description]
    }
  }

  private func filledIndex(_ status: ArchiveStatus) -> [String] {
    let dates = [status.earliest, status.latest].compactMap { $0 }.map(DateText.text(of:))
    let span = dates.count == 2 ? ", \(dates[0]) to \(dates[1])" : ""
    let option = index == ".reprise" ? "" : " --db \(index)"
    return [
      "The index at \(index) holds \(counted(status.articles, "article")) of \(counted(status.outlets, "outlet"))\(span).",
      "",
      "  reprise search\(option) 'some words'      which passages answer, and who repeats them",
      "  reprise reprints\(option) --families      which articles are one text, and who had it first",
      "  reprise outlets\(option)                  who takes text from whom",
      "  reprise check\(option) draft.txt          whose text is this?",
    ]
  }

  private func emptyIndex() -> [String] {
    ["The index at \(index) holds no articles yet."] + advice(FolderGlance(folder))
  }

  private func noIndex() -> [String] { ["There is no index at \(index) yet."] + advice(FolderGlance(folder)) }

  private func advice(_ glance: FolderGlance) -> [String] {
    let demo = "  reprise demo              a tour of two minutes on articles that come with the program"
    guard glance.readable > 0 else { return InputAdvice.lines(glance) + ["", demo] }
    let many = glance.isCut ? "at least \(glance.readable) files" : counted(glance.readable, "file")
    return [
      "This folder has \(many) that look like articles.", "",
      "  reprise index .           to read them", demo,
    ]
  }
}

/// Says what can be indexed, where nothing was found that could.
enum InputAdvice {
  /// One line.
  static let whatIsRead =
    "Reprise reads text files, JSON Lines, pages, web archives, feeds, tables, mail, PDFs and exports of libraries: "
    + "'reprise formats'."

  /// Some lines.
  static func lines(_ glance: FolderGlance) -> [String] {
    let most = glance.others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    let seen =
      most.isEmpty
      ? "There are no files here that Reprise reads."
      : "None of the files here is one that Reprise reads: there are "
        + most.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
    return [seen, whatIsRead]
  }
}

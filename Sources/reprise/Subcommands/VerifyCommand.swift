internal import Archive
internal import ArgumentParser
internal import Presentation

/// `reprise verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every byte of the index, and repair it.",
    discussion: """
      Holds each file against the hash that it was written with, has Xapian check its tables, and holds each article \
      against its own hash, its passages and its id. Exit codes: 0 all is well, 1 something is wrong and is listed, \
      2 there is no index that can be checked.

      With --repair, what can still be read of a damaged segment is taken into the index again, the segment is moved \
      to the folder "damaged" of the index, and the files that the rest came from are forgotten, so that the next \
      'reprise index' reads them again. Where the manifest is lost, all segments are taken for damaged. Nothing else is \
      touched, and a repair that is stopped has changed nothing.

        reprise verify
        reprise verify --repair && reprise index articles/
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Set damaged segments aside, and take in again what can still be read of them.")
  var repair = false

  func run() throws {
    let progress = ProgressLine(isShown: StandardError.isTerminal && !archive.quiet)
    if repair, let (found, repaired) = try ArchiveRepair(path: archive.folder).recovered() {
      return tell(found, repaired)
    }
    let verifier = ArchiveVerifier(path: archive.folder) { progress.show(VerificationText.line(of: $0)) }
    let found = try verifier.verified()
    progress.clear()
    let repaired = repair && !found.isSound ? try ArchiveRepair(path: archive.folder).run(found) : nil
    tell(found, repaired)
    if !found.isSound && repaired == nil { try ExitStatus.nothingFound.end() }
  }

  private func tell(_ found: ArchiveVerification, _ repaired: RepairSummary?) {
    if output.json {
      var lines = JSONLines()
      for problem in found.problems { lines.print(ProblemLine(problem)) }
      lines.print(VerifiedLine(found, repaired))
    } else {
      let text = VerificationText(folder: archive.folder)
      if !found.isSound { StandardOutput.write(text.problems(of: found)) }
      if !archive.quiet { StandardError.write(text.summary(of: found, repaired)) }
    }
  }
}

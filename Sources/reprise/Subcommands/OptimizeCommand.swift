internal import Archive
internal import ArgumentParser
internal import Presentation

/// `reprise optimize`.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Merge the index into one segment, without what was replaced or removed.",
    discussion: """
      Searches become a little faster and the index smaller. Takes the room of the index again while it runs; \
      readers go on meanwhile.

        reprise optimize
      """)

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    let before = try Archive(path: archive.folder).status()
    try Indexer(path: archive.folder).optimize()
    guard !archive.quiet else { return }
    let after = try Archive(path: archive.folder).status()
    StandardError.say(
      "\(counted(before.segments, "segment")), \(ByteCount.text(of: before.diskBytes)), are now "
        + "\(counted(after.segments, "segment")), \(ByteCount.text(of: after.diskBytes))")
  }
}

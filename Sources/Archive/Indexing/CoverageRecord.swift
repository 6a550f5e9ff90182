internal import Articles
internal import Formats

/// Keeps for each commit of a run which files, and how much of them, it covers, as the ledger that is published with it.
struct CoverageRecord {
  /// The ledger as it was when the run began, with all files that have been covered since.
  private(set) var ledger: SourceLedger
  private let files: [InputFile]
  /// The number of files, from the first, that are covered whole.
  private var covered = 0

  /// - Parameter files: What the run reads, in order.
  init(_ ledger: SourceLedger, files: [InputFile]) {
    self.ledger = ledger
    self.files = files
  }

  /// Notes how far the input is covered, for the next commit.
  ///
  /// - Parameters:
  ///   - end: Up to where it is covered; nil for nothing.
  ///   - refusals: All refusals up to there, those of the files' earlier parts included.
  mutating func advance(through end: ReadingMark?, refusals: [Refusal]) {
    guard let end, let index = files[covered...].firstIndex(where: { $0.path == end.file }) else { return }
    let byFile = Dictionary(grouping: refusals, by: \.location.file)
    cover(upTo: end.position == nil ? index + 1 : index, byFile)
    if let position = end.position {
      let file = files[index]
      ledger.note(file, upTo: position, refusals: byFile[file.path] ?? [])
    }
    keepUnfiled(refusals)
  }

  /// Notes that all files were read to their ends.
  mutating func finish(refusals: [Refusal]) {
    cover(upTo: files.count, Dictionary(grouping: refusals, by: \.location.file))
    keepUnfiled(refusals)
  }

  /// Forgets a file.
  mutating func forget(_ path: String) { ledger.forget(path) }

  private mutating func cover(upTo end: Int, _ refusals: [String: [Refusal]]) {
    for file in files[covered..<end] { ledger.note(file, refusals: refusals[file.path] ?? []) }
    covered = end
  }

  private mutating func keepUnfiled(_ refusals: [Refusal]) {
    guard !refusals.isEmpty || !ledger.unfiled.isEmpty else { return }
    let noted = Set(files.filter { $0.signature != nil }.map(\.path))
    ledger.unfiled = refusals.filter { !noted.contains($0.location.file) }
  }
}

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
  ///   - notes: What there is to tell up to there, that of the files' earlier parts included.
  mutating func advance(through end: ReadingMark?, _ notes: RunNotes) {
    guard let end, let index = files[covered...].firstIndex(where: { ByteKey($0.path) == ByteKey(end.file) })
    else { return }
    let byFile = NotesByFile(notes)
    cover(upTo: end.position == nil ? index + 1 : index, byFile)
    if let position = end.position {
      let file = files[index]
      ledger.note(file, upTo: position, byFile[file.path])
    }
    keepUnfiled(notes.refusals)
  }

  /// Notes that all files were read to their ends.
  mutating func finish(_ notes: RunNotes) {
    cover(upTo: files.count, NotesByFile(notes))
    keepUnfiled(notes.refusals)
  }

  /// Forgets a file.
  mutating func forget(_ path: String) { ledger.forget(path) }

  private mutating func cover(upTo end: Int, _ notes: NotesByFile) {
    for file in files[covered..<end] { ledger.note(file, notes[file.path]) }
    covered = end
  }

  private mutating func keepUnfiled(_ refusals: [Refusal]) {
    guard !refusals.isEmpty || !ledger.unfiled.isEmpty else { return }
    let noted = Set(files.filter { $0.signature != nil }.map { ByteKey($0.path) })
    ledger.unfiled = refusals.filter { !noted.contains(ByteKey($0.location.file)) }
  }
}

/// What there is to tell, by the paths of the files.
private struct NotesByFile {
  private let refusals: [ByteKey: [Refusal]]
  private let warnings: [ByteKey: [ReadingWarning]]
  private let leftOut: [ByteKey: [String: Int]]

  init(_ notes: RunNotes) {
    refusals = Dictionary(grouping: notes.refusals, by: { ByteKey($0.location.file) })
    warnings = Dictionary(grouping: notes.warnings, by: { ByteKey($0.location.file) })
    leftOut = notes.leftOut
  }

  subscript(path: String) -> SourceLedger.Notes {
    SourceLedger.Notes(
      refusals: refusals[ByteKey(path)] ?? [], warnings: warnings[ByteKey(path)] ?? [],
      leftOut: leftOut[ByteKey(path)] ?? [:])
  }
}

internal import Articles
internal import Formats
internal import FoundationEssentials

/// What was read into the archive, and when: for each file a signature that tells whether it has changed.
///
/// Kept with the commit that it describes, so that a run that is killed reads again what it did not finish.
struct SourceLedger: Codable, Equatable {
  /// The name of the file in the folder of the index.
  static let companionName = "sources.json"

  /// What there is to tell of a file, or of its beginning.
  struct Notes: Codable, Equatable {
    /// What could not be read.
    var refusals: [Refusal] = []
    /// The first of what was odd.
    var warnings: [ReadingWarning] = []
    /// What holds no news, by kind.
    var leftOut: [String: Int] = [:]

    /// How many warnings are kept of a file.
    static let keptWarnings = 100

    init(refusals: [Refusal] = [], warnings: [ReadingWarning] = [], leftOut: [String: Int] = [:]) {
      self.refusals = refusals
      self.warnings = Array(warnings.prefix(Self.keptWarnings))
      self.leftOut = leftOut
    }
  }

  /// What is known of one file.
  struct Entry: Codable, Equatable {
    /// The hash of its size and time, with those of the files that go with it.
    var signature: String
    /// What there is to tell of it.
    var notes: Notes
  }

  /// A file of which a run that was stopped has read the beginning.
  struct Part: Codable, Equatable {
    /// The hash that the file had.
    var signature: String
    /// How far it is in the archive.
    var position: ReadingPosition
    /// What there is to tell of its beginning.
    var notes: Notes

    /// Adds what there is to tell to that of a run.
    func add(to run: inout RunNotes, path: String) {
      run.refusals += notes.refusals
      run.warnings += notes.warnings
      if !notes.leftOut.isEmpty { run.leftOut[ByteKey(path)] = notes.leftOut }
    }
  }

  /// The files that were read to their ends, by absolute path.
  private(set) var files: [ByteKey: Entry] = [:]
  /// The files that were read in part, by absolute path.
  private(set) var parts: [ByteKey: Part] = [:]
  /// What the last run could not read that belongs to no file noted here: of streams, of paths that are missing,
  /// of a run that was interrupted.
  var unfiled: [Refusal] = []

  init() {}

  /// Reads a ledger; an unreadable one counts as empty, so that everything is read again.
  init(json: [UInt8]?) {
    if let ledger = SourceLedger(checking: json) { self = ledger }
  }

  /// Reads a ledger; nil where it is unreadable or missing.
  init?(checking json: [UInt8]?) {
    guard let json, let ledger = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
    self = ledger
  }

  /// The ledger as JSON, the same bytes for the same ledger.
  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a ledger holds strings and numbers, which JSON can hold")
    }
    return Array(data)
  }

  /// The files of a commit that hold the ledger and its list of refusals, by name.
  func companions() -> [String: [UInt8]] {
    [Self.companionName: json(), RefusalLog.companionName: RefusalLog.lines(of: self)]
  }

  /// What could not be read, in the order of files and lines.
  var refusals: [Refusal] {
    var refused: [(path: ByteKey, refusals: [Refusal])] = []
    for (path, entry) in files where !entry.notes.refusals.isEmpty {
      refused.append((path, entry.notes.refusals))
    }
    for (path, part) in parts where !part.notes.refusals.isEmpty {
      refused.append((path, part.notes.refusals))
    }
    refused.sort { $0.path < $1.path }
    return refused.flatMap(\.refusals) + unfiled
  }

  /// The files that were read, in whole or in part, by absolute path.
  var paths: [String] { files.keys.map(\.text) + parts.keys.map(\.text) }

  /// The entry of a file that has not changed since it was read; nil where it must be read.
  func unchanged(_ file: InputFile) -> Entry? {
    guard let signature = file.signature, let entry = files[ByteKey(AbsolutePath.of(file.path))] else {
      return nil
    }
    return entry.signature == signature.description ? entry : nil
  }

  /// Notes that a file was read to its end; a stream cannot be known again and is left out.
  mutating func note(_ file: InputFile, _ notes: Notes) {
    guard let signature = file.signature else { return }
    let path = ByteKey(AbsolutePath.of(file.path))
    files[path] = Entry(signature: signature.description, notes: notes)
    parts[path] = nil
  }

  /// What is known of a file that has not changed since it was read in part; nil where it must be read from its start.
  func part(of file: InputFile) -> Part? {
    guard !parts.isEmpty, let signature = file.signature,
      let part = parts[ByteKey(AbsolutePath.of(file.path))]
    else {
      return nil
    }
    return part.signature == signature.description ? part : nil
  }

  /// Notes that the beginning of a file is in the archive; a stream is left out.
  mutating func note(_ file: InputFile, upTo position: ReadingPosition, _ notes: Notes) {
    guard let signature = file.signature else { return }
    let path = ByteKey(AbsolutePath.of(file.path))
    files[path] = nil
    parts[path] = Part(signature: signature.description, position: position, notes: notes)
  }

  /// Forgets a file.
  mutating func forget(_ path: String) {
    files[ByteKey(path)] = nil
    parts[ByteKey(path)] = nil
  }

  /// The known files at or below some paths that a listing no longer has, in order.
  ///
  /// Of what lies at or below a path that could not be read nobody knows whether it is gone: a disk may not be mounted.
  func gone(below paths: [String], _ listing: InputListing) -> [String] {
    let listed = Set(listing.files.map { ByteKey(AbsolutePath.of($0.path)) })
    let roots = paths.map(AbsolutePath.of)
    let unreadable = listing.refusals.map { AbsolutePath.of($0.location.file) }
    return self.paths.filter { known in
      !listed.contains(ByteKey(known)) && roots.contains { Self.isAt(known, orBelow: $0) }
        && !unreadable.contains { Self.isAt(known, orBelow: $0) }
    }.sorted { ByteKey($0) < ByteKey($1) }
  }

  private static func isAt(_ path: String, orBelow folder: String) -> Bool {
    ByteKey(path) == ByteKey(folder) || path.utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }
}

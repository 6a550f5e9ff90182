/// Why an index could not do what was asked, a case for each thing that the caller might do about it.
public enum IndexError: Error, Equatable {
  /// There is no index at the path: index something first, or name another folder.
  case notFound(path: String)
  /// The folder holds something else than an index: name another folder.
  case notAnIndex(path: String)
  /// A newer version of Reprise made the index: use that version.
  case newerVersion(path: String, detail: String)
  /// An older version of Reprise made the index, and this one cannot read it: index again.
  case olderVersion(path: String, detail: String)
  /// Another process writes to the index: wait for it, or end it.
  case locked(path: String, holder: Int?)
  /// Files of the index are damaged or missing: restore them, or index again.
  case damaged(path: String, detail: String)
  /// The query asks for something that cannot be searched: change the query.
  case badQuery(detail: String)
  /// No room is left: free some and go on from the last commit.
  case diskFull(path: String)
  /// A file could not be read or written.
  case inputOutput(path: String, detail: String)
  /// Something that was not foreseen.
  case unexpected(detail: String)
}

extension IndexError: CustomStringConvertible {
  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .notFound(let path):
      "there is no index at \(path); make one: reprise index \(path == ".reprise" ? "" : "--db \(path) ")FOLDER"
    case .notAnIndex(let path): "\(path) is not an index of Reprise and was left alone; name another folder"
    case .newerVersion(let path, let detail):
      "the index at \(path) was made by a newer version of Reprise (\(detail)); use that version"
    case .olderVersion(let path, let detail):
      """
      the index at \(path) was made by an older version of Reprise (\(detail)); index again into another folder, or have that \
      version write its articles ('reprise export --db \(path) --out articles.jsonl') and index these
      """
    case .locked(let path, let holder):
      "another process\(holder.map { " (\($0))" } ?? "") is writing to the index at \(path); wait for it to end"
    case .damaged(let path, let detail):
      "the index at \(path) is damaged: \(detail); restore it or index again"
    case .badQuery(let detail): "the query cannot be searched: \(detail)"
    case .diskFull(let path): "no room is left on the device of \(path); what was committed is safe"
    case .inputOutput(let path, let detail): "\(path): \(detail)"
    case .unexpected(let detail): "something unforeseen happened in the index: \(detail)"
    }
  }
}

internal import Archive
internal import Entities
internal import SearchIndex
internal import Synchronization

/// Archives open for requests that come at once; each is used by one at a time, and all are of the newest commit when a
/// request begins.
final class ArchivePool: Sendable {
  /// An archive that is lent to a request.
  struct Lease: Sendable {
    let archive: Archive
    /// The commit and the version of the alias file: answers of one edition are the same.
    let edition: Edition
  }

  /// What decides an answer beside the question.
  struct Edition: Sendable, Hashable {
    let commit: Int
    let aliases: Int
  }

  private struct State {
    var idle: [Lease] = []
    var edition: Edition?
    var mark: CommitMark?
    var aliases = AliasFile()
    var aliasVersion = 0
  }

  let path: String
  private let state: Mutex<State>

  init(path: String, aliases: AliasFile) {
    self.path = path
    state = Mutex(State(aliases: aliases))
  }

  /// Lends an archive for as long as `body` runs.
  func withArchive<Result>(_ body: (Lease) throws -> Result) throws -> Result {
    let lease = try taken()
    defer { giveBack(lease) }
    return try body(lease)
  }

  /// From now on archives know other aliases.
  func use(_ aliases: AliasFile) {
    state.withLock { state in
      state.aliases = aliases
      state.aliasVersion += 1
      state.idle = []
      state.edition = nil
      state.mark = nil
    }
  }

  /// What the user says of names.
  var aliases: AliasFile { state.withLock { $0.aliases } }

  private func taken() throws(ArchiveError) -> Lease {
    let mark = CommitMark(ofIndexAt: path)
    let (idle, aliases, version) = state.withLock { state -> (Lease?, AliasFile, Int) in
      if state.mark != mark { state.idle = [] }
      return (state.idle.popLast(), state.aliases, state.aliasVersion)
    }
    if let idle { return idle }
    let archive = try Archive(path: path, aliases: aliases)
    let edition = Edition(commit: archive.commit, aliases: version)
    state.withLock { state in
      guard state.aliasVersion == version, state.edition.map({ $0.commit <= edition.commit }) ?? true else {
        return
      }
      if state.edition != edition { state.idle = [] }
      // The mark from before the opening: where a commit came between, the next request looks again.
      (state.edition, state.mark) = (edition, mark)
    }
    return Lease(archive: archive, edition: edition)
  }

  private func giveBack(_ lease: Lease) {
    state.withLock { state in
      if state.edition == lease.edition { state.idle.append(lease) }
    }
  }
}

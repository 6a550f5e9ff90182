internal import Archive
internal import Entities
internal import SearchIndex
internal import Synchronization

/// The archive of the newest commit when a request begins, one for all requests, so that what it remembers serves them all.
///
/// Requests that are under way when a commit comes end with the archive that they began with.
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
    var lease: Lease?
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
    try body(taken())
  }

  /// From now on archives know other aliases.
  func use(_ aliases: AliasFile) {
    state.withLock { state in
      state.aliases = aliases
      state.aliasVersion += 1
      state.lease = nil
      state.mark = nil
    }
  }

  /// What the user says of names.
  var aliases: AliasFile { state.withLock { $0.aliases } }

  private func taken() throws(ArchiveError) -> Lease {
    let mark = CommitMark(ofIndexAt: path)
    let (known, aliases, version) = state.withLock { state in
      (state.mark == mark ? state.lease : nil, state.aliases, state.aliasVersion)
    }
    if let known { return known }
    let archive = try Archive(path: path, aliases: aliases)
    let lease = Lease(archive: archive, edition: Edition(commit: archive.commit, aliases: version))
    return state.withLock { state in
      guard state.aliasVersion == version else { return lease }
      if let other = state.lease {
        // Several that came at once opened it: all go on with the first, or the newest.
        if other.edition.commit > lease.edition.commit { return lease }
        if other.edition == lease.edition {
          state.mark = mark
          return other
        }
      }
      // The mark from before the opening: where a commit came between, the next request looks again.
      (state.lease, state.mark) = (lease, mark)
      return lease
    }
  }
}

public import Entities
internal import SearchIndex
internal import Synchronization

/// An archive for a program that answers for long, such as a server: each question is asked of the last commit.
///
/// Any number of threads may ask at once. When a writer commits, the next question opens that commit, once; those that
/// are under way go on with the one that they began with, whose files are closed when the last of them ends.
///
/// ```swift
/// let pool = try ArchivePool(path: "articles.reprise")
/// // on any thread, for each question:
/// let found = try pool.current().search("satellite intelligence")
/// // at the end:
/// pool.close()
/// ```
public final class ArchivePool: Sendable {
  private struct State {
    var archive: Archive?
    var version: CommitMark?
    /// Whether a thread is opening a newer commit.
    var isOpening = false
  }

  /// The folder of the index.
  public let path: String
  private let aliases: AliasFile
  private let state: Mutex<State>

  /// Opens an archive as its last commit left it.
  ///
  /// - Parameters:
  ///   - path: The folder of the index.
  ///   - aliases: What the user says of names.
  /// - Throws: ``ArchiveError/index(_:)`` where there is none, or none that this version can read.
  public init(path: String, aliases: AliasFile = AliasFile()) throws(ArchiveError) {
    self.path = path
    self.aliases = aliases
    // The version first: what is committed between the two is opened again, rather than missed.
    let version = CommitMark(ofIndexAt: path)
    state = Mutex(State(archive: try Archive(path: path, aliases: aliases), version: version))
  }

  /// The archive as its last commit left it; what it shows never changes, so that a question should use one to its end.
  ///
  /// It costs one look at a file, and the opening of the index where there is a newer commit. While one thread opens that,
  /// the others are given the commit before it.
  ///
  /// - Throws: ``ArchiveError/index(_:)`` where the newer commit cannot be opened, and ``ArchiveError/closed`` after
  ///   ``close()``.
  public func current() throws(ArchiveError) -> Archive {
    let version = CommitMark(ofIndexAt: path)
    let (known, mustOpen) = state.withLock { state -> (Archive?, Bool) in
      guard state.archive != nil, !state.isOpening, version != state.version else {
        return (state.archive, false)
      }
      state.isOpening = true
      return (state.archive, true)
    }
    guard let known else { throw .closed }
    return mustOpen ? try opened(version) : known
  }

  private func opened(_ version: CommitMark?) throws(ArchiveError) -> Archive {
    do throws(ArchiveError) {
      let newer = try Archive(path: path, aliases: aliases)
      state.withLock { state in
        state.isOpening = false
        guard state.archive != nil else { return }
        state.archive = newer
        state.version = version
      }
      return newer
    } catch {
      state.withLock { $0.isOpening = false }
      throw error
    }
  }

  /// Lets go of the index: further questions are refused, those under way end as they would have.
  public func close() { state.withLock { $0.archive = nil } }
}

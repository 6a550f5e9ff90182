public import Entities
internal import SearchIndex

/// An archive for a process that lives long: opened when it is first asked, and again when a commit has come.
public final class NewestArchive {
  /// The folder of the index.
  public let path: String
  private let aliases: AliasFile
  private var opened: (archive: Archive, mark: CommitMark)?

  /// - Parameters:
  ///   - path: The folder of the index; it need not be there yet.
  ///   - aliases: What the user says of names.
  public init(path: String, aliases: AliasFile = AliasFile()) {
    self.path = path
    self.aliases = aliases
  }

  /// The archive as the last commit left it.
  ///
  /// - Throws: ``ArchiveError/index(_:)`` where there is none, or none that this version can read.
  public func archive() throws(ArchiveError) -> Archive {
    let mark = CommitMark(ofIndexAt: path)
    if let opened, opened.mark == mark { return opened.archive }
    let archive = try Archive(path: path, aliases: aliases)
    opened = mark.map { (archive, $0) }
    return archive
  }
}

import Glibc

/// What tells one commit of an index from another without reading either: a look at the manifest's place on the disk.
///
/// Take it before a reader is opened: a commit that comes in between then shows as one that the reader does not have.
public struct CommitMark: Sendable, Equatable {
  private let file: UInt
  private let size: Int
  private let modified: Int
  private let fraction: Int

  /// The mark of the last commit; nil where there is no index, or none that may be read.
  public init?(ofIndexAt path: String) {
    var status = stat()
    guard stat(path + "/" + IndexDirectory.manifestName, &status) == 0 else { return nil }
    file = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
    fraction = Int(status.st_mtim.tv_nsec)
  }
}

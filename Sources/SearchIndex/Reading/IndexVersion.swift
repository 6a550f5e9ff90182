import Glibc

/// Tells one commit of an index from another, for the price of asking the system about one file.
public struct IndexVersion: Sendable, Equatable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The commit that an index has now; nil where there is no index.
  ///
  /// - Parameter path: The folder of the index.
  public init?(path: String) {
    var status = stat()
    guard stat(path + "/" + IndexDirectory.manifestName, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

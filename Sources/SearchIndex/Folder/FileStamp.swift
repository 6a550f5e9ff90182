import Glibc

/// What a file was like when it was published, by which damage is noticed before Xapian reads it.
///
/// Xapian trusts its files, and can crash on damaged ones. A file of the size and the time of modification that
/// it was published with is taken to be unharmed; any other, such as one of a copied index, is hashed.
struct FileStamp: Codable, Sendable, Equatable {
  var name: String
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  var hash: String

  /// The stamps of all files of a segment; its lock file is none of its content.
  static func stamps(of folder: DurableFolder) throws(IndexError) -> [FileStamp] {
    var stamps: [FileStamp] = []
    for name in try folder.names() where name != "flintlock" {
      stamps.append(try FileStamp(name, in: folder))
    }
    return stamps
  }

  /// The stamp of a file as it is now.
  init(_ name: String, in folder: DurableFolder) throws(IndexError) {
    let path = folder.path(of: name)
    guard let status = Self.status(path) else { throw DurableFolder.failure(path) }
    self.name = name
    size = status.size
    modified = status.modified
    hash = FileDigest.digits(try FileDigest.hash(ofFile: path))
  }

  /// Throws where the file is not the one that was published.
  ///
  /// - Parameter index: The folder of the index, for the message.
  func check(in folder: DurableFolder, index: String) throws(IndexError) {
    let path = folder.path(of: name)
    guard let status = Self.status(path) else { throw .damaged(path: index, detail: "\(path) is missing") }
    if status.size == size && status.modified == modified { return }
    if status.size == size, try FileDigest.digits(FileDigest.hash(ofFile: path)) == hash { return }
    throw .damaged(path: index, detail: "\(path) is not as it was written")
  }

  private static func status(_ path: String) -> (size: Int, modified: Int)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }
}

import Glibc
import Storage

/// What a file was like when it was published, by which damage is noticed.
///
/// Xapian trusts its files, and can crash on damaged ones. Its tables are checked block by block as they are read
/// (``BlockHashes``), so that an opening need only look at their sizes; small files are hashed each time. A large
/// file of another kind, or of a segment without hashes of its blocks, is hashed where its time is not the one that
/// it was published with.
struct FileStamp: Codable, Sendable, Equatable {
  /// The bytes up to which a file is hashed at every opening.
  private static let smallBytes = 256 << 10

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

  init(name: String, size: Int, modified: Int, hash: String) {
    self.name = name
    self.size = size
    self.modified = modified
    self.hash = hash
  }

  /// The stamp of a file as it is now.
  init(_ name: String, in folder: DurableFolder) throws(IndexError) {
    let path = folder.path(of: name)
    guard let status = try folder.status(of: name) else { throw DurableFolder.failure(path, ENOENT) }
    self.name = name
    size = status.size
    modified = status.modified
    hash = FileDigest.digits(try FileDigest.hash(ofFile: name, in: folder))
  }

  /// Whether the blocks of the file are checked as they are read, where there are hashes of them: by the shim for what
  /// Xapian reads, by a ``CheckedFile`` for what is mapped.
  var isTable: Bool { name.hasSuffix(".glass") || name.hasSuffix(".table") }

  /// Throws where a file is not the one that was published.
  ///
  /// - Parameters:
  ///   - index: The folder of the index, for the message.
  ///   - isCheckedInReading: Whether every read of it is checked, so that its size alone says enough here.
  func check(
    in folder: DurableFolder, index: String, isCheckedInReading: Bool = false
  ) throws(IndexError) {
    let path = folder.path(of: name)
    guard let status = try folder.status(of: name) else {
      throw .damaged(path: index, detail: "\(path) is missing")
    }
    if let oddity = Self.oddity(of: status) { throw .damaged(path: index, detail: "\(path) \(oddity)") }
    if status.size == size {
      if isCheckedInReading { return }
      if status.modified == modified && size > Self.smallBytes { return }
      if try FileDigest.digits(FileDigest.hash(ofFile: name, in: folder)) == hash { return }
    }
    throw .damaged(path: index, detail: "\(path) is not as it was written")
  }

  /// What is wrong with a file, every byte of it read; nil for nothing.
  func damage(in folder: DurableFolder) throws(IndexError) -> String? {
    guard let status = try folder.status(of: name) else { return "is missing" }
    if let oddity = Self.oddity(of: status) { return oddity }
    if status.size != size { return "has \(status.size) bytes, not \(size)" }
    return try FileDigest.digits(FileDigest.hash(ofFile: name, in: folder)) == hash
      ? nil : "is not as it was written"
  }

  /// Whether a file is one that an index could have, so that it can be read to its end.
  static func mayHash(_ name: String, in folder: DurableFolder) -> Bool {
    guard let status = try? folder.status(of: name) else { return false }
    return oddity(of: status) == nil
  }

  /// What no file of an index is; nil where there is nothing of the kind.
  private static func oddity(of status: FileStatus) -> String? {
    if status.kind != .file { return "is no regular file" }
    return status.isSparse ? "has holes: little of it is on the disk" : nil
  }
}

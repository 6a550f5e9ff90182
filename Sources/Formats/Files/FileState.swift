internal import Glibc

/// What the file system says of a file, links followed.
struct FileState {
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  let isFolder: Bool
  /// Whether it has a size and can be read again; pipes and devices have not.
  let isRegular: Bool
  /// The same for two paths that lead to one file.
  let identity: Identity

  /// A file's number on its device.
  struct Identity: Hashable {
    let device: UInt
    let file: UInt
  }

  /// Asks the file system; fails with what it answers.
  init(path: String) throws(SystemError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError() }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    identity = Identity(device: UInt(status.st_dev), file: UInt(status.st_ino))
  }
}

/// An error of the operating system.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error that the last call left behind.
  init() { code = errno }
  init(code: Int32) { self.code = code }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The system's own words: "Permission denied".
  var words: String { String(cString: strerror(code)) }
}

extension Refusal {
  /// A file that cannot be read, for a reason that the system gives.
  init(_ error: SystemError, path: String, at location: SourceLocation? = nil) {
    let location = location ?? SourceLocation(file: path)
    // The location says the path already, unless it is that of a record which names the file.
    let file = location.file == path ? "the file" : path
    if error.isMissing {
      self.init(
        .missingFile, at: location, "\(file) is not there; check the path, or the link that leads there")
    } else {
      self.init(.unreadable, at: location, "\(file) cannot be read: \(error.words)")
    }
  }
}

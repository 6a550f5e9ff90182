import Glibc

/// A folder of an index, whose changes are made to last: written, synced, and only then visible under their names.
///
/// An index may come from somebody else. The folder at the root is the one that the user named, and links on the way to it
/// are followed; below it nothing is: each folder is opened by its name in the one above, without following a link, and a
/// file is opened only if it is a regular one. So nothing outside the root is ever read, written or removed through it,
/// whatever lies in it, and no pipe or device is waited for.
package struct DurableFolder: Sendable, Hashable {
  /// The folder that the user named.
  private let root: String
  /// The names of the folders from the root down to this one.
  private let steps: [String]

  /// The folder at a path, which is trusted.
  package init(_ path: String) { self.init(root: path, steps: []) }

  private init(root: String, steps: [String]) {
    self.root = root
    self.steps = steps
  }

  /// The path of the folder, for messages and for libraries that open files by themselves.
  package var path: String { steps.isEmpty ? root : root + "/" + steps.joined(separator: "/") }

  /// The path of what has a name in the folder.
  package func path(of name: String) -> String { path + "/" + name }

  /// A folder below this one: a name, or several with a `/` between them.
  package func subfolder(_ name: String) -> DurableFolder {
    DurableFolder(root: root, steps: steps + name.split(separator: "/").map(String.init))
  }

  /// The folder above, and the name in it; nil for the root.
  package var parent: (folder: DurableFolder, name: String)? {
    steps.last.map { (DurableFolder(root: root, steps: steps.dropLast()), $0) }
  }

  // MARK: Access

  /// Gives a descriptor of the folder to `body`, good until it returns.
  ///
  /// - Returns: What `body` returns; nil where the folder is missing.
  package func withDescriptor<Result>(
    _ body: (Int32) throws(IndexError) -> Result
  ) throws(IndexError) -> Result? {
    var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return try Self.missing(root) }
    defer { close(folder) }
    for (place, name) in steps.enumerated() {
      try Self.check(name, in: path)
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else {
        let number = errno
        let path = DurableFolder(root: root, steps: Array(steps[...place])).path
        if number == ENOENT { return nil }
        throw foreign(path) ?? Self.failure(path, number)
      }
      close(folder)
      folder = next
    }
    return try body(folder)
  }

  /// Gives a descriptor of the folder, which must be there, to `body`.
  package func withExisting<Result>(
    _ body: (Int32) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    guard let result = try withDescriptor(body) else { throw Self.failure(path, ENOENT) }
    return result
  }

  /// Nil where `errno` says that something is missing; throws for anything else.
  private static func missing<Result>(_ path: String) throws(IndexError) -> Result? {
    if errno == ENOENT { return nil }
    throw failure(path)
  }

  /// Throws for what is no plain name: a library that hands in another would leave the folder.
  private static func check(_ name: String, in path: String) throws(IndexError) {
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")),
      !name.utf8.contains(0)
    else { throw .damaged(path: path, detail: "\"\(name)\" is no name of a file of an index") }
  }

  /// What is to be said of a link, a pipe or the like where a file or a folder should be; nil where there is none.
  private func foreign(_ path: String) -> IndexError? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFLNK:
      return .damaged(path: root, detail: "\(path) is a link, which no index has; it was not followed")
    case S_IFREG, S_IFDIR: return nil
    default: return .damaged(path: root, detail: "\(path) is neither a file nor a folder")
    }
  }

  // MARK: Files

  /// Opens a regular file for reading; nil where there is none.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` for what is no regular file.
  /// - Returns: A descriptor, which is the caller's to close.
  package func openFile(_ name: String) throws(IndexError) -> Int32? {
    try Self.check(name, in: path)
    return try withDescriptor { folder throws(IndexError) -> Int32? in
      // A pipe is not waited for.
      try opened(openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), name)
    } ?? nil
  }

  /// Opens a regular file for reading and writing, and makes it where there is none; nothing in it changes.
  package func openOrMake(_ name: String) throws(IndexError) -> Int32 {
    try Self.check(name, in: path)
    let file = try withExisting { folder throws(IndexError) -> Int32? in
      try opened(openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666), name)
    }
    guard let file else { throw Self.failure(path(of: name), ENOENT) }
    return file
  }

  /// Makes a file for writing, which must not exist.
  package func makeFile(_ name: String) throws(IndexError) -> Int32 {
    try Self.check(name, in: path)
    return try withExisting { folder throws(IndexError) in
      let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw Self.failure(path(of: name)) }
      return file
    }
  }

  /// The descriptor that the system gave, if it is one of a regular file.
  private func opened(_ file: Int32, _ name: String) throws(IndexError) -> Int32? {
    let number = errno
    guard file >= 0 else {
      if number == ENOENT { return nil }
      throw foreign(path(of: name)) ?? Self.failure(path(of: name), number)
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .damaged(path: root, detail: "\(path(of: name)) is no regular file")
    }
    return file
  }

  /// What the system says of what has a name in the folder, links not followed; nil where there is nothing.
  package func status(of name: String) throws(IndexError) -> FileStatus? {
    try Self.check(name, in: path)
    return try withDescriptor { folder throws(IndexError) -> FileStatus? in
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        return try Self.missing(path(of: name))
      }
      return FileStatus(status)
    } ?? nil
  }

  /// The error for what `errno` says.
  package static func failure(_ path: String, _ number: Int32 = errno) -> IndexError {
    if number == ENOSPC || number == EDQUOT { return .diskFull(path: path) }
    return .inputOutput(path: path, detail: String(cString: strerror(number)))
  }
}

/// What the system says of a file.
package struct FileStatus: Sendable {
  /// What it is.
  package enum Kind: Sendable { case file, folder, other }

  package let kind: Kind
  /// Its bytes.
  package let size: Int
  /// When it was changed, in nanoseconds since 1970.
  package let modified: Int
  /// The user that it belongs to.
  package let owner: UInt32
  /// Whether far fewer bytes are on the disk than it has: no file of an index is like that.
  package let isSparse: Bool

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    owner = status.st_uid
    // A compressing file system may store our files in half of their size, not in a sixty-fourth.
    isSparse = size > 64 << 20 && Int(status.st_blocks) &* 512 < size / 64
  }
}

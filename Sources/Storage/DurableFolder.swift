import Glibc

/// A folder whose changes are made to last: written, synced, and only then visible under their names.
package struct DurableFolder: Sendable, Hashable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package func path(of name: String) -> String { path + "/" + name }

  package func subfolder(_ name: String) -> DurableFolder { DurableFolder(path(of: name)) }

  package var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Throws where a folder below this one is a link, or something else: what is in it would lie elsewhere.
  ///
  /// - Parameter name: The names of folders from this one down, with a `/` between them; one that is missing is no error.
  package func checkFolders(to name: String) throws(IndexError) {
    var below = path
    for step in name.split(separator: "/") {
      below += "/" + step
      var status = stat()
      guard lstat(below, &status) == 0 else {
        if errno == ENOENT { return }
        throw Self.failure(below)
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .damaged(path: path, detail: "\(below) is a link, or no folder; nothing was touched")
      }
    }
  }

  /// Makes the folder, and those above it, unless they are there.
  package func create() throws(IndexError) {
    if exists { return }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if parent != "/" && parent != "." { try DurableFolder(parent).create() }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Self.failure(path) }
    try Self.sync(parent)
  }

  /// The names of what the folder holds, in order; none where it is missing.
  package func names() throws(IndexError) -> [String] {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return [] }
      throw Self.failure(path)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file; nil where there is none.
  package func read(_ name: String) throws(IndexError) -> [UInt8]? {
    let path = path(of: name)
    // Neither a link is followed nor a pipe waited for.
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Self.failure(path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged(path: self.path, detail: "\(path) is no regular file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] }
      if count == 0 { return bytes }
      if count < 0 && errno != EINTR { throw Self.failure(path) }
    }
  }

  /// Writes a file and waits until the disk has it; the folder's entry for it needs ``sync()``.
  package func write(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    let path = path(of: name)
    // A new file, whatever was there: what a link of that name leads to stays as it is.
    guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure(path) }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.failure(path) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno != EINTR { throw Self.failure(path) }
      written += max(0, count)
    }
    guard fsync(file) == 0 else { throw Self.failure(path) }
  }

  /// Puts a file in the place of another in one step: at any moment one of the two is there, whole.
  package func replace(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    try write(name + ".new", bytes)
    guard rename(path(of: name + ".new"), path(of: name)) == 0 else { throw Self.failure(path(of: name)) }
    try sync()
  }

  /// Gives a file or a folder another name, which may lie in another folder below this one.
  package func replaceName(_ name: String, by other: String) throws(IndexError) {
    guard rename(path(of: name), path(of: other)) == 0 else { throw Self.failure(path(of: name)) }
    try sync()
  }

  /// Waits until the disk has the folder's entries.
  package func sync() throws(IndexError) { try Self.sync(path) }

  /// Waits until the disk has all files of the folder, and the folder itself.
  package func syncContents() throws(IndexError) {
    for name in try names() { try Self.sync(path(of: name)) }
    try sync()
  }

  /// Removes a file or a folder with all that it holds; one that is missing is no error.
  package func remove(_ name: String) throws(IndexError) {
    let path = path(of: name)
    if unlink(path) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw Self.failure(path) }
    try subfolder(name).removeAll()
  }

  /// Removes the folder with everything in it, if it is there.
  package func removeAll() throws(IndexError) {
    for name in try names() { try remove(name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw Self.failure(path) }
  }

  /// The bytes of all files of the folder and below.
  package func size() throws(IndexError) -> Int {
    var total = 0
    for name in try names() {
      var status = stat()
      guard stat(path(of: name), &status) == 0 else { continue }
      total += status.st_mode & S_IFMT == S_IFDIR ? try subfolder(name).size() : Int(status.st_size)
    }
    return total
  }

  private static func sync(_ path: String) throws(IndexError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  /// The error for what `errno` says.
  package static func failure(_ path: String) -> IndexError {
    let number = errno
    if number == ENOSPC || number == EDQUOT { return .diskFull(path: path) }
    return .inputOutput(path: path, detail: String(cString: strerror(number)))
  }
}

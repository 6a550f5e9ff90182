import Glibc

extension DurableFolder {
  /// Whether the folder is there, and is one.
  package var exists: Bool { ((try? withDescriptor { _ in true }) ?? nil) ?? false }

  /// Makes the folder, and those above it, unless they are there.
  package func create() throws(IndexError) {
    if try withDescriptor({ _ in true }) != nil { return }
    guard let (parent, name) = parent else { return try Self.createRoot(path) }
    try parent.create()
    try parent.withExisting { folder throws(IndexError) in
      guard mkdirat(folder, name, 0o777) == 0 || errno == EEXIST else { throw Self.failure(path) }
    }
    try parent.sync()
  }

  /// Makes the folder, which must not exist, in one that does.
  package func createNew() throws(IndexError) {
    guard let (parent, name) = parent else {
      guard mkdir(path, 0o777) == 0 else { throw Self.failure(path) }
      return
    }
    try parent.withExisting { folder throws(IndexError) in
      guard mkdirat(folder, name, 0o777) == 0 else { throw Self.failure(path) }
    }
  }

  /// Makes the folder that the user named, and those above it.
  private static func createRoot(_ path: String) throws(IndexError) {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if parent != "/" && parent != "." { try DurableFolder(parent).create() }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
    try DurableFolder(parent).sync()
  }

  // MARK: Reading

  /// The names of what the folder holds, in order; none where it is missing.
  package func names() throws(IndexError) -> [String] {
    try withDescriptor { folder throws(IndexError) -> [String] in
      // A descriptor of its own, which the listing closes.
      guard let directory = fdopendir(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
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
    } ?? []
  }

  /// The bytes of a regular file; nil where there is none.
  ///
  /// - Parameter most: The bytes that it may have; a longer one is damaged.
  package func read(_ name: String, most: Int = 1 << 30) throws(IndexError) -> [UInt8]? {
    guard let file = try openFile(name) else { return nil }
    defer { close(file) }
    var known = stat()
    if fstat(file, &known) == 0, known.st_size > most { throw tooLarge(name, most) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] }
      if count == 0 { return bytes }
      if count < 0 && errno != EINTR { throw Self.failure(path(of: name)) }
      guard bytes.count <= most else { throw tooLarge(name, most) }
    }
  }

  private func tooLarge(_ name: String, _ most: Int) -> IndexError {
    .damaged(path: path, detail: "\(path(of: name)) has more than \(most) bytes")
  }

  /// The bytes of the files with some names, here and in all folders with such names below.
  package func size(of isOwn: (String) -> Bool) throws(IndexError) -> Int {
    var total = 0
    for name in try names() where isOwn(name) {
      guard let status = try status(of: name) else { continue }
      switch status.kind {
      case .file: total += status.size
      case .folder: total += try subfolder(name).size(of: isOwn)
      case .other: break
      }
    }
    return total
  }

  /// Whether a file may be written by this process, links not followed.
  package func mayWrite(_ name: String) -> Bool {
    let answer = try? withDescriptor { folder in
      faccessat(folder, name, W_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) == 0
    }
    return answer.flatMap { $0 } ?? false
  }

  // MARK: Writing

  /// Writes a file, which takes the place of a file or a link of that name, and waits until the disk has it; the folder's
  /// entry for it needs ``sync()``.
  package func write(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    try removeFile(name)
    let file = try makeFile(name)
    defer { close(file) }
    try Self.write(bytes, to: file, path(of: name))
    guard fsync(file) == 0 else { throw Self.failure(path(of: name)) }
  }

  private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(IndexError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno != EINTR { throw failure(path) }
      written += max(0, count)
    }
  }

  /// Puts a file in the place of another in one step: at any moment one of the two is there, whole.
  package func replace(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    try write(name + ".new", bytes)
    try move(name + ".new", to: self, as: name)
  }

  /// Gives a file or a folder another place below the same root.
  package func move(_ name: String, to other: DurableFolder, as newName: String) throws(IndexError) {
    try withExisting { from throws(IndexError) in
      try other.withExisting { to throws(IndexError) in
        guard renameat(from, name, to, newName) == 0 else { throw Self.failure(path(of: name)) }
      }
    }
    try other.sync()
  }

  /// Waits until the disk has the folder's entries.
  package func sync() throws(IndexError) {
    try withExisting { folder throws(IndexError) in
      guard fsync(folder) == 0 else { throw Self.failure(path) }
    }
  }

  /// Waits until the disk has all files of the folder, and the folder itself.
  package func syncContents() throws(IndexError) {
    for name in try names() {
      guard let file = try openFile(name) else { continue }
      defer { close(file) }
      guard fsync(file) == 0 else { throw Self.failure(path(of: name)) }
    }
    try sync()
  }

  // MARK: Removing

  /// Removes a file, or a link but not what it leads to; one that is missing is no error.
  package func removeFile(_ name: String) throws(IndexError) {
    _ = try withDescriptor { folder throws(IndexError) in
      guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else { throw Self.failure(path(of: name)) }
    }
  }

  /// Removes a folder with the files of some names in it.
  ///
  /// Anything else in it stays, and then the folder does; one that is missing is no error.
  ///
  /// - Returns: Whether it is gone.
  @discardableResult
  package func removeFolder(_ name: String, with isOwn: (String) -> Bool) throws(IndexError) -> Bool {
    let inner = subfolder(name)
    guard try status(of: name)?.kind == .folder else { return try status(of: name) == nil }
    for file in try inner.names() where isOwn(file) {
      if try inner.status(of: file)?.kind == .file { try inner.removeFile(file) }
    }
    return try withExisting { folder throws(IndexError) in
      if unlinkat(folder, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
      guard errno == ENOTEMPTY || errno == EEXIST else { throw Self.failure(path(of: name)) }
      return false
    }
  }
}

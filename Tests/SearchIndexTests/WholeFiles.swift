import Glibc

/// Files and folders as a whole, told by their paths.
enum WholeFiles {
  /// The names in a folder, in order.
  static func names(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
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

  /// Removes a file, or a folder with all that it holds.
  static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(path) { remove(path + "/" + name) }
    rmdir(path)
  }

  /// Copies a folder with all that it holds.
  static func copy(_ path: String, to copy: String) {
    if let bytes = bytes(path) { return write(copy, bytes) }
    mkdir(copy, 0o777)
    for name in names(path) { self.copy(path + "/" + name, to: copy + "/" + name) }
  }

  static func write(_ path: String, _ text: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    _ = Glibc.write(file, text, text.utf8.count)
    close(file)
  }

  static func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    return pread(file, &bytes, bytes.count, 0) == bytes.count ? bytes : nil
  }

  static func write(_ path: String, _ bytes: [UInt8]) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  /// Writes bytes into a file whose time of modification stays, as when a disk fails.
  static func writeKeepingTime(_ path: String, _ bytes: [UInt8]) {
    var status = stat()
    stat(path, &status)
    write(path, bytes)
    utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0)
  }
}

internal import Glibc

/// The entries of a folder.
package enum Folder {
  /// Something in a folder.
  struct Entry {
    let name: String
    /// Whether it is a link, or the file system does not say.
    let mayBeLink: Bool
  }

  /// What is in a folder, in the order of the bytes of the names, without what is hidden; nil stands for each name
  /// that is not UTF-8.
  static func entries(in path: String) throws(SystemError) -> [Entry?] {
    guard let folder = opendir(path) else { throw SystemError() }
    defer { closedir(folder) }
    var entries: [Entry] = []
    var unreadable = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
      }
      guard let name else {
        unreadable += 1
        continue
      }
      let kind = Int(entry.pointee.d_type)
      if name.utf8.first != UInt8(ascii: ".") {
        entries.append(Entry(name: name, mayBeLink: kind == Int(DT_LNK) || kind == Int(DT_UNKNOWN)))
      }
    }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entries + Array(repeating: nil, count: unreadable)
  }

  /// The path of something in a folder.
  static func path(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The path without links and dots; nil where there is nothing.
  ///
  /// The system is asked for the path of what it opens, which it goes through once: `realpath` begins anew for each folder
  /// of it, so that a file would take time with the square of its depth.
  package static func realPath(_ path: String) -> String? {
    let file = open(path, pathOnly | O_CLOEXEC)
    guard file >= 0 else { return slowRealPath(path) }
    defer { close(file) }
    var resolved = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/fd/\(file)", &resolved, resolved.count)
    let bytes = resolved.prefix(max(0, count)).map(UInt8.init(bitPattern:))
    guard count < resolved.count, bytes.first == UInt8(ascii: "/") else { return slowRealPath(path) }
    return String(validating: bytes, as: UTF8.self)
  }

  /// `O_PATH` of Linux, which is not among what is imported: the file is found, and not opened for reading.
  private static let pathOnly: Int32 = 0o10_000_000

  /// The same where the system does not tell it, as without `/proc`.
  private static func slowRealPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// Whether a path, without links and dots, lies in a folder.
  static func holds(_ folder: String, _ path: String) -> Bool {
    path.utf8.starts(with: (folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/").utf8)
  }

  /// The last part of a path that is given: the name of the folder or file.
  static func lastName(of path: String) -> String? {
    path.split(separator: "/").last.map(String.init)
  }

  /// The name of the folder that a file is in, found through links and dots.
  static func nameOfFolder(holding path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return realPath(".").flatMap(lastName) }
    return realPath(String(path[...slash])).flatMap(lastName)
  }
}

internal import Glibc

/// The entries of a folder.
enum Folder {
  /// The names in a folder, in the order of their bytes, without hidden ones; nil stands for each name that
  /// is not UTF-8.
  static func names(in path: String) throws(SystemError) -> [String?] {
    guard let folder = opendir(path) else { throw SystemError() }
    defer { closedir(folder) }
    var names: [String] = []
    var unreadable = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
      }
      guard let name else {
        unreadable += 1
        continue
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names + Array(repeating: nil, count: unreadable)
  }

  /// The path of something in a folder.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path without links and dots; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
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

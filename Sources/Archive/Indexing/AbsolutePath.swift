internal import Formats
internal import Glibc

/// Paths made independent of the folder in which the command was given.
enum AbsolutePath {
  /// The path with links followed where it exists, else with the working folder in front; without a `/` at
  /// the end.
  static func of(_ path: String) -> String {
    if let resolved = Folder.realPath(path) { return resolved }
    let slash = UInt8(ascii: "/")
    let whole = path.utf8.first == slash ? path : workingFolder + "/" + path
    return whole.utf8.count > 1 && whole.utf8.last == slash ? String(whole.dropLast()) : whole
  }

  private static var workingFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }
}

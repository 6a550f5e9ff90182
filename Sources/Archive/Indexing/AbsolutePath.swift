internal import Glibc

/// Paths made independent of the folder in which the command was given.
enum AbsolutePath {
  /// The path with links followed where it exists, else with the working folder in front; without a `/` at
  /// the end.
  static func of(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }

  private static var workingFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }
}

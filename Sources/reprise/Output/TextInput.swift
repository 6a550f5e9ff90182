internal import Archive
@preconcurrency internal import Glibc

/// Reads a text that the command line names.
enum TextInput {
  /// The whole of a file, or of standard input for `-`.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be read or is not UTF-8.
  static func read(_ path: String) throws(ArchiveError) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw .unreadableText(path: name(of: path), detail: "is not UTF-8; convert it, for instance with iconv")
    }
    return text
  }

  /// How a path is named in a message.
  static func name(of path: String) -> String { path == "-" ? "(standard input)" : path }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be read.
  static func bytes(_ path: String) throws(ArchiveError) -> [UInt8] {
    let name = name(of: path)
    guard let file = path == "-" ? stdin : fopen(path, "rb") else {
      throw .unreadableText(path: name, detail: "cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { if path != "-" { fclose(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard ferror(file) == 0 else {
      throw .unreadableText(path: name, detail: "cannot be read: \(String(cString: strerror(errno)))")
    }
    return bytes
  }
}

internal import Archive
internal import Articles
internal import Formats
@preconcurrency internal import Glibc

/// Reads a text that the command line names.
enum TextInput {
  /// The whole of a file, or of standard input for `-`.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be read or is not UTF-8.
  static func read(_ path: String) throws(ArchiveError) -> String {
    if let text = String(validating: try bytes(path), as: UTF8.self) { return text }
    guard path != "-" else {
      throw .unreadableText(path: name(of: path), detail: "is not UTF-8; convert it, for instance with iconv")
    }
    return try text(ofDocument: path)
  }

  /// The text of a file that is no text itself: a Word document, a PDF.
  private static func text(ofDocument path: String) throws(ArchiveError) -> String {
    var source = ArticleSource(paths: [path])
    var texts: [String] = []
    var refusal: Refusal?
    while let event = source.next() {
      switch event {
      case .article(let article, _, _): texts.append(article.text)
      case .refused(let refused): refusal = refusal ?? refused
      case .warning, .leftOut: continue
      }
    }
    guard !texts.isEmpty else {
      throw .unreadableText(
        path: name(of: path), detail: "cannot be read: \(refusal?.message ?? "there is no text")")
    }
    return texts.joined(separator: "\n\n")
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
      guard bytes.count <= ReadingOptions.defaultRecordLimit else {
        throw .unreadableText(
          path: name,
          detail: "has more than \(ReadingOptions.defaultRecordLimit) bytes, which no text of news has")
      }
    }
    guard ferror(file) == 0 else {
      throw .unreadableText(path: name, detail: "cannot be read: \(String(cString: strerror(errno)))")
    }
    return bytes
  }
}

internal import Archive
internal import Glibc

/// Writes a file that the command line names.
enum TextOutput {
  /// Puts a text in the place of a file at once: whoever looks sees the old file or the new one, never half.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be written.
  static func write(_ text: String, to path: String) throws(ArchiveError) {
    let draft = path + ".new"
    guard let file = fopen(draft, "wb") else { throw failure(path) }
    var text = text
    let count = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    let isWritten = count == text.utf8.count
    guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  private static func failure(_ path: String) -> ArchiveError {
    .unreadableText(path: path, detail: "cannot be written: \(String(cString: strerror(errno)))")
  }
}

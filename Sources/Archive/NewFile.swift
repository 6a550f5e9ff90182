internal import Glibc

/// A file in the making, which takes the place of the one of its name when it is whole, and not before.
///
/// Until then it has a name of its own that nothing else has. Only a regular file is replaced: what a link leads to, a
/// pipe or a device stays as it is.
package final class NewFile {
  private let path: String
  private let draft: String
  private var file: UnsafeMutablePointer<FILE>?

  /// Begins a file beside the one that it will be.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be written, or where there is something else
  ///   of its name.
  package init(path: String) throws(ArchiveError) {
    self.path = path
    try Self.checkReplaceable(path)
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    var template = Array((folder + ".reprise-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    draft = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw Self.failure(path) }
    // As any new file of the user's; the template's files are their owner's alone.
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
    file = fdopen(descriptor, "wb")
    guard file != nil else {
      let error = Self.failure(path)
      close(descriptor)
      unlink(draft)
      throw error
    }
  }

  /// Puts a text in the place of a file at once: whoever looks sees the old file or the new one, never half.
  package static func write(_ text: String, to path: String) throws(ArchiveError) {
    let file = try NewFile(path: path)
    try file.write(Array(text.utf8))
    try file.finish()
  }

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) throws(ArchiveError) {
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { throw Self.failure(path) }
  }

  /// Puts the file in its place, once the disk has all of it.
  package func finish() throws(ArchiveError) {
    guard let open = file else { return }
    try Self.checkReplaceable(path)
    guard fflush(open) == 0, fsync(fileno(open)) == 0, rename(draft, path) == 0 else {
      throw Self.failure(path)
    }
    file = nil
    fclose(open)
  }

  deinit {
    // What was not finished is not kept.
    guard let file else { return }
    fclose(file)
    unlink(draft)
  }

  private static func checkReplaceable(_ path: String) throws(ArchiveError) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG else { return }
    throw .unreadableText(
      path: path,
      detail: "is no regular file, and only such a one is replaced; name another, or write to standard output"
    )
  }

  private static func failure(_ path: String) -> ArchiveError {
    .unreadableText(path: path, detail: "cannot be written: \(String(cString: strerror(errno)))")
  }
}

internal import Archive
internal import Glibc

/// A file in the making, which takes the place of the one of its name when it is whole, and not before.
final class DraftFile {
  private let path: String
  private let draft: String
  private var file: UnsafeMutablePointer<FILE>?

  /// Begins a file beside the one that it will be.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where it cannot be written.
  init(path: String) throws(ArchiveError) {
    self.path = path
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .unreadableText(
        path: path,
        detail: "is no regular file, and is left as it is; name another, or write to standard output")
    }
    // A name that nobody has: nothing that is there is written over, whatever it leads to.
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    draft = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw failure() }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
    file = fdopen(descriptor, "wb")
    if file == nil { throw failure() }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(ArchiveError) {
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { throw failure() }
  }

  /// Puts the file in its place, once the disk has all of it.
  func finish() throws(ArchiveError) {
    guard let open = file else { return }
    guard fflush(open) == 0, fsync(fileno(open)) == 0, rename(draft, path) == 0 else { throw failure() }
    file = nil
    fclose(open)
  }

  deinit {
    // What was not finished is not kept.
    guard let file else { return }
    fclose(file)
    unlink(draft)
  }

  private func failure() -> ArchiveError {
    .unreadableText(path: path, detail: "cannot be written: \(String(cString: strerror(errno)))")
  }
}

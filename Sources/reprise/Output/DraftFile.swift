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
    draft = path + ".new"
    file = fopen(draft, "wb")
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

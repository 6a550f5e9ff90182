internal import FoundationEssentials
internal import Glibc

/// What changes in files and folders, as the system tells it (inotify), those below included.
///
/// Where a file system tells nothing, such as one of another machine, a look at everything once a minute takes its place.
final class FileEvents {
  /// Without a word from the system, paths are looked at after so many seconds.
  static let patience = 60
  /// A change is over once nothing has come for so many milliseconds.
  private static let quietMilliseconds: Int32 = 300
  /// A change that does not end is told after so many rounds of that.
  private static let mostRounds = 10

  private let descriptor: Int32
  private let paths: [String]
  private static let mask = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)

  /// Watches some paths; those that are not there are looked for with each change.
  init(_ paths: [String]) {
    self.paths = paths
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    watchAll()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches every folder that is there; one that is watched already stays so.
  private func watchAll() {
    guard descriptor >= 0 else { return }
    for path in paths {
      inotify_add_watch(descriptor, path, Self.mask)
      // A file that is replaced by another of its name is seen from its folder.
      if let slash = path.lastIndex(of: "/") {
        inotify_add_watch(descriptor, slash == path.startIndex ? "/" : String(path[..<slash]), Self.mask)
      } else {
        inotify_add_watch(descriptor, ".", Self.mask)
      }
      watchFolders(below: path)
    }
  }

  private func watchFolders(below path: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      let inner = path + "/" + name
      var status = stat()
      // Links are not followed here: one that leads back would never end.
      guard lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      inotify_add_watch(descriptor, inner, Self.mask)
      watchFolders(below: inner)
    }
  }

  /// Waits for a change.
  ///
  /// - Parameters:
  ///   - seconds: How long at the most.
  ///   - isCancelled: Asked each second.
  /// - Returns: Whether something changed.
  func wait(seconds: Int, isCancelled: () -> Bool) -> Bool {
    for _ in 0..<max(1, seconds) where !isCancelled() {
      guard take(milliseconds: 1000) else { continue }
      for _ in 0..<Self.mostRounds where !isCancelled() && take(milliseconds: Self.quietMilliseconds) {}
      watchAll()
      return true
    }
    return false
  }

  /// Takes what the system has told; false where nothing came in that time.
  private func take(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    return true
  }
}

import Glibc
import Storage

/// The right to write to an index, held by one process at a time and given back when the value goes.
///
/// The kernel lets go of the lock when the process ends, however it ends; the file stays, with the id of
/// the last holder in it, for the message that the next one gets.
final class IndexLock {
  private let file: Int32

  /// The name of its file.
  static let name = "lock"

  init(_ folder: DurableFolder) throws(IndexError) {
    let path = folder.path(of: Self.name)
    // From here on the file is given back by the end of the value, which a throwing initialiser has too.
    file = try folder.openOrMake(Self.name)
    guard Self.isOwn(file) else {
      throw .damaged(path: folder.path, detail: "\(path) holds something else than the number of a process")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? Self.held(folder) : DurableFolder.failure(path)
    }
    let holder = Array("\(getpid())\n".utf8)
    guard ftruncate(file, 0) == 0, write(file, holder, holder.count) == holder.count else {
      throw DurableFolder.failure(path)
    }
  }

  deinit {
    // Not by closing alone: a process that another thread has just forked still has the file open.
    _ = flock(file, LOCK_UN)
    close(file)
  }

  /// More than the number of any process.
  private static let mostBytes = 32

  /// Whether a file is one that a lock writes: it has one name, and holds digits or nothing.
  private static func isOwn(_ file: Int32) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_nlink <= 1, status.st_size <= mostBytes else { return false }
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    let count = pread(file, &bytes, mostBytes, 0)
    return count >= 0 && bytes[..<count].allSatisfy { (0x30...0x39).contains($0) || $0 == 0x0A }
  }

  private static func held(_ folder: DurableFolder) -> IndexError {
    let text = (try? folder.read(name, most: Self.mostBytes)).flatMap { $0 }.map {
      String(decoding: $0, as: UTF8.self)
    }
    return .locked(path: folder.path, holder: text.flatMap { Int($0.prefix { $0 != "\n" }) })
  }
}

import Glibc
import Storage

/// The right to write to an index, held by one process at a time and given back when the value goes.
///
/// The kernel lets go of the lock when the process ends, however it ends; the file stays, with the id of
/// the last holder in it, for the message that the next one gets.
final class IndexLock {
  private let file: Int32

  init(_ folder: DurableFolder) throws(IndexError) {
    let path = folder.path(of: "lock")
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DurableFolder.failure(path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let error = errno == EWOULDBLOCK ? Self.held(folder) : DurableFolder.failure(path)
      close(file)
      throw error
    }
    let holder = Array("\(getpid())\n".utf8)
    guard ftruncate(file, 0) == 0, write(file, holder, holder.count) == holder.count else {
      let error = DurableFolder.failure(path)
      close(file)
      throw error
    }
  }

  deinit {
    // Not by closing alone: a process that another thread has just forked still has the file open.
    _ = flock(file, LOCK_UN)
    close(file)
  }

  private static func held(_ folder: DurableFolder) -> IndexError {
    let text = (try? folder.read("lock")).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
    return .locked(path: folder.path, holder: text.flatMap { Int($0.prefix { $0 != "\n" }) })
  }
}

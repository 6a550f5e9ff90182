internal import Articles
internal import Glibc

/// Runs `pdftotext` on some bytes, held to limits of time, memory and output.
enum TextTool {
  /// Why there is no text.
  struct Failure: Error {
    let words: String
  }

  /// The seconds of processor time and the kilobytes of memory that it may take.
  private static let limits = "ulimit -t 120; ulimit -v 2000000; ulimit -c 0"

  /// The text of a PDF, its pages parted by form feeds.
  static func text(ofPDF bytes: [UInt8], limit: Int) throws(Failure) -> String {
    guard let input = NamelessFile(bytes), let output = NamelessFile([]) else {
      throw Failure(words: "it is a PDF, for which there is no room in /tmp")
    }
    // The shell sets the limits, and is then the tool itself.
    let command = "\(limits); exec pdftotext -q -enc UTF-8 -eol unix /dev/fd/3 /dev/fd/4"
    let status = run(["/bin/sh", "-c", command], input.descriptor, output.descriptor)
    if status == 127 {
      throw Failure(
        words: "it is a PDF, for which pdftotext is needed; install it: apt-get install poppler-utils")
    }
    guard status == 0 else {
      throw Failure(
        words: "it is a PDF that is damaged, locked or too large for pdftotext; look at it: pdftotext FILE -")
    }
    guard let text = output.contents(limit: limit) else {
      throw Failure(words: "it is a PDF with more than \(limit) bytes of text")
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Runs a program with two descriptors as its 3 and 4; its exit code, or -1.
  private static func run(_ arguments: [String], _ input: Int32, _ output: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, input, 3)
    posix_spawn_file_actions_adddup2(&actions, output, 4)
    let pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}

/// A file without a name, which goes when it is closed.
private final class NamelessFile {
  let descriptor: Int32

  /// Makes one with some bytes; nil where there is no room for it.
  init?(_ bytes: [UInt8]) {
    var template = Array("/tmp/reprise-XXXXXX".utf8CString)
    let made = mkstemp(&template)
    if made >= 0 { unlink(template) }
    // Above 4, so that neither takes the place of the other in the child.
    descriptor = made < 0 ? made : fcntl(made, F_DUPFD_CLOEXEC, 10)
    if made >= 0 { close(made) }
    guard descriptor >= 0 else { return nil }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return nil }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// All bytes; nil where there are more than the limit.
  func contents(limit: Int) -> [UInt8]? {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0, size <= limit else { return nil }
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}

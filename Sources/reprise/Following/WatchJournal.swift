internal import Articles
internal import Archive
internal import FoundationEssentials
internal import Glibc
internal import Presentation

/// The file that a watch writes to, and remembers by: what stands in it was told.
///
/// A line is on the disk before the next is told, and half a line, as a kill may leave it, is cut off when the watch goes on: so
/// nothing is told twice, and nothing is lost.
final class WatchJournal {
  /// The first line: what is watched for, and what was there when the watch began.
  private struct Head: Codable {
    var type = "watch"
    var schema = JSONObject.schema
    var watches: String
    var known: [String]
  }

  private struct Told: Decodable {
    let article: String
  }

  private let path: String
  private let file: Int32

  deinit { close(file) }

  /// Opens the file of a watch, or begins it.
  ///
  /// - Parameters:
  ///   - watches: What is watched for, in words that tell it from all else.
  ///   - known: The ids of what is there already and shall not be told; asked for where the file is begun.
  ///   - told: Takes the ids of all that is not to be told.
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where the file is another watch's, or cannot be written.
  init(
    path: String, watches: String, known: () throws -> [String], told: inout Set<ByteKey>
  ) throws {
    self.path = path
    let content = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    let whole = content.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = file >= 0 && errno == EWOULDBLOCK
      throw ArchiveError.unreadableText(
        path: path,
        detail: isTaken ? "another watch is writing it; name another file" : String(cString: strerror(errno)))
    }
    // Before anything of it is cut off.
    guard Self.isJournal(content) else {
      throw ArchiveError.unreadableText(
        path: path, detail: "is not the file of this watch; name another file, or one that is not there yet")
    }
    guard ftruncate(file, off_t(whole)) == 0, lseek(file, 0, SEEK_END) >= 0 else { throw failure() }
    let lines = content[..<whole].split(separator: 0x0A)
    guard let first = lines.first else {
      let head = Head(watches: watches, known: try known().sorted { ByteKey($0) < ByteKey($1) })
      told.formUnion(head.known.map(ByteKey.init))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try add(String(decoding: try encoder.encode(head), as: UTF8.self))
      return
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(first)), head.watches == watches else {
      throw ArchiveError.unreadableText(
        path: path, detail: "is not the file of this watch; name another file, or one that is not there yet")
    }
    told.formUnion(head.known.map(ByteKey.init))
    for line in lines.dropFirst() {
      if let line = try? JSONDecoder().decode(Told.self, from: Data(line)) {
        told.insert(ByteKey(line.article))
      }
    }
  }

  /// Whether some bytes begin as such a file does, or are a part of its beginning, as a kill may leave it.
  private static func isJournal(_ content: [UInt8]) -> Bool {
    zip(content, #"{"known":["#.utf8).allSatisfy { $0 == $1 }
  }

  /// Adds a line, on the disk before this returns.
  func add(_ line: String) throws {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure() }
      bytes = bytes.dropFirst(count)
    }
    guard fdatasync(file) == 0 else { throw failure() }
  }

  private func failure() -> ArchiveError {
    .unreadableText(path: path, detail: "cannot be written: \(String(cString: strerror(errno)))")
  }
}

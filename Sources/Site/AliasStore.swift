internal import Archive
internal import Articles
internal import Entities
internal import Glibc
internal import Synchronization

/// The file of aliases that the page may change: a line for each decision, as whoever keeps it by hand writes them.
struct AliasStore: Sendable {
  /// One change of the file at a time.
  private static let lock = Mutex<Void>(())

  let path: String

  /// What is decided of two names.
  enum Decision: String, CaseIterable, Sendable {
    case join, part

    var sign: String { self == .join ? "=" : "!=" }
  }

  /// The lines of the file; none where there is no file yet.
  func lines() throws(Problem) -> [String] {
    try text().split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// Adds a decision.
  ///
  /// - Returns: What the file says then.
  func add(_ decision: Decision, _ entityClass: EntityClass, _ one: String, _ other: String) throws(Problem)
    -> AliasFile
  {
    for name in [one, other] {
      let isName = !name.unicodeScalars.contains { $0.value < 0x20 || "=#!".unicodeScalars.contains($0) }
      guard isName, name.utf8.count <= 200,
        name.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
      else {
        throw .badRequest("a name is up to 200 bytes of letters and marks, without =, # and !")
      }
    }
    return try change { $0 + ["\(entityClass.rawValue): \(one) \(decision.sign) \(other)"] }
  }

  /// Takes a line out.
  func remove(_ line: String) throws(Problem) -> AliasFile { try change { $0.filter { $0 != line } } }

  private func change(_ edit: ([String]) -> [String]) throws(Problem) -> AliasFile {
    try Self.lock.withLock { _ throws(Problem) in
      let text = edit(try lines()).map { $0 + "\n" }.joined()
      let file: AliasFile
      do throws(AliasFileError) { file = try AliasFile(parsing: text) } catch {
        throw .badRequest("that does not go together with the other decisions: \(error)")
      }
      do throws(ArchiveError) { try NewFile.write(text, to: path) } catch {
        throw Problem(500, "Not changed", "the file of aliases cannot be written")
      }
      return file
    }
  }

  private func text() throws(Problem) -> String {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT { return "" }
      throw Problem(500, "Not changed", "the file of aliases cannot be read")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    guard ferror(file) == 0, let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(500, "Not changed", "the file of aliases cannot be read")
    }
    return text
  }
}

internal import FoundationEssentials

/// Writes the lines of an answer, each with the id of its request.
struct BatchAnswer {
  private let id: String
  private var notices: [String] = []
  /// Takes the objects that the call finds, in the shapes that the command prints them in.
  var lines: JSONLines

  /// - Parameter id: The id of the request, as JSON.
  init(id: String) {
    self.id = id
    lines = JSONLines(namesSchema: false) { line in Self.write(id, "line", line) }
  }

  /// Says something about the answer as a whole.
  mutating func add(notices more: [String]) { notices += more }

  /// Says how far long work has come.
  static func write(progress: some Encodable, id: String) {
    write(id, "progress", json(progress))
    _ = StandardOutput.flush()
  }

  /// Ends the answer.
  func end() {
    let end = End(lines: lines.count, notices: notices.isEmpty ? nil : notices)
    Self.write(id, "end", Self.json(end))
    _ = StandardOutput.flush()
  }

  /// Ends the answer as one that failed.
  static func fail(id: String, _ error: BatchError) {
    write(id, "error", json(error))
    _ = StandardOutput.flush()
  }

  private struct End: Encodable {
    let lines: Int
    let notices: [String]?
  }

  private static func write(_ id: String, _ key: String, _ json: String) {
    StandardOutput.write("{\"id\":\(id),\"\(key)\":\(json)}\n")
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

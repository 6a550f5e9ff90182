internal import Presentation

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
  static func write(progress: some JSONRecord, id: String) {
    write(id, "progress", progress.json())
    _ = StandardOutput.flush()
  }

  /// Ends the answer.
  func end() {
    Self.write(id, "end", End(lines: lines.count, notices: notices).json())
    _ = StandardOutput.flush()
  }

  /// Ends the answer as one that failed.
  static func fail(id: String, _ error: BatchError) {
    write(id, "error", error.json())
    _ = StandardOutput.flush()
  }

  private struct End: JSONRecord {
    let lines: Int
    let notices: [String]

    func write(to json: inout JSONObject) {
      json.add("lines", lines)
      if !notices.isEmpty { json.add("notices", notices) }
    }
  }

  private static func write(_ id: String, _ key: String, _ json: [UInt8]) {
    StandardOutput.write(Array("{\"id\":\(id),\"\(key)\":".utf8) + json + Array("}\n".utf8))
  }
}

internal import Archive
internal import FoundationEssentials

/// One query of a batch.
struct BatchQuery {
  /// The name of the query in the output; nil for the only one.
  let id: String?
  /// The query.
  let text: String

  private struct Record: Decodable {
    let id: String
    let text: String

    enum CodingKeys: String, CodingKey {
      case id = "_id"
      case text
    }
  }

  /// Reads a file of queries, JSON Lines with `_id` and `text`; their words are taken as words, not as syntax.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` with the line that is wrong.
  static func read(_ path: String) throws -> [BatchQuery] {
    let content = try TextInput.read(path)
    var queries: [BatchQuery] = []
    // By bytes: of a line end of two characters, as Windows has it, Swift makes one that is no "\n".
    let lines = Array(content.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
        throw ArchiveError.unreadableText(
          path: path == "-" ? "(standard input)" : path,
          detail: "line \(number + 1) is no JSON object with the strings \"_id\" and \"text\"")
      }
      queries.append(BatchQuery(id: record.id, text: record.text))
    }
    return queries
  }
}

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
    for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8)) else {
        throw ArchiveError.unreadableText(
          path: path == "-" ? "(standard input)" : path,
          detail: "line \(number + 1) is no JSON object with the strings \"_id\" and \"text\"")
      }
      queries.append(BatchQuery(id: record.id, text: record.text))
    }
    return queries
  }
}

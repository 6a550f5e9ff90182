internal import Archive
internal import FoundationEssentials
internal import Ranking

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
          path: path, detail: "line \(number + 1) is no JSON object with the strings \"_id\" and \"text\"")
      }
      queries.append(BatchQuery(id: record.id, text: PlainWords.query(record.text)))
    }
    return queries
  }
}

/// Text from people who did not mean to write our syntax, made a query of its words.
enum PlainWords {
  /// The words of a text with everything that the query language would act on taken out.
  static func query(_ text: String) -> String {
    let words = text.split { !($0.isLetter || $0.isNumber || "-'’.&".contains($0)) }
    return words.map { word in
      let trimmed = word.drop { !($0.isLetter || $0.isNumber) }
      return ["AND", "OR", "NOT"].contains(trimmed) ? trimmed.lowercased() : String(trimmed)
    }.filter { !$0.isEmpty && !$0.hasPrefix("NEAR/") }.joined(separator: " ")
  }
}

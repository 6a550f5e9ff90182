public import Archive
internal import Articles
internal import Formats

/// Where an article came from, so that evidence leads back to its source: as lines for people, and as JSON.
public struct SourceLine: JSONRecord {
  private let record: ArticleRecord
  private var source: SourceLocation? { record.source }
  private var textHash: String { ContentHash(text: record.article.text).description }

  /// - Parameter record: The article.
  public init(_ record: ArticleRecord) { self.record = record }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("article", record.article.id)
    json.add("crawled", record.article.crawled?.asWritten)
    json.add("file", source?.file)
    json.add("line", source?.line)
    json.add("member", source?.member)
    json.add("offset", source?.offset)
    json.add("page_sha256", source?.sha256)
    json.add("record", source?.record)
    json.add("record_id", source?.recordID)
    json.add("text_sha256", textHash)
    json.add("type", "source")
    json.add("url", record.article.url)
  }

  /// What is known, a line each, for people.
  public var lines: [String] {
    let rows: [(String, String?)] = [
      ("article", record.article.id), ("file", source?.file ?? "not known: indexed by an older version"),
      ("member", source?.member), ("line", source?.line.map(String.init)),
      ("record", source?.record.map(String.init)), ("byte", source?.offset.map(String.init)),
      ("record id", source?.recordID), ("address", record.article.url),
      ("fetched", record.article.crawled?.asWritten), ("page", source?.sha256.map { "sha256 \($0)" }),
      ("text", "sha256 \(textHash)"),
    ]
    return rows.compactMap { name, value in
      value.map { name + String(repeating: " ", count: 11 - name.count) + TerminalText.harmlessLine($0) }
    }
  }
}

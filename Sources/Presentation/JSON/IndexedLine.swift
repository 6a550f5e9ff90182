public import Archive
internal import Articles
internal import Formats

/// What a run of indexing did, as JSON.
public struct IndexedLine: JSONRecord {
  private let summary: IndexingSummary

  /// - Parameter summary: What the run did.
  public init(_ summary: IndexingSummary) { self.summary = summary }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("added", summary.added)
    json.add("interrupted", summary.wasInterrupted)
    json.add("left_out", LeftOutPart(kinds: summary.leftOut))
    json.add("refused", summary.refusals.map(RefusalPart.init))
    json.add("removed", summary.removed)
    json.add("replaced", summary.replaced)
    if let place = summary.stoppedAt { json.add("stopped_at", PlacePart(location: place)) }
    json.add("text_bytes", summary.textBytes)
    json.add("type", "indexed")
    json.add("unchanged", summary.unchanged)
    json.add("unchanged_files", summary.unchangedFiles)
    json.add("warnings", summary.warnings.count)
  }
}

/// How much holds no news, by kind.
private struct LeftOutPart: JSONRecord {
  let kinds: [String: Int]

  func write(to json: inout JSONObject) {
    for (kind, count) in kinds.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      json.add(kind, count)
    }
  }
}

/// A record's file and line.
private struct PlacePart: JSONRecord {
  let location: SourceLocation

  func write(to json: inout JSONObject) {
    json.add("file", location.file)
    json.add("line", location.line)
  }
}

/// A record that could not be read.
struct RefusalPart: JSONRecord {
  let refusal: Refusal

  func write(to json: inout JSONObject) {
    json.add("file", refusal.location.file)
    json.add("line", refusal.location.line)
    json.add("member", refusal.location.member)
    json.add("message", refusal.message)
    json.add("offset", refusal.location.offset)
    json.add("reason", refusal.reason.rawValue)
    json.add("record", refusal.location.record)
  }
}

internal import Articles
internal import Formats
internal import FoundationEssentials

/// The list of what could not be read, kept in the folder of the index as JSON Lines.
enum RefusalLog {
  /// The name of the file in the folder of the index.
  static let companionName = "refusals.jsonl"

  /// One refusal a line, in the order of files and lines.
  static func lines(of ledger: SourceLedger) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines: [UInt8] = []
    for refusal in ledger.refusals {
      guard let data = try? encoder.encode(Line(refusal)) else { continue }
      lines += Array(data) + [UInt8(ascii: "\n")]
    }
    return lines
  }

  private struct Line: Encodable {
    let file: String
    let line: Int?
    let reason: String
    let message: String

    init(_ refusal: Refusal) {
      file = refusal.location.file
      line = refusal.location.line
      reason = refusal.reason.rawValue
      message = refusal.message
    }
  }
}

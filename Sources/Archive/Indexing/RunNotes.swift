internal import Articles
internal import Formats

/// What a run has to tell of its input, up to some place of it.
struct RunNotes: Sendable {
  /// What could not be read, that of the files' earlier parts included.
  var refusals: [Refusal] = []
  /// How many more could not be read, beyond those that are listed.
  var unlistedRefusals = 0
  /// What was odd.
  var warnings: [ReadingWarning] = []
  /// What holds no news: for each file, how many of each kind.
  var leftOut: [ByteKey: [String: Int]] = [:]

  /// The refusals, and the warnings, that a run lists: what has more is not what it seems to be, and the list is read and
  /// written at each commit.
  private static let mostListed = 20_000

  /// Adds what came of a record.
  mutating func add(_ record: AnalysedRecord) {
    let listed = record.refusals.prefix(max(0, Self.mostListed - refusals.count))
    refusals += listed
    unlistedRefusals += record.refusals.count - listed.count
    warnings += record.warnings.prefix(max(0, Self.mostListed - warnings.count))
    for each in record.leftOut { leftOut[ByteKey(each.path), default: [:]][each.kind, default: 0] += 1 }
  }
}

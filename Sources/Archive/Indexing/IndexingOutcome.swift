internal import Articles
internal import Formats
internal import SearchIndex

/// What the threads of a run have done so far.
struct IndexingOutcome: Sendable {
  var summary = IndexingSummary()
  /// The ids of all articles that were read, each with the last place in the input at which the article was as the
  /// archive has it; 0 for none.
  private var lastUnchanged: [ByteKey: Seen] = [:]

  /// What is kept of an id.
  private struct Seen {
    var sequence: UInt64
    /// A hash of the outlet of the article that was read first.
    let outlet: Int
  }

  /// The number of articles read.
  var articles: Int { summary.added + summary.replaced + summary.unchanged }

  /// Has the summary count nothing but what was put into segments: the run was given up.
  mutating func count(only put: RecordCounts) {
    (summary.added, summary.replaced, summary.unchanged) = (put.added, put.replaced, put.unchanged)
    summary.textBytes = put.textBytes
  }

  /// Whether an article of that id was read.
  func hasSeen(_ id: String) -> Bool { lastUnchanged[ByteKey(id)] != nil }

  /// Counts an article, and says whether it must be added.
  ///
  /// Threads come here in any order: of several articles with one id, the last in the input decides.
  ///
  /// - Parameters:
  ///   - sequence: Its place in the input, from 1.
  ///   - isOrphan: Whether it must be added even as the archive has it, if it is the first of its id.
  mutating func note(
    _ article: Article, _ state: ArticleState, sequence: UInt64, isOrphan: Bool
  ) -> ArticleVerdict {
    let (id, outlet) = (ByteKey(article.id), article.outlet.map(ByteKey.init).hashValue)
    let seen = lastUnchanged[id]
    let known = seen?.sequence
    var verdict = ArticleVerdict(
      mustBeAdded: isOrphan, hasOtherOutlet: seen.map { $0.outlet != outlet } ?? false)
    lastUnchanged[id] = Seen(
      sequence: state == .unchanged ? max(known ?? 0, sequence) : known ?? 0, outlet: seen?.outlet ?? outlet)
    if state == .unchanged, known == nil {
      verdict.counts.unchanged = 1
      summary.unchanged += 1
      return verdict
    }
    verdict.mustBeAdded = sequence > known ?? 0
    guard verdict.mustBeAdded else { return verdict }
    if state == .new && known == nil { verdict.counts.added = 1 } else { verdict.counts.replaced = 1 }
    verdict.counts.textBytes = article.text.utf8.count
    summary.added += verdict.counts.added
    summary.replaced += verdict.counts.replaced
    summary.textBytes += verdict.counts.textBytes
    return verdict
  }
}

/// What is to be done with an article that was read.
struct ArticleVerdict {
  /// Whether it goes into the index.
  var mustBeAdded: Bool
  /// Whether an article of another outlet has its id.
  var hasOtherOutlet: Bool
  /// What it counts as.
  var counts = RecordCounts()
}

/// What the articles of records count as.
struct RecordCounts: Sendable {
  var added = 0
  var replaced = 0
  var unchanged = 0
  /// The UTF-8 bytes of their texts.
  var textBytes = 0

  static func += (sum: inout RecordCounts, other: RecordCounts) {
    sum.added += other.added
    sum.replaced += other.replaced
    sum.unchanged += other.unchanged
    sum.textBytes += other.textBytes
  }
}

extension ReadingWarning {
  /// Two outlets have an article of one id each; only one can stand.
  static func otherOutlet(_ article: Article, at location: SourceLocation) -> ReadingWarning {
    ReadingWarning(
      .otherOutlet, at: location, articleID: article.id,
      "an article of another outlet has the id \"\(article.id.prefix(80))\" too, and only the last that was given stands; "
        + "give each an id of its own")
  }
}

extension IndexingSummary {
  /// Adds what there is to tell of the input.
  mutating func add(_ notes: RunNotes) {
    refusals += notes.refusals
    unlistedRefusals += notes.unlistedRefusals
    warnings += notes.warnings
    for kinds in notes.leftOut.values { add(leftOut: kinds) }
  }

  /// Adds what holds no news, by kind.
  mutating func add(leftOut kinds: [String: Int]) {
    for (kind, count) in kinds { leftOut[kind, default: 0] += count }
  }

  /// Adds what the threads of a run did.
  mutating func add(_ outcome: IndexingOutcome) {
    let done = outcome.summary
    added += done.added
    replaced += done.replaced
    unchanged += done.unchanged
    refusals += done.refusals
    unlistedRefusals += done.unlistedRefusals
    warnings += done.warnings
    add(leftOut: done.leftOut)
    textBytes += done.textBytes
    stoppedAt = done.stoppedAt
    wasInterrupted = done.wasInterrupted
  }
}

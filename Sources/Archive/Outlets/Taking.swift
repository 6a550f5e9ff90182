internal import Articles
internal import Reprints

/// An article that has text from another outlet.
struct Taking: Sendable {
  /// A stretch of the taker's text that it has from there.
  struct Stretch: Sendable {
    var bytes: Range<Int>
    var words: Int
  }

  var taker: ArticleSummary
  /// The article that it has the text from; nil where the source is known by credits alone.
  var source: ArticleSummary?
  /// The name of the source.
  var sourceName: String
  /// What of the taker's text comes from there, but for standing text.
  var stretches: [Stretch]
  var isReprint: Bool
  /// Whether the taker, or whoever it has the text from, says whose it is, and the taker still does.
  var isCredited: Bool
  /// Whether the text comes from an agency.
  var isFromAgency: Bool

  var words: Int { stretches.reduce(0) { $0 + $1.words } }

  /// The time from the source's publication to the taker's, negative where the source's article is dated later; nil where
  /// a day is unknown.
  var delay: Delay? {
    guard let from = source?.published, let to = taker.published else { return nil }
    return Delay(from: from, to: to)
  }

  /// The order of takings of one source: those with most words first, then of the oldest article, then by id.
  static func isBetter(_ left: Taking, _ right: Taking) -> Bool {
    let (words, others) = (left.words, right.words)
    if words != others { return words > others }
    if (left.source == nil) != (right.source == nil) { return left.source != nil }
    let (first, second) = (left.source?.published, right.source?.published)
    if first != second {
      guard let first else { return false }
      guard let second else { return true }
      return first < second
    }
    return (left.source?.id ?? "").utf8.lexicographicallyPrecedes((right.source?.id ?? "").utf8)
  }
}

/// The time between two publications.
struct Delay: Sendable, Equatable {
  /// Seconds; a day is 86,400 of them where an hour is unknown.
  var seconds: Int
  /// Whether both are known to the second.
  var isExact: Bool

  /// Nil where a day is unknown, or where a year cannot be.
  init?(from: ArticleDate, to: ArticleDate) {
    guard from.isPlausible, to.isPlausible, let first = from.epochDay, let second = to.epochDay else {
      return nil
    }
    seconds = (second - first) * 86_400
    isExact = from.second != nil && to.second != nil
    if let start = from.second, let end = to.second { seconds += end - start }
  }
}

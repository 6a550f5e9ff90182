public import Articles

/// What to look for in the index, as a tree.
///
/// ```swift
/// let drones: IndexQuery = .or([.term(.word("drone".utf8)), .scaled(.term(.title("drone".utf8)), by: 0.2)])
/// let query: IndexQuery = .filter(drones, by: [.term(.outlet("Example Times")), .published(in: february...february)])
/// ```
///
/// Tags (outlet, language, id, entity), ``all`` and dates carry no weight. An empty ``and(_:)`` or
/// ``or(_:)`` matches nothing.
public indirect enum IndexQuery: Sendable, Equatable {
  /// Every passage.
  case all
  /// No passage.
  case nothing
  /// Passages with the term.
  case term(IndexTerm)
  /// Passages with the terms in this order within a window of positions; a window of as many as there are
  /// terms means one right after the other.
  case phrase([IndexTerm], window: Int)
  /// Passages with the terms in any order within a window of positions.
  case near([IndexTerm], window: Int)
  /// Passages with a word that begins so; at most ``mostExpansions`` words, weighed as one.
  case prefix(IndexTerm)
  /// Passages published within the dates, both included; a bound of nil is no bound. A day, month or year means
  /// all of it. A date that is less precise than a bound is within it only where all that it can mean is.
  case published(from: ArticleDate?, to: ArticleDate?)
  /// Passages that match all.
  case and([IndexQuery])
  /// Passages that match any.
  case or([IndexQuery])
  /// Passages that match any, weighed as if they were one term.
  case synonym([IndexQuery])
  /// Passages that match the first but none of the others.
  case except(IndexQuery, [IndexQuery])
  /// Passages that match the first; the others add weight only.
  case prefer(IndexQuery, [IndexQuery])
  /// Passages that match all; only the first gives weight.
  case filter(IndexQuery, by: [IndexQuery])
  /// The same passages, with their weight multiplied by a factor that is not negative.
  case scaled(IndexQuery, by: Double)

  /// The most words that a ``prefix(_:)`` may stand for; a search for one with more fails.
  public static let mostExpansions = 2000
}

/// The articles of segments that are merged into one: those that are not deleted, in order.
struct MergedArticles {
  /// A segment that is merged.
  final class Source {
    let folder: DurableFolder
    let words: WordTable
    /// For each article its number in the merged segment; ``WordTableLayout/noArticle`` where it is deleted.
    fileprivate(set) var numbers: [UInt32] = []
    /// The number of its documents that are not deleted.
    fileprivate(set) var documentCount = 0
    /// What the id of every document grows by; nil where some are deleted, or missing.
    fileprivate(set) var shift: UInt32?

    /// Opens the word table of a segment, whose files must be as they were published.
    fileprivate init(_ source: MergePlan.Source, index: String) throws(IndexError) {
      folder = DurableFolder(source.path)
      try source.segment.check(in: folder, index: index)
      words = try WordTable(segment: folder, index: index)
      guard words.articles.count == source.segment.articles else { throw words.damaged }
    }
  }

  let sources: [Source]
  /// The articles of the merged segment, with documents from 1 without gaps.
  private(set) var table = WordTableArticles()

  /// Opens the word tables of segments.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where a file is not as it was published, or contradicts itself.
  init(_ segments: [MergePlan.Source], index: String) throws(IndexError) {
    sources = try segments.map { segment throws(IndexError) in try Source(segment, index: index) }
    for (source, segment) in zip(sources, segments) { try take(source, without: segment.deletions) }
  }

  private mutating func take(_ source: Source, without deletions: DeletionSet) throws(IndexError) {
    source.numbers.reserveCapacity(source.words.articles.count)
    let before = table.documentCount
    // The ids of a source begin with 1, and there is a place for 0.
    var end = 1
    for article in source.words.articles {
      guard Int(article.first) >= end, article.passages > 0 else { throw source.words.damaged }
      end = Int(article.first) + Int(article.passages)
      guard end <= source.words.lengths.count else { throw source.words.damaged }
      if deletions.contains(article.first) {
        source.numbers.append(WordTableLayout.noArticle)
      } else {
        source.numbers.append(UInt32(table.articles.count))
        table.append(article, lengths: source.words.lengths)
      }
    }
    source.documentCount = table.documentCount - before
    if source.documentCount == source.words.lengths.count - 1 { source.shift = UInt32(before) }
  }
}

/// The articles of segments that are merged into one: those that are not deleted, in order.
struct MergedArticles {
  /// A segment that is merged.
  final class Source {
    let folder: DurableFolder
    let words: WordTable
    /// For each article its number in the merged segment; ``WordTableLayout/noArticle`` where it is deleted.
    fileprivate(set) var numbers: [UInt32] = []
    /// What the id of every document grows by; nil where some are deleted, or missing.
    fileprivate(set) var shift: UInt32?

    fileprivate init(_ folder: DurableFolder) throws(IndexError) {
      self.folder = folder
      words = try WordTable(segment: folder, index: folder.path)
    }
  }

  let sources: [Source]
  /// The articles of the merged segment, with documents from 1 without gaps.
  private(set) var table = WordTableArticles()

  /// Opens the word tables of segments.
  ///
  /// - Parameter segments: The folder and the deletions of each.
  init(_ segments: [(path: String, deletions: DeletionSet)]) throws(IndexError) {
    sources = try segments.map { segment throws(IndexError) in try Source(DurableFolder(segment.path)) }
    for (source, segment) in zip(sources, segments) {
      source.numbers.reserveCapacity(source.words.articles.count)
      let before = table.documentCount
      for article in source.words.articles {
        if segment.deletions.contains(article.first) {
          source.numbers.append(WordTableLayout.noArticle)
        } else {
          source.numbers.append(UInt32(table.articles.count))
          guard table.append(article, lengths: source.words.lengths) else { throw source.words.damaged }
        }
      }
      // The ids of a source begin with 1, and there is a place for 0.
      if table.documentCount - before == source.words.lengths.count - 1 { source.shift = UInt32(before) }
    }
  }
}

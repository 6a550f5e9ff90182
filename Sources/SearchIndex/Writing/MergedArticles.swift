import Glass
import Storage

/// The articles of segments that are merged into one: those that are not deleted, in order.
struct MergedArticles {
  /// A segment that is merged.
  final class Source {
    let folder: DurableFolder
    let words: WordTable
    /// For each article its number in the merged segment; ``WordTableLayout/noArticle`` where it is deleted.
    let numbers: [UInt32]
    /// The number of its documents that are not deleted.
    let documentCount: Int
    /// What the id of every document grows by; nil where some are deleted, or missing.
    let shift: UInt32?

    /// Opens the word table of a segment, whose files must be as they were published, and adds the articles that are kept
    /// to those of the merged segment.
    fileprivate init(
      _ source: MergePlan.Source, index: String, into table: inout WordTableArticles
    ) throws(IndexError) {
      folder = source.folder
      try source.segment.check(in: folder, index: index)
      words = try WordTable(segment: folder, index: index)
      let before = table.documentCount
      numbers = try Self.add(words, without: source.deletions, to: &table)
      documentCount = table.documentCount - before
      guard numbers.count == source.segment.articles,
        documentCount == source.segment.passages - source.deletions.passageCount
      else { throw words.damaged }
      // There is a place for the id 0, which no document has.
      shift = documentCount == words.lengths.count - 1 ? UInt32(before) : nil
    }

    /// Adds the articles that are kept, and gives the number of each article.
    private static func add(
      _ words: WordTable, without deletions: DeletionSet, to table: inout WordTableArticles
    ) throws(IndexError) -> [UInt32] {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(words.articles.count)
      var end = 1
      for article in words.articles {
        guard Int(article.first) >= end, article.passages > 0 else { throw words.damaged }
        end = Int(article.first) + Int(article.passages)
        guard end <= words.lengths.count else { throw words.damaged }
        if deletions.contains(article.first) {
          numbers.append(WordTableLayout.noArticle)
        } else {
          numbers.append(UInt32(table.articles.count))
          table.append(article, lengths: words.lengths)
        }
      }
      return numbers
    }
  }

  let sources: [Source]
  /// The articles of the merged segment, with documents from 1 without gaps.
  let table: WordTableArticles

  /// Opens the word tables of segments.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where a file is not as it was published, or contradicts itself.
  init(_ segments: [MergePlan.Source], index: String) throws(IndexError) {
    var table = WordTableArticles()
    sources = try segments.map { segment throws(IndexError) in
      try Source(segment, index: index, into: &table)
    }
    self.table = table
  }
}

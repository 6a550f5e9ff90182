internal import Articles
public import Query
public import SearchIndex

/// Why an archive could not do what was asked.
public enum ArchiveError: Error, Equatable {
  /// The index could not be opened, read or written.
  case index(IndexError)
  /// The query cannot be read.
  case query(QueryError)
  /// The index holds no article of that id.
  case unknownArticle(id: String)
  /// The record of an article cannot be read: the index is damaged, or a newer version wrote it.
  case damagedRecord(path: String)
  /// A text that is to be looked up cannot be read.
  case unreadableText(path: String, detail: String)
  /// The archive was closed before the question was asked.
  case closed
}

extension ArchiveError: CustomStringConvertible {
  /// What happened and what to do, in words.
  public var description: String {
    switch self {
    case .index(let error): error.description
    case .query(let error): error.description
    case .unknownArticle(let id):
      "there is no article with the id \"\(id)\"; 'reprise search' shows the ids of what it finds"
    case .damagedRecord(let path):
      "the index at \(path) holds an article that cannot be read; restore the index or index again"
    case .unreadableText(let path, let detail): "\(path): \(detail)"
    case .closed: "the archive was closed"
    }
  }
}

/// Runs what may fail in the index, as part of what may fail in an archive.
func indexed<Result>(_ body: () throws(IndexError) -> Result) throws(ArchiveError) -> Result {
  do throws(IndexError) { return try body() } catch { throw .index(error) }
}

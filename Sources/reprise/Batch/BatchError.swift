internal import Archive
internal import Presentation
internal import SearchIndex
internal import Storage

/// Why a request of a batch was not answered: a kind for programs, a message for people.
struct BatchError: Error, JSONRecord {
  /// What the caller may do about it.
  enum Kind: String {
    /// The request is not as the protocol wants it.
    case usage
    /// The query cannot be read.
    case query
    /// There is no index yet.
    case noIndex = "no_index"
    /// The folder is no index that this version reads.
    case incompatible
    /// Another process writes.
    case locked
    /// Files are damaged.
    case damaged
    /// No article has the id.
    case unknownArticle = "unknown_article"
    /// A file, or the disk, cannot be read or written.
    case inputOutput = "input_output"
    /// Anything else.
    case unexpected
  }

  let kind: Kind
  let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  init(_ error: ArchiveError) {
    message = error.description
    switch error {
    case .query: kind = .query
    case .unknownArticle: kind = .unknownArticle
    case .damagedRecord: kind = .damaged
    case .unreadableText: kind = .inputOutput
    case .closed: kind = .unexpected
    case .index(let error): kind = Self.kind(of: error)
    }
  }

  func write(to json: inout JSONObject) {
    json.add("kind", kind.rawValue)
    json.add("message", message)
  }

  private static func kind(of error: IndexError) -> Kind {
    switch error {
    case .notFound: .noIndex
    case .notAnIndex, .newerVersion, .olderVersion: .incompatible
    case .locked: .locked
    case .damaged: .damaged
    case .badQuery: .query
    case .diskFull, .inputOutput: .inputOutput
    case .unexpected: .unexpected
    }
  }
}

/// Something in an index that is not as it should be.
public struct IndexProblem: Sendable, Equatable {
  /// What kind of thing is wrong.
  public enum Kind: String, Sendable {
    /// A file is missing, or its bytes are not those that were written.
    case damagedFile = "damaged-file"
    /// Xapian's own check objects to a segment.
    case damagedTables = "damaged-tables"
    /// The parts of a segment do not fit one another.
    case brokenStructure = "broken-structure"
    /// What is kept of an article is not what was given.
    case brokenArticle = "broken-article"
    /// The lists of what was read, and of what was refused, are missing or contradict each other.
    case brokenLedger = "broken-ledger"
    /// The manifest is missing, or cannot be read.
    case lostManifest = "lost-manifest"
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// The file or folder, relative to the folder of the index.
  public var place: String
  /// The segment whose articles are affected; nil where none are.
  public var segment: String?
  /// What is wrong, in words that go on from the place.
  public var detail: String

  /// Makes a problem of its parts.
  public init(_ kind: Kind, at place: String, segment: String? = nil, _ detail: String) {
    self.kind = kind
    self.place = place
    self.segment = segment
    self.detail = detail
  }
}

extension IndexProblem: CustomStringConvertible {
  /// Place and detail in one line.
  public var description: String { "\(place) \(detail)" }
}

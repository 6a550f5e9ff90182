public import SearchIndex

/// What a verification of an archive found.
public struct ArchiveVerification: Sendable {
  /// What is wrong; empty where all is well.
  public var problems: [IndexProblem] = []
  /// The articles by the manifest, those in damaged segments included.
  public var articles = 0
  /// The segments.
  public var segments = 0
  /// The bytes of the files that were read.
  public var bytes = 0
  /// The articles of the segments in which something is wrong.
  public var affectedArticles = 0

  /// The segments that Xapian's own check was left out for, since it opens tables for writing and may not here; their bytes
  /// were held against their hashes all the same.
  public var segmentsWithoutCheck = 0

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }

  /// The names of the segments in which something is wrong.
  public var affectedSegments: Set<String> { Set(problems.compactMap(\.segment)) }

  /// How far a verification has come.
  public enum Progress: Sendable {
    /// The bytes of the files that were hashed, of how many.
    case files(bytes: Int, of: Int)
    /// The articles that were read and held against their hashes, of how many.
    case articles(Int, of: Int)
  }
}

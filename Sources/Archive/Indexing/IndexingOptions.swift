internal import Articles
public import Formats
public import SearchIndex

/// How articles are brought into an archive.
public struct IndexingOptions: Sendable {
  /// How the input is read.
  public var reading: ReadingOptions
  /// The number of threads that read, analyse and build segments.
  public var jobs: Int
  /// Whether articles go whose file, or whose record in its file, is no longer there.
  public var prune: Bool
  /// The UTF-8 bytes of text of a segment, as it is built; nil for what is comfortable.
  ///
  /// The smaller, the less memory and the more merging.
  public var segmentTextBytes: Int?
  /// The UTF-8 bytes of text in finished segments after which there is a commit.
  public var commitTextBytes: Int
  /// What writes the databases of segments.
  public var tableWriter: TableWriter

  /// Makes options.
  public init(
    reading: ReadingOptions = ReadingOptions(), jobs: Int = 2, prune: Bool = false,
    segmentTextBytes: Int? = nil,
    commitTextBytes: Int = 64 << 20, tableWriter: TableWriter = .glass
  ) {
    self.reading = reading
    self.jobs = max(1, jobs)
    self.prune = prune
    self.segmentTextBytes = segmentTextBytes
    self.commitTextBytes = commitTextBytes
    self.tableWriter = tableWriter
  }
}

/// How far a run of indexing has come.
public struct IndexingProgress: Sendable {
  /// The articles read so far, whatever became of them.
  public var articles: Int
  /// The UTF-8 bytes of their texts.
  public var textBytes: Int
  /// How much of the input is read.
  public var reading: ReadingProgress
}

/// What a run of indexing did.
public struct IndexingSummary: Sendable, Equatable {
  /// Articles that are new in the archive.
  public var added = 0
  /// Articles that took the place of an older version.
  public var replaced = 0
  /// Articles that were in the archive as they are.
  public var unchanged = 0
  /// Articles that were removed, since what they came from is gone.
  public var removed = 0
  /// Files that were not read again, since nothing in them has changed.
  public var unchangedFiles = 0
  /// Records and files that could not be read, those of unchanged files included.
  public var refusals: [Refusal] = []
  /// How many more could not be read, beyond those that are listed.
  public var unlistedRefusals = 0
  /// What was odd about what was read, that of unchanged files included.
  public var warnings: [ReadingWarning] = []
  /// Files of folders, and members of archives, that hold no news, those of earlier runs included: how many of each kind.
  public var leftOut: [String: Int] = [:]
  /// The UTF-8 bytes of the texts that were added or replaced.
  public var textBytes = 0
  /// Whether the run was stopped before its end; what was done is committed.
  public var wasInterrupted = false
  /// The last record that was read, where the run was stopped: it and all before it are committed.
  public var stoppedAt: SourceLocation?

  /// Whether the archive is as it was before the run.
  public var changedNothing: Bool { added + replaced + removed == 0 }
}

public import Storage

/// A snapshot of an index for reading.
///
/// A reader shows the index as the last commit before its opening left it, and goes on to do so while writers
/// commit and merge: what it shows never changes. To see later commits, open another one. It can be used
/// by any number of threads at once: the segments are opened again for each that reads at the same time (``SegmentPool``).
///
/// ```swift
/// let reader = try IndexReader(path: "articles.reprise")
/// let page = try reader.search(SearchRequest(.term(.word("drone".utf8))))
/// let records = try reader.records(of: page.hits.map(\.article))
/// ```
///
/// - Searching: ``search(_:)``, ``ranked(_:)``, ``statistics(ofWords:)``, ``positions(of:at:)``
/// - Articles: ``articles()``, ``article(id:)``, ``articles(ids:)``, ``records(of:)``, ``extents(of:)``,
///   ``passages(of:)``
/// - Fingerprints: ``sharing(_:atLeast:)``, ``closest(to:atLeast:most:)``, ``fingerprints(of:)``,
///   ``fingerprints(ofArticles:)``, ``outlines(of:)``
/// - Names: ``entities(of:)``, ``entities(_:beginningWith:after:limit:)``, ``outlets(limit:)``, ``words(beginningWith:limit:)``
/// - The whole: ``statistics()``, ``generation``, ``companion(_:)``
public final class IndexReader: Sendable {
  /// The number of the commit that the reader shows.
  public let generation: Int
  /// The folder of the index.
  public let path: String
  private let pool: SegmentPool

  /// Opens the last commit of an index.
  ///
  /// - Parameter path: The folder of the index.
  public convenience init(path: String) throws(IndexError) {
    self.init(try SegmentSet.newest(of: IndexDirectory(path)))
  }

  /// Shows a set of segments; nobody else may have it.
  init(_ set: sending SegmentSet) {
    generation = set.manifest.generation
    self.path = set.path
    pool = SegmentPool(set)
  }

  /// Runs calls of the shim on a set of segments that no other thread has.
  func withSet<Result: Sendable>(
    _ body: (SegmentSet) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    try pool.with(body)
  }

  /// A file of the caller that belongs to this commit, as given to ``IndexWriter/commit(companions:)``; nil
  /// where there is none.
  public func companion(_ name: String) throws(IndexError) -> [UInt8]? {
    try withSet { set throws(IndexError) in
      try IndexDirectory(set.path).companion(name, of: set.manifest)
    }
  }
}

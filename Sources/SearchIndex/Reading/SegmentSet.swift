internal import Algorithms
internal import CXapianShim
import Glass
import Storage

/// A document of a set of segments.
struct DocumentPlace {
  let segment: UInt32
  let docid: UInt32
}

/// The segments of one manifest, open for reading.
///
/// Belongs to one thread at a time.
final class SegmentSet {
  let path: String
  let manifest: Manifest
  let handle: OpaquePointer
  /// For each segment, the deleted articles.
  let deletions: [DeletionSet]
  /// For each segment, its words.
  let tables: [WordTable]
  /// For each segment, its fingerprints.
  let fingerprints: [FingerprintTable]
  /// The lists of the words that were asked for last.
  var knownLists: [[[UInt8]]: [WordList?]] = [:]
  /// The articles that have each of the tags that were asked for last.
  var knownTags: [IndexTerm: ArticleSet] = [:]
  /// For each segment and article, how many fingerprints of the text in hand it has; all zero between two texts.
  var sharedCounts: [[UInt32]] = []
  /// For each segment, the heads of its articles in ascending order, once somebody asked.
  private var heads: [[UInt32]?]
  /// Where each segment lies, and what is deleted in it.
  private let sources: [(path: String, deletions: DeletionSet)]

  /// Opens all segments that a manifest names.
  convenience init(_ directory: IndexDirectory, _ manifest: Manifest) throws(IndexError) {
    var sources: [(path: String, deletions: DeletionSet)] = []
    var tables: [WordTable] = []
    var fingerprints: [FingerprintTable] = []
    for (holder, segment) in manifest.segments {
      let folder = directory.folder.subfolder(holder).subfolder(segment.name)
      try segment.check(in: folder, index: directory.path)
      sources.append((folder.path, try directory.deletions(of: segment, in: holder)))
      let words = try WordTable(segment: folder, index: directory.path)
      tables.append(words)
      fingerprints.append(try FingerprintTable(segment: folder, words: words, index: directory.path))
    }
    try self.init(directory.path, manifest, sources, tables: tables, fingerprints: fingerprints)
  }

  /// Opens segments without a look at their files before.
  ///
  /// - Parameters:
  ///   - sources: The folder and the deletions of each segment of the manifest.
  ///   - tables: The words of each; without them nothing is ranked.
  ///   - fingerprints: The fingerprints of each; without them nothing is said of these.
  ///   - areChecked: Whether reads are held against the hashes of the blocks.
  init(
    _ path: String, _ manifest: Manifest, _ sources: [(path: String, deletions: DeletionSet)],
    tables: [WordTable] = [], fingerprints: [FingerprintTable] = [], areChecked: Bool = true
  ) throws(IndexError) {
    var made: OpaquePointer?
    let error = withSegments(sources, areChecked: areChecked) {
      cxs_reader_open($0.baseAddress, $0.count, &made)
    }
    try check(error, at: path)
    handle = handedOut(made)
    self.path = path
    self.manifest = manifest
    self.sources = sources
    deletions = sources.map(\.deletions)
    self.tables = tables
    self.fingerprints = fingerprints
    heads = Array(repeating: nil, count: sources.count)
  }

  /// Opens the segments of the manifest as it is now.
  ///
  /// A writer may remove a segment between the reading of the manifest and the opening of the segments; then
  /// there is a newer manifest, and that one is opened. Xapian takes some files of a database for optional, so
  /// that an opening which succeeds while they go is not whole: it counts only if the manifest as it is
  /// afterwards still names all segments.
  static func newest(of directory: IndexDirectory) throws(IndexError) -> SegmentSet {
    var manifest = try directory.manifest()
    for _ in 0..<20 {
      do {
        let set = try SegmentSet(directory, manifest)
        let newer = try directory.manifest()
        if newer.namesSegments(of: manifest) { return set }
        manifest = newer
      } catch {
        let newer = try directory.manifest()
        if newer.generation == manifest.generation { throw error }
        manifest = newer
      }
    }
    throw .unexpected(detail: "the index changed twenty times while it was being opened")
  }

  deinit { cxs_reader_free(handle) }

  /// The same segments opened once more, for another thread; what is mapped into memory is shared.
  ///
  /// Only constants of this set are read. Fails where a writer has removed any of the segments since.
  func openedAgain() throws(IndexError) -> SegmentSet {
    let again = try SegmentSet(path, manifest, sources, tables: tables, fingerprints: fingerprints)
    guard try IndexDirectory(path).manifest().namesSegments(of: manifest) else {
      throw .unexpected(detail: "segments were removed while they were opened")
    }
    return again
  }

  /// Throws what a call of the shim returned.
  func checked(_ error: OpaquePointer?) throws(IndexError) { try check(error, at: path) }

  /// The heads of a segment in ascending order, the deleted left out.
  func heads(ofSegment segment: UInt32) throws(IndexError) -> [UInt32] {
    if let known = heads[Int(segment)] { return known }
    let all = try postings([IndexTerm.head.bytes])[0]
    for index in heads.indices { heads[index] = [] }
    for document in all { heads[Int(document.segment)]?.append(document.docid) }
    return heads[Int(segment)] ?? []
  }

  /// The article that a document belongs to; nil for a document that no article has.
  func article(of document: DocumentPlace) throws(IndexError) -> ArticleHandle? {
    let heads = try heads(ofSegment: document.segment)
    let next = heads.partitioningIndex { $0 > document.docid }
    return next == 0 ? nil : ArticleHandle(segment: document.segment, head: heads[next - 1])
  }

  /// The posting list of each term, without deleted documents.
  func postings(_ terms: [[UInt8]]) throws(IndexError) -> [[DocumentPlace]] {
    var out: UnsafeMutablePointer<cxs_postings>?
    try checked(withTerms(terms) { cxs_reader_postings(handle, $0, &out) })
    let lists = handedOut(out)
    defer { cxs_postings_free(lists) }
    let documents = lists.pointee.documents
    return pieces(UnsafeBufferPointer(start: lists.pointee.ends, count: lists.pointee.count)) { range in
      range.map { DocumentPlace(segment: documents[$0].segment, docid: documents[$0].docid) }
    }
  }

  /// The terms that begin with some bytes and come after others, with the number of passages of each.
  func vocabulary(
    prefix: [UInt8], after: [UInt8] = [], limit: Int
  ) throws(IndexError) -> [(term: [UInt8], passages: Int)] {
    var out: UnsafeMutablePointer<cxs_vocabulary>?
    try checked(
      cxs_reader_vocabulary(handle, prefix, prefix.count, after, after.count, max(0, limit), &out))
    let vocabulary = handedOut(out)
    defer { cxs_vocabulary_free(vocabulary) }
    let terms = strings(vocabulary.pointee.terms)
    return terms.indices.map { (terms[$0], Int(vocabulary.pointee.documents[$0])) }
  }
}

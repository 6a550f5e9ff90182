internal import CXapianShim
import Glass
import Storage

/// A segment with damaged files, from which is read what can still be read.
///
/// Every read is checked, so that what is read is what was written, and the rest is an error.
public final class DamagedSegment {
  /// An article that could be read.
  public struct SalvagedArticle: Sendable {
    /// Its record, as it was given.
    public let record: [UInt8]
    /// Where it was read from; nil where that is not known.
    public let source: IndexTerm?
  }

  /// Its name in the manifest.
  public let name: String
  /// The number of its articles that were not deleted, by the manifest.
  public let articleCount: Int
  private let deletions: DeletionSet
  private let set: SegmentSet?

  init(_ entry: (path: String, segment: Manifest.Segment), in directory: IndexDirectory) {
    let segment = entry.segment
    name = segment.name
    articleCount = segment.articles - (segment.deletions?.articles ?? 0)
    // A list that cannot be read counts as empty: an article that was replaced is found elsewhere then.
    deletions = (try? directory.deletions(of: segment, in: entry.path)) ?? DeletionSet()
    let folder = directory.folder.subfolder(entry.path).subfolder(segment.name)
    guard let areChecked = Self.canBeRead(segment, in: folder) else {
      set = nil
      return
    }
    var alone = Manifest()
    alone.shards = [Manifest.Shard(name: "00", segments: [segment])]
    set = try? SegmentSet(
      directory.path, alone, [(path: folder.path, deletions: DeletionSet())], areChecked: areChecked)
  }

  /// Whether every read can be checked, or need not be; nil where neither is so.
  ///
  /// Where the hashes of the blocks are what is damaged, and nothing else is, the reads need not be checked.
  private static func canBeRead(_ segment: Manifest.Segment, in folder: DurableFolder) -> Bool? {
    // Xapian opens its tables by their names: it would wait for a pipe.
    let names = (try? folder.names()) ?? []
    guard names.allSatisfy({ (try? folder.status(of: $0))??.kind == .file }) else { return nil }
    func isWhole(_ file: FileStamp) -> Bool { (try? file.damage(in: folder)) == .some(nil) }
    let others = segment.files.filter { $0.name != BlockHashes.name }
    if let blocks = segment.files.first(where: { $0.name == BlockHashes.name }), isWhole(blocks) {
      return true
    }
    return others.allSatisfy(isWhole) ? false : nil
  }

  /// The files that its articles were read from, as terms; nil where the list cannot be read to its end.
  public var sources: Set<IndexTerm>? {
    guard let set, let found = try? set.vocabulary(prefix: Field.source.prefix, limit: .max) else {
      return nil
    }
    return Set(found.map { IndexTerm(.source, $0.term.dropFirst(Field.source.prefix.count)) })
  }

  /// Gives each article that can be read, but for those that were deleted, to `body`.
  ///
  /// - Returns: The number of articles that were given.
  public func forEachArticle<Failure>(
    _ body: (SalvagedArticle) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    var size = cxs_segment_size()
    guard let set, (try? set.checked(cxs_reader_size(set.handle, 0, &size))) != nil else { return 0 }
    var count = 0
    for docid in 1...max(1, size.last_docid) where !deletions.contains(docid) {
      guard let record = record(docid, in: set), !record.isEmpty else { continue }
      let head = PassageHandle(article: ArticleHandle(segment: 0, head: docid), ordinal: 0)
      let source = (try? set.termLists(of: [head], field: .source))?.first?.first
      try body(SalvagedArticle(record: record, source: source.map { IndexTerm(.source, $0) }))
      count += 1
    }
    return count
  }

  /// The record of a document, which only the first passage of an article has.
  private func record(_ docid: UInt32, in set: SegmentSet) -> [UInt8]? {
    var out: UnsafeMutablePointer<cxs_strings>?
    let document = [cxs_document(segment: 0, docid: docid)]
    guard (try? set.checked(cxs_reader_data(set.handle, document, 1, &out))) != nil, let list = out else {
      return nil
    }
    defer { cxs_strings_free(list) }
    return strings(list.pointee).first
  }
}

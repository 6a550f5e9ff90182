import TestSupport
import Testing
import XapianReference

@testable import Glass
@testable import SearchIndex
@testable import Storage

/// Merged databases against those that are written at once of the same documents.
struct GlassMergeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Documents under a name, by our writer or by Xapian's, ready to be merged.
  private func source(
    _ database: SampleDatabase, _ name: String, byXapian: Bool = false
  ) throws -> String {
    let path = folder.path(of: name)
    if byXapian { database.writeReference(to: path) } else { try database.write(to: path) }
    _ = try BlockHashes.seal(DurableFolder(path))
    return path
  }

  /// Merges databases into a new one.
  @discardableResult
  private func merge(
    _ sources: [(path: String, deletions: DeletionSet)], to path: String, lastDocument: UInt32 = 1 << 20
  ) throws(IndexError) -> [Int] {
    let sources = sources.map { source in
      let folder = DurableFolder(source.path)
      return GlassMerge.Source(
        folder: folder, deletions: source.deletions, lastDocument: lastDocument,
        blocks: { file throws(IndexError) in try CheckedFile(file, in: folder) })
    }
    return try GlassMerge.run(sources, to: DurableFolder(path))
  }

  /// Compares the tables of two databases, byte for byte.
  private func expectSameTables(
    _ one: String, _ other: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for table in GlassFormat.Table.allCases {
      let (first, second) = (
        WholeFiles.bytes(one + "/" + table.fileName), WholeFiles.bytes(other + "/" + table.fileName)
      )
      #expect(first == second, "\(table)", sourceLocation: sourceLocation)
    }
    #expect(reference_check(one) == 0, sourceLocation: sourceLocation)
    let difference = SampleDatabase.difference(SampleDatabase.dump(one), SampleDatabase.dump(other))
    #expect(difference == nil, sourceLocation: sourceLocation)
  }

  private static func runs(_ pairs: [(UInt32, UInt32)]) -> DeletionSet {
    var deletions = DeletionSet()
    deletions.insert(pairs.map { DocumentRun(first: $0.0, count: $0.1) })
    return deletions
  }

  @Test(arguments: [[1, 1], [60, 1, 300], Array(repeating: 25, count: 32), [0, 40, 0]])
  func `a merge is what is written at once`(counts: [Int]) throws {
    let parts = counts.enumerated().map { number, count in
      SampleDatabase.drawn(count, words: 90, seed: UInt64(number + 1))
    }
    let sources = try parts.enumerated().map { number, part in
      (path: try source(part, "source\(number)"), deletions: DeletionSet())
    }
    let (merged, whole) = (folder.path(of: "merged"), folder.path(of: "whole"))
    try merge(sources, to: merged)
    try SampleDatabase(documents: parts.flatMap(\.documents)).write(to: whole)
    try expectSameTables(merged, whole)
  }

  @Test func `what is deleted leaves no trace`() throws {
    let parts = (1...3).map { SampleDatabase.drawn(120, words: 60, seed: UInt64($0)) }
    let deletions = [Self.runs([(1, 3), (50, 1), (118, 3)]), Self.runs([(1, 120)]), DeletionSet()]
    let sources = try parts.indices.map { number in
      (path: try source(parts[number], "source\(number)"), deletions: deletions[number])
    }
    let kept = zip(parts, deletions).flatMap { part, deletions in
      part.documents.enumerated().filter { !deletions.contains(UInt32($0.offset + 1)) }.map(\.element)
    }
    #expect(kept.count == 360 - 7 - 120)
    let (merged, whole) = (folder.path(of: "merged"), folder.path(of: "whole"))
    #expect(try merge(sources, to: merged) == [113, 0, 120])
    try SampleDatabase(documents: kept).write(to: whole)
    try expectSameTables(merged, whole)
  }

  @Test func `a merge of merges with ids of three bytes is what is written at once`() throws {
    let database = SampleDatabase.manyAlike()
    func part(_ range: Range<Int>, _ name: String) throws -> (path: String, deletions: DeletionSet) {
      (try source(SampleDatabase(documents: Array(database.documents[range])), name), DeletionSet())
    }
    let first = folder.path(of: "first")
    try merge([part(0..<9_000, "a"), part(9_000..<33_500, "b")], to: first)
    _ = try BlockHashes.seal(DurableFolder(first))
    let (merged, whole) = (folder.path(of: "merged"), folder.path(of: "whole"))
    try merge([(first, DeletionSet()), part(33_500..<40_000, "c")], to: merged)
    try database.write(to: whole)
    try expectSameTables(merged, whole)
  }

  @Test func `contents of many parts are merged`() throws {
    var draw = Lottery(seed: 3)
    var database = SampleDatabase()
    for length in [1, 2, 244, 245] {
      var document = SampleDatabase.Document()
      let term = String(repeating: "x", count: length)
      document.words = (1...7_000).map { (term, UInt32($0 * 300)) } + [("z" + term.dropLast(), 1)]
      document.data = draw.bytes(length * 10_000)
      database.documents.append(document)
    }
    let sources = try database.documents.enumerated().map { number, document in
      (path: try source(SampleDatabase(documents: [document]), "\(number)"), deletions: DeletionSet())
    }
    let (merged, whole) = (folder.path(of: "merged"), folder.path(of: "whole"))
    try merge(sources, to: merged)
    try database.write(to: whole)
    try expectSameTables(merged, whole)
  }

  @Test func `databases that Xapian has written and changed are merged`() throws {
    let parts = (5...7).map { SampleDatabase.drawn(400, words: 90, seed: UInt64($0)) }
    let paths = try parts.enumerated().map { number, part in
      try source(part, "source\(number)", byXapian: number > 0)
    }
    // By these a database has gaps, and leaves that do not lie in the order of their keys.
    let gone: [UInt32] = [1, 7, 8, 200, 399, 400]
    for path in paths.prefix(2) {
      for document in gone { reference_delete(path, document) }
      _ = try BlockHashes.seal(DurableFolder(path))
    }
    let (merged, whole) = (folder.path(of: "merged"), folder.path(of: "whole"))
    let deletions = Self.runs([(6, 1), (9, 2)])
    try merge(paths.map { ($0, deletions) }, to: merged)
    let kept = parts.enumerated().flatMap { number, part in
      part.documents.enumerated().filter { place, _ in
        let id = UInt32(place + 1)
        return !deletions.contains(id) && !(number < 2 && gone.contains(id))
      }.map(\.element)
    }
    try SampleDatabase(documents: kept).write(to: whole)
    #expect(reference_check(merged) == 0)
    let difference = SampleDatabase.difference(SampleDatabase.dump(merged), SampleDatabase.dump(whole))
    #expect(difference == nil)
  }

  @Test func `a merge of nothing is a database without documents`() throws {
    let merged = folder.path(of: "merged")
    let all = try source(SampleDatabase.drawn(3, words: 9, seed: 1), "all")
    try merge([(all, Self.runs([(1, 3)]))], to: merged)
    #expect(SampleDatabase.dump(merged).first?.hasPrefix("documents 0 last 0") == true)
    #expect(reference_check(merged) == 0)
  }

  @Test func `what cannot be merged is named`() throws {
    let good = try source(SampleDatabase.drawn(30, words: 60, seed: 1), "good")
    func refusal(_ sources: [(String, DeletionSet)], to name: String = "merged") -> IndexError? {
      do throws(IndexError) {
        try merge(sources.map { (path: $0.0, deletions: $0.1) }, to: folder.path(of: name))
      } catch {
        WholeFiles.remove(folder.path(of: "merged"))
        return error
      }
      return nil
    }
    #expect(refusal([(good, DeletionSet())]) == nil)
    WholeFiles.remove(folder.path(of: "merged"))
    guard case .damaged(good, let detail) = refusal([(good, Self.runs([(30, 2)]))]) else {
      Issue.record("a deletion of what is not there was taken")
      return
    }
    #expect(detail == "passage 31 is deleted and is not there")
    guard case .damaged = refusal([(folder.path(of: "missing"), DeletionSet())]) else {
      Issue.record("a missing source was taken")
      return
    }
    #expect(refusal([(good, DeletionSet())], to: "good") != nil)
    #expect(throws: IndexError.self, "an id above the last was taken") {
      try merge([(good, DeletionSet())], to: folder.path(of: "merged"), lastDocument: 29)
    }
  }

  @Test func `no block of a source that has changed is merged`() throws {
    let good = try source(SampleDatabase.drawn(60, words: 90, seed: 1), "good")
    for table in [GlassFormat.Table.postlist, .docdata, .termlist, .position] {
      let path = good + "/" + table.fileName
      let bytes = try #require(WholeFiles.bytes(path))
      for place in stride(from: 5, to: bytes.count, by: GlassFormat.blockBytes) {
        var changed = bytes
        changed[place] ^= 0x10
        WholeFiles.write(path, changed)
        #expect(throws: IndexError.self, "\(table) at \(place)") {
          try merge([(good, DeletionSet())], to: folder.path(of: "merged"))
        }
        WholeFiles.remove(folder.path(of: "merged"))
      }
      WholeFiles.write(path, Array(bytes.dropLast(1)))
      #expect(throws: IndexError.self, "\(table) cut") {
        try merge([(good, DeletionSet())], to: folder.path(of: "merged"))
      }
      WholeFiles.remove(folder.path(of: "merged"))
      WholeFiles.write(path, bytes)
    }
  }

  @Test func `a table with foreign contents is refused`() throws {
    let good = try source(SampleDatabase.drawn(60, words: 90, seed: 1), "good")
    var draw = Lottery(seed: 4)
    var refused = 0
    for table in [GlassFormat.Table.postlist, .docdata, .termlist, .position] {
      let path = good + "/" + table.fileName
      let bytes = try #require(WholeFiles.bytes(path))
      for _ in 0..<60 {
        var changed = bytes
        for _ in 0..<1 + draw.below(4) { changed[draw.below(bytes.count)] = UInt8(draw.below(256)) }
        WholeFiles.write(path, changed)
        // With hashes that fit: what is read must be looked at all the same.
        _ = try BlockHashes.seal(DurableFolder(good))
        do throws(IndexError) {
          try merge([(good, DeletionSet())], to: folder.path(of: "merged"))
        } catch {
          refused += 1
        }
        WholeFiles.remove(folder.path(of: "merged"))
      }
      WholeFiles.write(path, bytes)
    }
    #expect(refused > 20)
  }
}

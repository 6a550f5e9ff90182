import TestSupport
import Testing
import XapianReference

@testable import Glass
@testable import SearchIndex
@testable import Storage

/// Our databases against those that Xapian's own writer makes of the same documents.
struct GlassDatabaseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes documents in both ways and compares everything that Xapian reads of them.
  private func compare(
    _ database: SampleDatabase, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (ours, theirs) = (folder.path(of: "ours"), folder.path(of: "theirs"))
    try database.write(to: ours)
    database.writeReference(to: theirs)
    let (our, their) = (SampleDatabase.dump(ours), SampleDatabase.dump(theirs))
    #expect(SampleDatabase.difference(our, their) == nil, sourceLocation: sourceLocation)
    #expect(our.count > database.documents.count, sourceLocation: sourceLocation)
    #expect(reference_check(ours) == 0, sourceLocation: sourceLocation)
  }

  @Test(arguments: [(1, 3), (2, 40), (60, 200), (900, 120)])
  func `documents are as Xapian's writer makes them`(documents: Int, words: Int) throws {
    try compare(SampleDatabase.drawn(documents, words: words, seed: UInt64(documents)))
  }

  @Test func `ids of three bytes and lists of many pieces are as Xapian's`() throws {
    try compare(SampleDatabase.manyAlike())
  }

  @Test func `documents without words, values or data are as Xapian's`() throws {
    var database = SampleDatabase()
    database.documents = [SampleDatabase.Document(), SampleDatabase.Document()]
    database.documents[1].tags = ["Qonly"]
    try compare(database)
    let empty = folder.path(of: "empty")
    try SampleDatabase().write(to: empty)
    #expect(reference_check(empty) == 0)
    #expect(SampleDatabase.dump(empty).first?.hasPrefix("documents 0 last 0") == true)
  }

  @Test func `the longest terms and data of megabytes are as Xapian's`() throws {
    var draw = Lottery(seed: 3)
    var database = SampleDatabase()
    for length in [1, 2, 244, 245] {
      var document = SampleDatabase.Document()
      let term = String(repeating: "x", count: length)
      document.words = (1...700).map { (term, UInt32($0 * $0)) } + [("z" + term.dropLast(), 1)]
      document.data = draw.bytes(length * 10_000)
      database.documents.append(document)
    }
    try compare(database)
  }

  @Test func `compressed contents of many parts are as Xapian's`() throws {
    var database = SampleDatabase()
    var long = SampleDatabase.Document()
    for number in 0..<20_000 { long.words.append(("term\(number * 7_919 % 20_000)", UInt32(number + 1))) }
    long.data = (0..<40_000).flatMap { Array("line \($0 * 31 % 977) of a record\n".utf8) }
    database.documents = [long, SampleDatabase.Document()]
    try compare(database)
  }

  @Test func `frequencies beside a byte's bounds are as Xapian's`() throws {
    var database = SampleDatabase()
    for frequency in [1, 2, 41, 62, 63, 64, 126, 127, 128, 300] {
      var document = SampleDatabase.Document()
      document.words = [("a", 1), ("abc", 2)]
      document.counted = ["b", "bc", "bcdefgh"].flatMap { Array(repeating: $0, count: frequency) }
      database.documents.append(document)
    }
    try compare(database)
  }

  @Test func `a content that no table can hold is refused`() throws {
    // Deflating looks back 32 KB: what is repeated after more is not seen.
    var draw = Lottery(seed: 9)
    var data = draw.bytes(1 << 16)
    while data.count < 140_000_000 { data += data }
    var database = try GlassDatabaseWriter(
      DurableFolder(folder.path(of: "ours")), slotCount: Slot.allCases.count)
    var refusal: IndexError?
    do throws(IndexError) {
      try database.addDocument(length: 0, values: [], data: data)
    } catch {
      refusal = error
    }
    guard case .unexpected(let detail) = refusal else {
      Issue.record("such a content was taken")
      return
    }
    #expect(detail.contains("too large"))
  }

  @Test func `Xapian changes and merges our databases`() throws {
    let (ours, theirs) = (folder.path(of: "ours"), folder.path(of: "theirs"))
    let database = SampleDatabase.drawn(300, words: 90, seed: 5)
    try database.write(to: ours)
    database.writeReference(to: theirs)
    for path in [ours, theirs] { for document in [1, 150, 299] { reference_delete(path, UInt32(document)) } }
    #expect(reference_check(ours) == 0)
    let (our, their) = (SampleDatabase.dump(ours), SampleDatabase.dump(theirs))
    #expect(SampleDatabase.difference(our, their) == nil)
    let merged = [ours, theirs].map { $0 + "-merged" }
    let second = folder.path(of: "second")
    try SampleDatabase.drawn(40, words: 60, seed: 6).write(to: second)
    for (path, destination) in zip([ours, theirs], merged) { reference_merge(path, second, destination) }
    #expect(reference_check(merged[0]) == 0)
    let (ourMerged, theirMerged) = (SampleDatabase.dump(merged[0]), SampleDatabase.dump(merged[1]))
    #expect(SampleDatabase.difference(ourMerged, theirMerged) == nil)
  }

  @Test func `a database is not made where something is`() throws {
    WholeFiles.write(folder.path(of: "ours"), "in the way")
    #expect(throws: IndexError.self) {
      try GlassDatabaseWriter(DurableFolder(folder.path(of: "ours")), slotCount: 1).documentCount
    }
    #expect(throws: IndexError.self) {
      try GlassDatabaseWriter(DurableFolder(folder.path(of: "missing/ours")), slotCount: 1).documentCount
    }
  }
}

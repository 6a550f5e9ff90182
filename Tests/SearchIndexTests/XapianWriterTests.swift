import Articles
import TestSupport
import Testing
import XapianReference

@testable import SearchIndex
@testable import Storage

/// Indexes whose tables Xapian's own writer made, held against ours.
struct XapianWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index(_ writer: TableWriter) throws -> IndexWriter {
    try IndexWriter(path: folder.path(of: writer.rawValue), tableWriter: writer)
  }

  private func fill(_ writer: IndexWriter, _ numbers: Range<Int>) throws {
    for number in numbers {
      try writer.add(
        Sample.article(
          "a\(number)", Sample.longText(number % 2 == 0 ? "drones" : "harvest", sentences: 1 + number * 5),
          title: number % 3 == 0 ? nil : "On U.S. drones", outlet: "Echo", language: "en",
          published: ArticleDate(year: 2031, month: 5, day: 1 + number), fingerprints: [UInt64(number), 7]))
    }
    try writer.commit()
  }

  /// Everything that Xapian reads of all segments.
  private func dumps(_ writer: IndexWriter) -> [[String]] {
    writer.manifest.segments.map { SampleDatabase.dump("\(writer.path)/\($0.path)/\($0.segment.name)") }
  }

  @Test func `segments hold the same, and so do merged ones without what was removed`() throws {
    let (ours, theirs) = (try index(.glass), try index(.xapian))
    for writer in [ours, theirs] {
      try fill(writer, 0..<6)
      try fill(writer, 6..<10)
      #expect(try writer.remove(id: "a3"))
      try writer.commit()
    }
    #expect(dumps(ours).count == 2)
    #expect(dumps(ours) == dumps(theirs))
    for writer in [ours, theirs] { #expect(try writer.merge(.all)) }
    #expect(dumps(ours).count == 1)
    #expect(dumps(ours) == dumps(theirs))
    #expect(
      dumps(theirs).first?.first?.hasPrefix("documents \(theirs.manifest.shards[0].segments[0].passages) ")
        == true)
    for writer in [ours, theirs] { #expect(try IndexExamination(path: writer.path).problems == []) }
  }

  @Test func `segments of both writers lie side by side, and are merged`() throws {
    let path = folder.path(of: "both")
    try fill(IndexWriter(path: path, tableWriter: .xapian), 0..<4)
    let writer = try IndexWriter(path: path)
    try fill(writer, 4..<8)
    #expect(writer.manifest.shards[0].segments.map(\.writer) == [.xapian, nil])
    #expect(try Sample.found(IndexReader(path: path), Sample.word("drones")).count == 7)
    #expect(try writer.merge(.all))
    #expect(writer.manifest.shards[0].segments.map(\.writer) == [.xapian])
    #expect(try Sample.found(IndexReader(path: path), Sample.word("drones")).count == 7)
    #expect(try IndexExamination(path: path).problems == [])
  }
}

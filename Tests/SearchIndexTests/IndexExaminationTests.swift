import TestSupport
import Testing

@testable import SearchIndex
@testable import Storage

/// What only an examination can find: parts of a segment that are whole and do not fit one another.
struct IndexExaminationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes an index of one segment.
  private func index(_ name: String, _ texts: [String]) throws -> String {
    let path = folder.path(of: name)
    let writer = try IndexWriter(path: path)
    for (number, text) in texts.enumerated() { try writer.add(Sample.article("article-\(number)", text)) }
    try writer.commit()
    return path
  }

  /// The folder of the only segment of an index.
  private func segment(of path: String) throws -> DurableFolder {
    let directory = IndexDirectory(path)
    let name = try directory.manifest().shards[0].segments[0].name
    return directory.segments(shard: "00").subfolder(name)
  }

  /// Puts the word table of another index into an index, with hashes and stamps that fit.
  private func exchangeWords(of path: String, by other: String) throws {
    let (mine, theirs) = (try segment(of: path), try segment(of: other))
    let name = WordTableLayout.fileName
    WholeFiles.write(mine.path(of: name), try #require(WholeFiles.bytes(theirs.path(of: name))))
    let directory = IndexDirectory(path)
    var manifest = try directory.manifest()
    manifest.shards[0].segments[0].files = try BlockHashes.seal(mine)
    try directory.publish(manifest)
  }

  private func details(_ path: String) throws -> [String] {
    try IndexExamination(path: path).problems.map { "\($0.kind.rawValue): \($0.detail)" }
  }

  @Test func `a good index has no problems`() throws {
    let path = try index("good", ["Drones and rain.", "Rain, 10 metres, and Überschall.", ""])
    #expect(try details(path) == [])
  }

  @Test func `a word table of other words is found`() throws {
    let texts = ["Alpha rain.", "Rain zeta."]
    let cases = [
      ("lacks", ["Alpha.", "Zeta."], "the word table lacks 'rain'"),
      ("more", ["Alpha rain.", "Rain zeta zulu."], "the word table has 'zulu', which no passage has"),
      ("counts", ["Alpha rain.", "Rain zeta alpha."], "has 'alpha' in 2 passages, Xapian's tables in 1"),
    ]
    for (name, others, expected) in cases {
      let path = try index(name, texts)
      try exchangeWords(of: path, by: try index(name + "-other", others))
      let found = try details(path)
      #expect(
        found.count == 1 && found[0].hasPrefix("broken-structure") && found[0].contains(expected), "\(found)")
    }
  }
}

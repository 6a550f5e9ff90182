import Archive
import Articles
import Formats
import TestSupport
import Testing

/// What leaves an archive comes back as it was.
struct ExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func articles(_ index: String, answering query: String? = nil) throws -> [String: Article] {
    var articles: [String: Article] = [:]
    try Archive(path: index).forEachArticle(answering: query) { articles[$0.id] = $0 }
    return articles
  }

  /// Writes all articles of an archive as JSON Lines, and reads them into another.
  private func copied(_ index: String) throws -> String {
    var lines: [UInt8] = []
    try Archive(path: index).forEachArticle { lines += RecordEncoder.line(for: $0) + [0x0A] }
    let copy = folder.path + "/copy"
    let summary = try Indexer(path: copy).run(paths: [try folder.write("export.jsonl", lines)])
    #expect(summary.refusals == [] && summary.warnings == [])
    return copy
  }

  @Test func `the corpus comes back as it was`() throws {
    _ = try Indexer(path: folder.index).run(paths: [Corpus.folder])
    let before = try articles(folder.index)
    #expect(before.count == 60)
    #expect(try articles(copied(folder.index)) == before)
  }

  @Test func `every field comes back, byte for byte`() throws {
    let lines = [
      #"{"id":"whole","outlet":"Écho","url":"https://a.example/?x=1&y=\"2\"","published":"2024-03-05T09:40:07Z","#
        + #""printed_date":"2024-03","crawled":"2024-03-06","title":"A \"title\"","byline":"Anna Bell; Ben Cole","#
        + #""language":"de","entities":[{"class":"person","name":"Anna Bell"},{"class":"place","name":"Köln"}],"#
        + #""sources":["Wire","https://b.example"],"text":"Erste Zeile.\r\n\r\n\tZweite  Zeile. \n"}"#,
      #"{"id":"year","published":"1987","text":"  \u0001\u001f\u007f \u2028 \u202e 👩‍👩‍👧 e\u0301 ﬁ \ufeff end\u0000.  "}"#,
      #"{"id":"bare","text":"x"}"#,
      #"{"outlet":"No id","text":"An article that brings no id of its own."}"#,
      #"{"id":"\#(String(repeating: "long/", count: 100))","text":"Its id is long."}"#,
    ]
    let source = try folder.write("in.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try Indexer(path: folder.index).run(paths: [source]).refusals == [])
    let before = try articles(folder.index)
    #expect(before.count == 5)
    #expect(before["whole"]?.text == "Erste Zeile.\r\n\r\n\tZweite  Zeile. \n")
    #expect(before["whole"]?.entities.count == 2 && before["year"]?.published?.month == nil)
    #expect(try articles(copied(folder.index)) == before)
  }

  @Test func `a copy has the same articles by the same hashes, so that indexing it changes nothing`() throws {
    _ = try Indexer(path: folder.index).run(paths: [Corpus.folder])
    _ = try copied(folder.index)
    let again = try Indexer(path: folder.index).run(paths: [folder.path + "/export.jsonl"])
    #expect(again.unchanged == 60 && again.changedNothing)
  }

  @Test func `a query chooses articles, each once`() throws {
    let long = String(repeating: "The goat is back on the hill again today. ", count: 60)
    let source = try folder.write(
      "in.jsonl",
      #"{"id":"a","outlet":"Echo","text":"\#(long)"}"# + "\n" + #"{"id":"b","text":"The goat."}"# + "\n"
        + #"{"id":"c","text":"The bell."}"# + "\n")
    _ = try Indexer(path: folder.index).run(paths: [source])
    var ids: [String] = []
    let count = try Archive(path: folder.index).forEachArticle(answering: "goat") { ids.append($0.id) }
    #expect(ids.sorted() == ["a", "b"] && count == 2)
    #expect(try articles(folder.index, answering: "outlet:echo").keys.sorted() == ["a"])
    #expect(throws: ArchiveError.self) { try articles(folder.index, answering: "foo:bar") }
  }
}

import Archive
import Articles
import Formats
import FoundationEssentials
import SearchIndex
import Storage
import TestSupport
import Testing

/// What happens when articles are brought in again, changed, moved and taken away.
struct IndexerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A record of the native format.
  private func record(_ id: String, _ text: String, outlet: String = "Hill Echo") -> String {
    #"{"id": "\#(id)", "outlet": "\#(outlet)", "title": "On \#(id)", "text": "\#(text)"}"# + "\n"
  }

  private func run(_ paths: [String], prune: Bool = false) throws -> IndexingSummary {
    try Indexer(path: folder.index, options: IndexingOptions(prune: prune)).run(paths: paths)
  }

  private func archive() throws -> Archive { try Archive(path: folder.index) }

  private func text(_ id: String) throws -> String { try archive().record(ofArticle: id).article.text }

  @Test func `the same file again is not read again`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + record("b", "So is the bell."))
    #expect(try run([path]).added == 2)
    let commit = try archive().status().commit
    let again = try run([path])
    #expect(again.unchangedFiles == 1 && again.changedNothing && again.unchanged == 0)
    #expect(try archive().status().articles == 2)
    #expect(try archive().status().commit <= commit + 1)
  }

  @Test func `ids that differ in bytes alone are two articles`() throws {
    let (one, other) = ("caf\u{E9}", "cafe\u{301}")
    let path = try folder.write(
      "news.jsonl", record(one, "The goat is back.") + record(other, "So is the bell."))
    #expect(try run([path]).added == 2)
    #expect(try archive().status().articles == 2)
    #expect(try text(one) == "The goat is back.")
    #expect(try text(other) == "So is the bell.")
    try folder.write("news.jsonl", record(one, "The goat is back.") + record(other, "The bell fell."))
    let again = try run([path])
    #expect(again.unchanged == 1 && again.replaced == 1)
    #expect(try text(one) == "The goat is back.")
    #expect(try text(other) == "The bell fell.")
  }

  @Test func `files whose names differ in bytes alone are two files`() throws {
    try folder.write("in/caf\u{E9}.txt", "The goat is back.")
    try folder.write("in/cafe\u{301}.txt", "So is the bell.")
    #expect(try run([folder.path + "/in"]).added == 2)
    let again = try run([folder.path + "/in"])
    #expect(again.unchangedFiles == 2 && again.changedNothing)
    try folder.remove("in/cafe\u{301}.txt")
    #expect(try run([folder.path + "/in"], prune: true).removed == 1)
    #expect(try archive().status().articles == 1)
    #expect(try text("caf\u{E9}") == "The goat is back.")
  }

  @Test func `an article with a field longer than any is refused, and the others are taken`() throws {
    let long = String(repeating: "Hill ", count: 2_000)
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.", outlet: long) + record("b", "So is the bell."))
    let summary = try run([path])
    #expect(summary.added == 1 && summary.refusals.map(\.reason) == [.tooLarge])
    #expect(summary.refusals.first?.message.contains("its outlet has 10000 bytes") == true)
  }

  @Test func `what a run gives up is not counted, and the next run takes it in`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + record("b", "So is the bell."))
    let stopped = try Indexer(path: folder.index, options: IndexingOptions()).run(paths: [path]) { true }
    #expect(stopped.wasInterrupted && stopped.added == 0)
    #expect(try run([path]).added == 2)
  }

  @Test func `the same articles in another file are unchanged`() throws {
    let records = record("a", "The goat is back.") + record("b", "So is the bell.")
    _ = try run([try folder.write("news.jsonl", records)])
    let again = try run([try folder.write("copy.jsonl", records)])
    #expect(again.unchanged == 2 && again.changedNothing)
    #expect(try archive().status().articles == 2)
  }

  @Test func `a changed text replaces the old one`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + record("b", "The bell rings."))
    _ = try run([path])
    try folder.write("news.jsonl", record("a", "The camel is back.") + record("b", "The bell rings."))
    let again = try run([path])
    #expect(again.replaced == 1 && again.unchanged == 1 && again.added == 0)
    #expect(try text("a") == "The camel is back.")
    #expect(try archive().search("goat").results.isEmpty)
    #expect(try archive().search("camel").results.map(\.article.id) == ["a"])
    #expect(try archive().status().articles == 2)
  }

  @Test func `a changed title or date replaces the old article too`() throws {
    _ = try run([try folder.write("1.jsonl", #"{"id":"a","title":"Old","text":"Same text."}"#)])
    let again = try run([try folder.write("2.jsonl", #"{"id":"a","title":"New","text":"Same text."}"#)])
    #expect(again.replaced == 1)
    #expect(try archive().record(ofArticle: "a").article.title == "New")
  }

  @Test func `of two records with one id the later counts, and one article is there`() throws {
    let path = try folder.write(
      "news.jsonl",
      record("a", "First version of it.") + record("b", "Other.") + record("a", "Second version."))
    let summary = try run([path])
    #expect(summary.added == 2 && summary.replaced == 1)
    #expect(try text("a") == "Second version.")
    #expect(try archive().status().articles == 2)
    #expect(try archive().search("version").results.count == 1)
  }

  @Test func `the later of two records with one id counts with many threads too`() throws {
    let records = (0..<400).map { record("a\($0 % 20)", "Version \($0) of the story.") }.joined()
    let path = try folder.write("news.jsonl", records)
    _ = try Indexer(path: folder.index, options: IndexingOptions(jobs: 4)).run(paths: [path])
    for number in 0..<20 { #expect(try text("a\(number)") == "Version \(380 + number) of the story.") }
    #expect(try archive().status().articles == 20)
  }

  @Test func `going back to an older version within one run ends with the last`() throws {
    let path = try folder.write("1.jsonl", record("a", "First."))
    _ = try run([path])
    let again = try folder.write("2.jsonl", record("a", "Second.") + record("a", "First."))
    _ = try run([again])
    #expect(try text("a") == "First.")
    #expect(try archive().status().articles == 1)
  }

  @Test func `prune removes the articles of a file that is gone`() throws {
    try folder.write("in/one.txt", "One title\n\nThe goat is back.")
    try folder.write("in/two.txt", "Two title\n\nThe bell rings.")
    _ = try run([folder.path + "/in"])
    try folder.remove("in/one.txt")
    #expect(try run([folder.path + "/in"]).removed == 0)
    #expect(try archive().status().articles == 2)
    #expect(try run([folder.path + "/in"], prune: true).removed == 1)
    #expect(try archive().search("goat").results.isEmpty)
    #expect(try archive().search("bell").results.count == 1)
  }

  @Test func `prune removes a record that is gone from its file`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + record("b", "The bell rings."))
    _ = try run([path])
    try folder.write("news.jsonl", record("b", "The bell rings."))
    #expect(try run([path], prune: true).removed == 1)
    #expect(throws: ArchiveError.self) { try text("a") }
    #expect(try text("b") == "The bell rings.")
  }

  @Test func `prune leaves articles alone that came from elsewhere`() throws {
    let one = try folder.write("one/a.jsonl", record("a", "The goat is back."))
    let two = try folder.write("two/b.jsonl", record("b", "The bell rings."))
    _ = try run([one, two])
    try folder.remove("one/a.jsonl")
    #expect(try run([folder.path + "/two"], prune: true).removed == 0)
    #expect(try archive().status().articles == 2)
  }

  @Test func `prune keeps an article that moved to another file`() throws {
    try folder.write("in/1.jsonl", record("a", "The goat is back."))
    try folder.write("in/2.jsonl", record("b", "The bell rings."))
    _ = try run([folder.path + "/in"])
    try folder.remove("in/1.jsonl")
    try folder.write("in/2.jsonl", record("b", "The bell rings.") + record("a", "The goat is back."))
    #expect(try run([folder.path + "/in"], prune: true).removed == 0)
    #expect(try text("a") == "The goat is back.")
  }

  /// An article is known by where it was read last, or else a later prune would take it from under a live file.
  @Test func `prune keeps an article whose new file has it unchanged`() throws {
    try folder.write("in/1.jsonl", record("a", "The goat is back."))
    _ = try run([folder.path + "/in"])
    try folder.write("in/2.jsonl", record("a", "The goat is back."))
    _ = try run([folder.path + "/in"])
    try folder.remove("in/1.jsonl")
    _ = try run([folder.path + "/in"], prune: true)
    #expect(try archive().status().articles == 1)
  }

  @Test func `a refusal of a path that is missing is listed in the index`() throws {
    try folder.write("in/1.jsonl", record("a", "The goat is back.") + "no JSON\n")
    let missing = folder.path + "/missing.jsonl"
    #expect(try run([folder.path + "/in", missing]).refusals.count == 2)
    let listed = try archive().status().refusals
    #expect(listed.map(\.reason) == [.badJSON, .missingFile])
    #expect(listed.last?.location.file == missing)
  }

  @Test func `an article is removed by its id`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + record("b", "The goat bell."))
    _ = try run([path])
    #expect(try Indexer(path: folder.index).remove(ids: ["a", "zz"]) == ["zz"])
    #expect(try archive().search("goat").results.map(\.article.id) == ["b"])
    #expect(throws: ArchiveError.unknownArticle(id: "a")) { try text("a") }
    #expect(try archive().status().articles == 1)
  }

  @Test func `a removed article stays out until its file changes`() throws {
    let path = try folder.write("news.jsonl", record("a", "The goat is back."))
    _ = try run([path])
    _ = try Indexer(path: folder.index).remove(ids: ["a"])
    #expect(try run([path]).unchangedFiles == 1)
    #expect(try archive().status().articles == 0)
    try folder.write("news.jsonl", record("a", "The goat is back.") + record("b", "The bell rings."))
    #expect(try run([path]).added == 2)
    #expect(try archive().status().articles == 2)
  }

  @Test func `refusals of a file that is not read again are told again`() throws {
    let path = try folder.write(
      "news.jsonl", record("a", "The goat is back.") + "{broken\n" + record("b", " "))
    let first = try run([path])
    #expect(first.refusals.map(\.reason) == [.badJSON, .noText])
    #expect(try run([path]).refusals == first.refusals)
    #expect(try archive().status().refusals == first.refusals)
    let name = try #require(try folder.names(in: "index").first { $0.hasPrefix("refusals.jsonl") })
    #expect(try folder.text(of: "index/" + name).split(separator: "\n").count == 2)
  }

  @Test func `a refusal goes when its file is mended`() throws {
    let path = try folder.write("news.jsonl", "{broken\n")
    _ = try run([path])
    try folder.write("news.jsonl", record("a", "The goat is back."))
    #expect(try run([path]).refusals.isEmpty)
    #expect(try archive().status().refusals.isEmpty)
  }

  @Test func `an archive that was opened before stays as it was`() throws {
    _ = try run([try folder.write("1.jsonl", record("a", "The goat is back."))])
    let before = try archive()
    _ = try run([try folder.write("2.jsonl", record("a", "The camel is back.") + record("b", "More goats."))])
    #expect(try before.search("goat").results.map(\.article.id) == ["a"])
    #expect(try before.record(ofArticle: "a").article.text == "The goat is back.")
    #expect(try archive().search("goat").results.map(\.article.id) == ["b"])
  }

  @Test func `a second writer is told who holds the lock`() throws {
    let first = try Indexer(path: folder.index)
    #expect {
      _ = try Indexer(path: folder.index)
    } throws: { error in
      guard case ArchiveError.index(.locked) = error else { return false }
      return true
    }
    _ = try first.run(paths: [])
  }

  @Test func `a run that is cancelled says so and keeps what it read`() throws {
    let path = try folder.write("news.jsonl", (0..<50).map { record("a\($0)", "The goat \($0).") }.joined())
    let stop = Countdown(20)
    let summary = try Indexer(path: folder.index, options: IndexingOptions(jobs: 1))
      .run(paths: [path], isCancelled: { stop.isOver() })
    #expect(summary.wasInterrupted)
    #expect(summary.added == 20)
    #expect(try archive().status().articles == 20)
    #expect(summary.stoppedAt?.line == 20)
    let unfinished = try archive().status().unfinished
    #expect(unfinished.map(\.path) == [path] && unfinished.map(\.records) == [20])
    let rest = try run([path])
    #expect(rest.added == 30 && rest.unchanged == 0)
    #expect(try archive().status().unfinished.isEmpty && archive().status().files == 1)
  }

  @Test func `a run that goes on reads a file from its start where it has changed`() throws {
    let records = (0..<50).map { record("a\($0)", "The goat \($0).") }
    let path = try folder.write("news.jsonl", records.joined())
    let stop = Countdown(20)
    _ = try Indexer(path: folder.index, options: IndexingOptions(jobs: 1))
      .run(paths: [path], isCancelled: { stop.isOver() })
    try folder.write("news.jsonl", record("b", "The camel.") + records.joined())
    let rest = try run([path])
    #expect(rest.added == 31 && rest.unchanged == 20)
  }

  @Test func `what was refused before a run was stopped is still listed after the next`() throws {
    let records = (0..<20).map { record("a\($0)", $0 == 3 || $0 == 15 ? "" : "The goat \($0).") }
    let path = try folder.write("news.jsonl", records.joined())
    let stop = Countdown(10)
    let first = try Indexer(path: folder.index, options: IndexingOptions(jobs: 1))
      .run(paths: [path], isCancelled: { stop.isOver() })
    #expect(first.refusals.map(\.location.line) == [4])
    #expect(try archive().status().refusals.map(\.location.line) == [4])
    #expect(try run([path]).refusals.map(\.location.line) == [4, 16])
    #expect(try archive().status().refusals.map(\.location.line) == [4, 16])
    #expect(try archive().status().articles == 18)
  }

  @Test func `pruning after a run that was stopped keeps what that run brought in`() throws {
    let path = try folder.write("news.jsonl", (0..<50).map { record("a\($0)", "The goat \($0).") }.joined())
    let stop = Countdown(20)
    _ = try Indexer(path: folder.index, options: IndexingOptions(jobs: 1))
      .run(paths: [path], isCancelled: { stop.isOver() })
    let rest = try run([path], prune: true)
    #expect(rest.added == 30 && rest.unchanged == 20 && rest.removed == 0)
    #expect(try archive().status().articles == 50)
  }

  @Test func `a run over many files that is stopped has some of them whole`() throws {
    for number in 0..<10 { try folder.write("in/\(number).txt", "The goat number \(number) is back.") }
    let stop = Countdown(4)
    let summary = try Indexer(path: folder.index, options: IndexingOptions(jobs: 1))
      .run(paths: [folder.path + "/in"], isCancelled: { stop.isOver() })
    #expect(summary.added == 4)
    #expect(try archive().status().files == 4)
    let rest = try run([folder.path + "/in"])
    #expect(rest.added == 6 && rest.unchangedFiles == 4)
  }

  @Test func `large records among small ones all go in, with many threads`() throws {
    let large = String(repeating: "The goat is back in the village. ", count: 130_000)
    let records = (0..<12).map { record("a\($0)", $0 % 4 == 0 ? large : "The goat \($0).") }
    let path = try folder.write("news.jsonl", records.joined())
    let summary = try Indexer(path: folder.index, options: IndexingOptions(jobs: 4)).run(paths: [path])
    #expect(summary.added == 12 && summary.refusals.isEmpty)
    #expect(try text("a4").utf8.count == large.utf8.count)
  }

  @Test func `the same input makes the same index, however many threads there are`() throws {
    var records: [String] = []
    for number in 0..<300 {
      let sentence = "The goat number \(number % 37) met the camel of \(number * 7919 % 1_000) villages. "
      records.append(record("a\(number)", String(repeating: sentence, count: 1 + number * 31 % 17)))
    }
    let path = try folder.write("news.jsonl", records.joined())
    var tables: [[String: Data]] = []
    for jobs in [1, 2, 5] {
      let options = IndexingOptions(jobs: jobs, segmentTextBytes: 20_000)
      _ = try Indexer(path: folder.path + "/index\(jobs)", options: options).run(paths: [path])
      tables.append(try self.tables(in: "index\(jobs)/shards/00/segments"))
    }
    #expect(tables[0].count > 4)
    #expect(tables[1] == tables[0] && tables[2] == tables[0])
  }

  @Test func `each commit of a run covers the lines that it has, and the next run goes on from any`() throws {
    let records = (0..<1_500).map { record("a\($0)", "The goat number \($0) is back in village \($0 % 7).") }
    let path = try folder.write("news.jsonl", records.joined())
    let options = IndexingOptions(jobs: 3, segmentTextBytes: 1_000, commitTextBytes: 6_000)
    let index = folder.index
    let copies = folder.path + "/copies"
    try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: true)
    // What lies on the disk at some moments is what a killed run would leave.
    let summary = try Indexer(path: index, options: options).run(
      paths: [path],
      report: { progress in
        try? FileManager.default.copyItem(atPath: index, toPath: "\(copies)/\(progress.articles)")
      })
    #expect(summary.added == 1_500)
    var commits: Set<Int> = []
    for name in try folder.names(in: "copies") {
      let status = try Archive(path: "\(copies)/\(name)").status()
      commits.insert(status.articles)
      #expect(status.unfinished.map(\.records) == (status.articles == 0 ? [] : [status.articles]))
      let rest = try Indexer(path: "\(copies)/\(name)", options: options).run(paths: [path])
      #expect(rest.added == 1_500 - status.articles && rest.unchanged == 0)
      #expect(try Archive(path: "\(copies)/\(name)").status().articles == 1_500)
    }
    #expect(commits.count > 3)
  }

  /// All tables of all segments of an index.
  private func tables(in name: String) throws -> [String: Data] {
    var tables: [String: Data] = [:]
    for segment in try folder.names(in: name) {
      for file in try folder.names(in: "\(name)/\(segment)")
      where file.contains(".glass") || file.contains(".table") {
        tables["\(segment)/\(file)"] = try folder.data(of: "\(name)/\(segment)/\(file)")
      }
    }
    return tables
  }

  @Test func `a run with nothing to read makes an empty index`() throws {
    #expect(try run([]).changedNothing)
    let archive = try archive()
    #expect(try archive.status().articles == 0)
    #expect(try archive.search("goat").results.isEmpty)
    #expect(try archive.matches(of: "The goat is back.").isEmpty)
    #expect(try archive.entities(.person, limit: 5).isEmpty)
  }

  @Test func `there is no archive where nothing was indexed`() throws {
    #expect(throws: ArchiveError.index(.notFound(path: folder.index))) { try archive() }
  }
}

import Formats
import SearchIndex
import Testing

@testable import Archive
@testable import Presentation

/// What an index holds, and what is wrong with it, in text.
struct StatusTextTests {
  private var status: ArchiveStatus {
    ArchiveStatus(
      path: "news", commit: 4, articles: 12, passages: 1, outlets: 3, segments: 2, deletedArticles: 1,
      textBytes: 999, diskBytes: 61_440, earliest: day(3), latest: day(5), files: 1,
      unfinished: [UnfinishedFile(path: "feed.jsonl", records: 8)], refusals: [])
  }

  @Test func `each fact has a line, and what there is none of has none`() {
    #expect(
      StatusText.text(of: status).split(separator: "\n") == [
        "index     news, commit 4, 2 segments", "articles  12 in 1 passage", "outlets   3",
        "dates     2031-05-03 to 2031-05-05", "files     1 read whole",
        "stopped   feed.jsonl after 8 records",
        "text      999 bytes", "disk      61.4 kB",
        "waiting   1 article replaced or removed; the next merge drops them",
      ])
    var bare = status
    (bare.earliest, bare.latest, bare.files, bare.deletedArticles, bare.unfinished) = (nil, nil, 0, 0, [])
    let text = StatusText.text(of: bare)
    #expect(text.contains("dates     none\n"))
    #expect(!text.contains("files") && !text.contains("waiting") && !text.contains("stopped"))
    bare.earliest = day(3)
    bare.latest = day(3)
    #expect(StatusText.text(of: bare).contains("dates     2031-05-03\n"))
  }

  @Test func `languages without a model are named`() {
    var mixed = status
    mixed.languagesWithoutModel = [
      LanguageCount(code: "cs", passages: 3), LanguageCount(code: "fi", passages: 1),
    ]
    #expect(
      StatusText.text(of: mixed).contains(
        "names     no model for cs (3 passages), fi (1 passage): of these only known places are tagged\n"))
  }

  @Test func `a sound index is well, and one that could not be checked whole says so`() {
    var found = ArchiveVerification(articles: 12, segments: 2, bytes: 2_000_000)
    let writer = VerificationText(folder: "news")
    #expect(writer.summary(of: found, nil) == "news: 12 articles in 2 segments, 2.0 MB: all is well\n")
    found.segmentsWithoutCheck = 1
    #expect(writer.summary(of: found, nil).contains("which wants to open 1 segment for writing"))
  }

  @Test func `a damaged one says how much is touched and what to do, then what was done`() {
    let found = ArchiveVerification(
      problems: [
        IndexProblem(.damagedFile, at: "record.glass", segment: "s1", "is cut off\u{1B}[2J"),
        IndexProblem(.damagedFile, at: "term.glass", segment: "s1", "is missing"),
      ], articles: 12, segments: 2, bytes: 10, affectedArticles: 5)
    let writer = VerificationText(folder: "news")
    #expect(writer.problems(of: found).split(separator: "\n").count == 2)
    #expect(!writer.problems(of: found).contains("\u{1B}"))
    let advice = writer.summary(of: found, nil)
    #expect(
      advice.hasPrefix("news: 12 articles in 2 segments, 10 bytes: 2 problems\n5 articles lie in 1 segment "))
    #expect(advice.contains("'reprise verify --repair' keeps what can be read"))
    let repaired = RepairSummary(
      salvaged: 4, lost: 1, forgotten: (1...12).map { "f\($0).txt" }, segments: 1)
    let told = writer.summary(of: found, repaired)
    #expect(told.contains("repaired: 4 articles taken over from damaged segments\n"))
    #expect(told.contains("1 article could not be read any more\nindex these files again:\n  f1.txt\n"))
    #expect(told.hasSuffix("  f10.txt\n  and 2 more; 'reprise index' over their folders finds them\n"))
    let piped = writer.summary(of: found, RepairSummary(salvaged: 0, lost: 2, forgotten: [], segments: 0))
    #expect(piped.hasSuffix("what came through a pipe must be given again\n"))
  }

  @Test func `progress is told in bytes, then in articles`() {
    #expect(VerificationText.line(of: .files(bytes: 1, of: 1_500)) == "1 byte of 1.5 kB checked")
    #expect(VerificationText.line(of: .articles(1, of: 2)) == "1 of 2 articles checked")
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (999_940, "999.9 kB"),
    (999_960, "1.0 MB"), (3_200_000_000, "3.2 GB"), (5_000_000_000_000_000, "5000.0 TB"),
  ])
  func `bytes are told in the unit that fits`(bytes: Int, text: String) {
    #expect(ByteCount.text(of: bytes) == text)
  }
}

import Archive
import Articles
import Formats
import Testing

/// What happens to the corpus as a whole when it is indexed.
struct CorpusIndexingTests {
  @Test func `all articles go in and what cannot be read is refused with its place and reason`() throws {
    let reasons = ["empty": "no-text", "encoding": "not-utf8", "json": "bad-json", "missing": "missing-file"]
    let known = try Corpus.table("refusals.tsv").map {
      "\($0["file", default: ""]):\($0["line", default: ""]) \(reasons[$0["reason", default: ""], default: "?"])"
    }
    let summary = try Corpus.summary()
    let refused = summary.refusals.map {
      "\($0.location.file.dropFirst(Corpus.folder.count + 1)):\($0.location.line ?? 0) \($0.reason.rawValue)"
    }
    #expect(refused.sorted() == known.sorted())
    #expect(summary.added == 60)
    #expect(summary.warnings.map(\.description) == [])
  }

  @Test func `a refusal of a text file names it`() throws {
    let messages = try Corpus.summary().refusals.map(\.description)
    #expect(messages.contains { $0.contains("gone.txt") })
    #expect(messages.contains { $0.contains("UTF-8") })
  }

  @Test func `the status counts what is in`() throws {
    let status = try Corpus.archive().status()
    #expect(status.articles == 60)
    #expect(status.passages >= 60)
    #expect(status.outlets == 42)
    #expect(status.refusals.count == 4)
    #expect(status.deletedArticles == 0)
    #expect(status.textBytes > 50_000 && status.diskBytes > status.textBytes / 4)
    #expect(status.earliest?.description == "2024-01-03")
    #expect(status.latest?.description.hasPrefix("2024-06-21") == true)
  }

  @Test(arguments: [
    ("kelp-c", "Soap & Scent Trade News", "2024-04-15"),
    ("harbour-verbatim", "The Eastern Post", "2024-03-05T06:10:00Z"),
    ("fair-month", "Gentle Planet", "2024-04"),
    ("orchard-undated", "Oddly Good News", nil),
    ("kestrel/harbour-night", "kestrel", nil),
    ("zh-tea", "滇池新报", "2024-03-28T02:00:00Z"),
  ])
  func `an article comes back as it was given`(id: String, outlet: String, published: String?) throws {
    let article = try Corpus.archive().record(ofArticle: id).article
    #expect(article.id == id)
    #expect(article.outlet == outlet)
    #expect(article.published?.description == published)
    #expect(!article.text.isEmpty)
  }

  @Test func `an id that is not there is an error that names it`() throws {
    let archive = try Corpus.archive()
    #expect(throws: ArchiveError.unknownArticle(id: "harbour-none")) {
      try archive.record(ofArticle: "harbour-none")
    }
  }
}

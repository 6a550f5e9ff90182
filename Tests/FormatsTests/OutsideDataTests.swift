import FoundationEssentials
import Testing

import Formats

/// Reading large sets of real articles, where `REPRISE_DATA` names a folder that has them.
struct OutsideDataTests {
  static let data = ProcessInfo.processInfo.environment["REPRISE_DATA"]

  @Test(
    .enabled(if: data != nil, "REPRISE_DATA names no folder with outside data"),
    arguments: [
      ("news/allsides-part.jsonl.gz", 13_182, 0), ("planted/news20k.jsonl.gz", 20_000, 0),
      ("reprints/docs.jsonl.gz", 311, 0), ("reuse/clough_stevenson/docs.jsonl", 100, 0),
      ("ranking/scifact/corpus.jsonl", 5183, 0), ("ranking/scifact/queries.jsonl", 0, 300),
      ("ranking/cranfield/corpus.jsonl", 1398, 2),
    ])
  func `every record of an outside set is read or refused`(file: String, articles: Int, refusals: Int) throws
  {
    let reading = Reading(try #require(Self.data) + "/" + file)
    #expect(reading.articles.count == articles)
    #expect(reading.refusals.count == refusals)
    #expect(Set(reading.ids).count == articles)
  }
}

import Testing

@testable import Formats

struct FormatDetectionTests {
  @Test(arguments: [
    ("id outlet url published title text", RecordFormat.reprise), ("file outlet printed_date note", .reprise),
    ("id text", .reprise), ("doc_id outlet date url title text lang", .reprise),
    ("id text tags section", .reprise),
    ("text source hostname", .trafilatura),
    ("url hostname sitename text raw_text fingerprint title date", .trafilatura),
    ("maintext source_domain title url text authors", .newsPlease),
    ("id media_name media_url publish_date title url language text", .mediaCloud),
    ("thread uuid url text entities published crawled author title", .webz),
    ("id date source title content author url published published_utc collection_utc", .nela),
    ("id content title media-type source published", .signal),
    ("uri headline body_text versioncreated", .ninjs),
    ("uri title body_html type", .ninjs), ("_id title text", .beir), ("_id title text metadata", .beir),
    ("id series date text", .passim), ("id series date text title url", .passim),
  ])
  func `keys taken together tell the format`(keys: String, format: RecordFormat) {
    #expect(FormatDetection(keys: Set(keys.split(separator: " ").map(String.init))) == .format(format))
  }

  @Test(arguments: ["", "a b", "text", "_id text", "title content source", "id title", "hostname text"])
  func `keys that fit nothing are unknown`(keys: String) {
    #expect(FormatDetection(keys: Set(keys.split(separator: " ").map(String.init))) == .unknown)
  }

  @Test(arguments: [
    ("id outlet text source", [RecordFormat.reprise]), ("_id title text id", [.reprise, .beir]),
    ("id series text outlet", [.reprise, .passim]),
  ])
  func `keys of several formats at once are ambiguous`(keys: String, formats: [RecordFormat]) {
    #expect(FormatDetection(keys: Set(keys.split(separator: " ").map(String.init))) == .ambiguous(formats))
  }

  @Test(arguments: RecordFormat.allCases)
  func `a record with all keys of a format is of that format`(format: RecordFormat) {
    let mapping = format.mapping
    #expect(FormatDetection(keys: mapping.keysRead.union(mapping.required.joined())) == .format(format))
  }
}

import Articles
import Testing

@testable import Formats

struct RecordDecoderTests {
  private func events(_ record: String, format: RecordFormat? = nil) -> [ReadingEvent] {
    RecordLine.events(from: Array(record.utf8), format: format, at: SourceLocation(file: "x", line: 1))
  }

  private func article(_ record: String, format: RecordFormat? = nil) throws -> Article {
    let events = events(record, format: format)
    guard case .article(let article, _, _) = try #require(events.last), events.count == 1 else {
      throw UnexpectedEvents(events: events)
    }
    return article
  }

  private func refusal(_ record: String, format: RecordFormat? = nil) throws -> Refusal {
    guard case .refused(let refusal) = try #require(events(record, format: format).first) else {
      throw UnexpectedEvents(events: events(record, format: format))
    }
    return refusal
  }

  private struct UnexpectedEvents: Error { let events: [ReadingEvent] }

  // MARK: Formats

  @Test func `the format of a record is found again where its keys are others than of the one before`() throws
  {
    let decoder = RecordDecoder(format: nil, fileLimit: 1000)
    let records = [
      #"{"id": "a", "outlet": "The Lamp", "text": "One."}"#,
      #"{"id": "b", "outlet": "The Lamp", "text": "Two."}"#,
      #"{"id": "c", "content": "Three.", "media-type": "News", "source": "The Torch"}"#,
      #"{"id": "d", "outlet": "The Lamp", "text": "Four."}"#,
    ]
    let articles = records.flatMap { record in
      decoder.events(from: Array(record.utf8), folder: nil, at: SourceLocation(file: "x", line: 1))
    }.compactMap { event in
      if case .article(let article, _, _) = event { article } else { nil }
    }
    #expect(articles.map(\.outlet) == ["The Lamp", "The Lamp", "The Torch", "The Lamp"])
    #expect(articles.map(\.text) == ["One.", "Two.", "Three.", "Four."])
  }

  @Test func `our own record is read whole`() throws {
    let article = try article(
      """
      {"id": "a1", "outlet": "The Lamp", "url": "https://lamp.example/1", "published": "2024-02-21T09:30:00+01:00",
       "printed_date": "21 February 2024", "crawled": "2024-02-22", "title": "A headline", "text": "A text.\\n",
       "language": "EN-gb", "byline": ["Ann Lee", "Bo Day"], "sources": ["Agency One", "Agency Two"],
       "entities": [{"class": "person", "name": "Ann Lee"}, {"class": "org", "name": "NATO"},
       {"class": "place", "name": "Oslo"}]}
      """)
    #expect(
      article
        == Article(
          id: "a1", outlet: "The Lamp", url: "https://lamp.example/1", title: "A headline", text: "A text.\n",
          language: "en", byline: "Ann Lee, Bo Day", published: ArticleDate(parsing: "2024-02-21T08:30:00Z"),
          printed: ArticleDate(parsing: "2024-02-21"), crawled: ArticleDate(parsing: "2024-02-22"),
          entities: [
            GivenEntity(entityClass: .person, name: "Ann Lee"),
            GivenEntity(entityClass: .organisation, name: "NATO"),
            GivenEntity(entityClass: .place, name: "Oslo"),
          ],
          sources: ["Agency One", "Agency Two"]))
  }

  @Test(arguments: [
    #"{"id": "r", "outlet": "O", "date": "1987-04-03", "title": "T", "text": "X"}"#,
    #"{"doc_id": "r", "outlet": "O", "date": "1987-04-03", "url": "", "title": "T", "text": "X", "lang": "en"}"#,
    #"{"id": "r", "outlet": "O", "published": "1987-04-03", "title": "T", "text": "X", "note": "kept out"}"#,
  ])
  func `our own record may use the names of older sets`(record: String) throws {
    let article = try article(record)
    #expect(article.id == "r")
    #expect(article.outlet == "O")
    #expect(article.url == nil)
    #expect(article.published?.description == "1987-04-03")
  }

  @Test func `trafilatura's source is the address and its host the outlet`() throws {
    let article = try article(
      """
      {"title": "T", "author": "Ann Lee; Bo Day", "hostname": "lamp.example", "date": "2024-02-21", "id": null,
       "fingerprint": "abc", "license": null, "comments": "", "raw_text": "X", "text": "X", "language": null,
       "image": null, "pagetype": "article", "filedate": "2024-03-01", "source": "https://lamp.example/1",
       "source-hostname": "The Lamp", "excerpt": "E", "categories": "", "tags": ""}
      """)
    #expect(article.id.hasPrefix("url-"))
    #expect(article.url == "https://lamp.example/1")
    #expect(article.outlet == "The Lamp")
    #expect(article.byline == "Ann Lee; Bo Day")
    #expect(article.published?.description == "2024-02-21")
    #expect(article.crawled?.description == "2024-03-01")
  }

  @Test func `trafilatura without a site name has its host for an outlet`() throws {
    let record =
      #"{"text": "X", "hostname": "lamp.example", "source-hostname": null, "source": "https://lamp.example/1"}"#
    #expect(try article(record).outlet == "lamp.example")
  }

  @Test func `news-please writes None for what is missing`() throws {
    let article = try article(
      """
      {"authors": [], "date_download": "2024-02-22 10:00:00", "date_modify": "None", "date_publish": "None",
       "description": "D", "filename": "f.json", "image_url": null, "language": "en", "localpath": null,
       "maintext": "X", "source_domain": "lamp.example", "text": null, "title": "None", "title_page": null,
       "title_rss": null, "url": "https://lamp.example/1"}
      """)
    #expect(article.text == "X")
    #expect(article.title == nil)
    #expect(article.published == nil)
    #expect(article.crawled?.description == "2024-02-22T10:00:00Z")
    #expect(article.outlet == "lamp.example")
    #expect(article.byline == nil)
  }

  @Test func `a story of Media Cloud has its medium for an outlet`() throws {
    let article = try article(
      """
      {"id": "eebfb6", "media_name": "lamp.example", "media_url": "lamp.example", "title": "T",
       "publish_date": "2023-11-05", "url": "https://lamp.example/1", "language": "en",
       "indexed_date": "2023-11-06 01:02:03.456", "text": "X"}
      """)
    #expect(article.outlet == "lamp.example")
    #expect(article.published?.description == "2023-11-05")
    #expect(article.crawled?.description == "2023-11-06T01:02:03Z")
  }

  @Test func `a story of the older Media Cloud has a number for an id`() throws {
    let record =
      #"{"stories_id": 123456789012345678901, "media_name": "L", "publish_date": "2019-01-02 03:04:05", "story_text": "X"}"#
    #expect(try article(record).id == "123456789012345678901")
  }

  @Test(arguments: [#"[{"name": "ann lee", "sentiment": "none"}]"#, #"["ann lee"]"#])
  func `a post of webz brings entities and its site`(persons: String) throws {
    let article = try article(
      """
      {"thread": {"uuid": "u0", "site": "lamp.example", "title": "T", "country": "GB"}, "uuid": "u1",
       "url": "https://lamp.example/1", "author": "Ann Lee", "published": "2017-10-15T10:39:00.000+03:00",
       "title": "T", "text": "X", "language": "english", "crawled": "2017-10-15T10:45:00.000+03:00",
       "entities": {"persons": \(persons), "organizations": [{"name": "nato"}], "locations": []},
       "syndication": {"syndicated": true, "syndicate_id": "s9", "first_syndicated": false}}
      """)
    #expect(article.id == "u1")
    #expect(article.outlet == "lamp.example")
    #expect(article.language == "en")
    #expect(article.published?.description == "2017-10-15T07:39:00Z")
    #expect(article.sources == ["s9"])
    #expect(
      article.entities
        == [
          GivenEntity(entityClass: .person, name: "ann lee"),
          GivenEntity(entityClass: .organisation, name: "nato"),
        ])
  }

  @Test(arguments: [
    (1_583_020_800, "Sat, 29 Feb 2020 19:00:00 -0500", "2020-03-01T00:00:00Z"),
    (0, "Sat, 29 Feb 2020 19:00:00 -0500", "2020-03-01T00:00:00Z"), (0, "some day", "2020-02-29"),
  ])
  func `the first date of NELA that can be read counts`(seconds: Int, published: String, expected: String)
    throws
  {
    let article = try article(
      """
      {"id": "n1", "date": "2020-02-29", "source": "lamp", "title": "T", "content": "X", "author": "A",
       "url": "https://lamp.example/1", "published": "\(published)", "published_utc": \(seconds),
       "collection_utc": 1583107200}
      """)
    #expect(article.outlet == "lamp")
    #expect(article.published?.description == expected)
    #expect(article.crawled?.description == "2020-03-02T00:00:00Z")
  }

  @Test func `Signal's source is the outlet`() throws {
    let article = try article(
      """
      {"id": "a080", "content": "X", "title": "T", "media-type": "News", "source": "My Lamp",
       "published": "2015-09-15T10:17:53Z"}
      """)
    #expect(article.outlet == "My Lamp")
    #expect(article.published?.description == "2015-09-15T10:17:53Z")
  }

  @Test func `the first version of ninjs has plain keys`() throws {
    let article = try article(
      """
      {"uri": "urn:x:1", "type": "text", "versioncreated": "2013-07-09T10:37:00Z", "copyrightholder": "TNA",
       "language": "en", "person": [{"name": "Ann Lee", "rel": "about"}], "place": [{"name": "Italy"}],
       "organisation": [{"name": "Costa"}], "byline": "Bo Day", "headline": "T", "body_text": "X",
       "body_xhtml": "<p>X</p>"}
      """)
    #expect(article.id == "urn:x:1")
    #expect(article.title == "T")
    #expect(article.outlet == "TNA")
    #expect(article.entities.map(\.name) == ["Ann Lee", "Costa", "Italy"])
  }

  @Test func `later versions of ninjs have lists of which the plain main value counts`() throws {
    let article = try article(
      """
      {"uri": "urn:x:2", "versionCreated": "2013-07-09T10:37:00Z", "by": "Bo Day",
       "people": [{"name": "Ann Lee"}], "headlines": [{"role": "sub", "value": "S"}, {"role": "main", "value": "T"}],
       "bodies": [{"role": "rich", "contentType": "application/xhtml+xml", "value": "<p>X</p>"},
       {"role": "main", "contentType": "text/plain", "value": "X"}]}
      """)
    #expect(article.title == "T")
    #expect(article.text == "X")
    #expect(article.byline == "Bo Day")
    #expect(article.published?.description == "2013-07-09T10:37:00Z")
  }

  @Test func `an item of ninjs that is all markup is refused`() throws {
    let record = #"{"uri": "urn:x:3", "bodies": [{"contenttype": "text/html", "value": "<p>X</p>"}]}"#
    #expect(try refusal(record).reason == .noText)
  }

  @Test func `a document of BEIR may have an empty title`() throws {
    let article = try article(#"{"_id": "4983", "title": "", "text": "X", "metadata": {}}"#)
    #expect(article.id == "4983")
    #expect(article.title == nil)
  }

  @Test func `the series of passim is the outlet`() throws {
    let article = try article(#"{"id": "p1", "series": "lamp", "date": "1850-01-02", "text": "X"}"#)
    #expect(article.outlet == "lamp")
    #expect(article.published?.description == "1850-01-02")
  }

  // MARK: What is refused, and what is only odd

  @Test(arguments: [
    (#"{"_id": "1", "text": "a query"}"#, Refusal.Reason.unknownFormat),
    (#"{"type": "pair", "a": "x", "b": "y"}"#, .unknownFormat),
    (#"{"text": "X"}"#, .unknownFormat),
    (#"{}"#, .unknownFormat),
    (#"{"posts": [{"thread": {}}], "totalResults": 1}"#, .unknownFormat),
    (#"{"id": "1", "outlet": "O", "source": "https://lamp.example", "text": "X"}"#, .ambiguousFormat),
    (#"{"id": "1", "outlet": "O", "series": "S", "text": "X"}"#, .ambiguousFormat),
    (#"["id", "text"]"#, .notAnObject), (#""text""#, .notAnObject), ("null", .notAnObject),
    ("17", .notAnObject),
    (#"{"id": "1", "title": "T", "text": ""}"#, .noText), (#"{"id": "1", "text": " \n\u00a0"}"#, .noText),
    (#"{"id": "1", "title": "T", "text": null}"#, .noText),
    (#"{"id": "1", "title": "T", "text": ["X"]}"#, .noText),
    (#"{"id": "1", "text": "X""#, .badJSON), ("not JSON", .badJSON),
    (#"{"id": "1", "text": "X"}}"#, .badJSON),
    (#"{"id": "1", "file": "a.txt"}"#, .outsideFolder),
  ])
  func `a record that is none of ours is refused`(record: String, reason: Refusal.Reason) throws {
    #expect(try refusal(record).reason == reason)
  }

  @Test func `a refusal for its shape names the keys that were seen`() throws {
    let message = try refusal(#"{"b": 1, "headline": "T", "article": "X"}"#).message
    #expect(message.contains("article, b, headline"))
    #expect(message.contains("--format"))
  }

  @Test func `a record that is not UTF-8 is refused with advice`() throws {
    let bytes = Array(#"{"id": "1", "text": ""#.utf8) + [0xE9] + Array(#""}"#.utf8)
    guard case .refused(let refusal) = RecordLine.events(from: bytes).first else {
      Issue.record("the record was read")
      return
    }
    #expect(refusal.reason == .notUTF8)
    #expect(refusal.message.contains("iconv"))
  }

  @Test func `a format that is named is believed`() throws {
    let record = #"{"id": "1", "source": "Lamp", "series": "S", "text": "X", "content": "Y"}"#
    #expect(try article(record, format: .passim).outlet == "S")
    #expect(try article(record, format: .nela).text == "Y")
    #expect(try article(#"{"text": "X"}"#, format: .reprise).text == "X")
  }

  @Test func `a date that cannot be read is a warning and no refusal`() throws {
    let events = events(#"{"id": "1", "outlet": "O", "published": "4/9/2024", "text": "X"}"#)
    guard case .warning(let warning) = try #require(events.first) else {
      throw UnexpectedEvents(events: events)
    }
    #expect(warning.kind == .badDate)
    #expect(warning.value == "4/9/2024")
    #expect(warning.articleID == "1")
    guard case .article(let article, _, _) = try #require(events.last) else {
      throw UnexpectedEvents(events: events)
    }
    #expect(article.published == nil)
  }

  @Test func `an entity of an unknown class is left out with a warning`() throws {
    let events = events(
      #"{"id": "1", "text": "X", "entities": [{"class": "law", "name": "Act"}, {"name": "B"}, 7, {"class": "org", "name": "C"}]}"#
    )
    #expect(events.count == 3)
    guard case .article(let article, _, _) = try #require(events.last) else {
      throw UnexpectedEvents(events: events)
    }
    #expect(article.entities == [GivenEntity(entityClass: .organisation, name: "C")])
  }

  @Test func `half a surrogate pair costs a character and not the article`() throws {
    let events = events(#"{"id": "1", "title": "T", "text": "cut \ud83d"}"#)
    guard case .warning(let warning) = try #require(events.first) else {
      throw UnexpectedEvents(events: events)
    }
    #expect(warning.kind == .loneSurrogate)
    guard case .article(let article, _, _) = try #require(events.last) else {
      throw UnexpectedEvents(events: events)
    }
    #expect(article.text == "cut \u{FFFD}")
  }

  @Test func `the text is kept byte for byte`() throws {
    let text = "\u{FEFF} \r\n a\u{0}b \u{2028} e\u{301}\t\n\n"
    let record = RecordEncoder.line(for: Article(id: "1", title: "T", text: text))
    let read = try article(String(decoding: record, as: UTF8.self))
    #expect(Array(read.text.utf8) == Array(text.utf8))
  }

  // MARK: Ids

  @Test func `an id is derived from the address, else from the content`() throws {
    let address = #""url": "https://lamp.example/1""#
    let byAddress = try article("{\(address), \"text\": \"X\"}")
    #expect(byAddress.id == "url-" + ContentHash(text: "https://lamp.example/1").description.prefix(16))
    #expect(try article("{\(address), \"text\": \"changed\"}").id == byAddress.id)

    let byContent = try article(#"{"outlet": "A", "text": "X"}"#)
    #expect(byContent.id.hasPrefix("text-"))
    #expect(try article(#"{"text": "X", "outlet": "A"}"#).id == byContent.id)
    #expect(try article(#"{"outlet": "B", "text": "X"}"#).id != byContent.id)
  }

  @Test(
    arguments: [("17", "17"), ("1.50", "1.50"), (#"" ""#, nil), ("null", nil), ("true", nil)]
      as [(String, String?)])
  func `an id may be a number but not blank`(id: String, expected: String?) throws {
    let article = try article("{\"id\": \(id), \"outlet\": \"O\", \"text\": \"X\"}")
    #expect(expected.map { article.id == $0 } ?? article.id.hasPrefix("text-"))
  }
}

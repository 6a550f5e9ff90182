import Articles
import TestSupport
import Testing

@testable import Formats

/// What a file is told to be, by its content and not by its name.
struct FormatTellingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("id,title,content\n1,T,A text.\n", "A text."), ("{\"id\": \"1\", \"text\": \"A text.\"}", "A text."),
    ("<nitf><body><body.content><p>A text.</p></body.content></body></nitf>", "A text."),
    ("From: a@b.example\nSubject: T\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nA text.", "A text."),
    ("Dear all, 1,2,3\nA text.", "Dear all, 1,2,3\nA text."), ("[Update] A text.", "[Update] A text."),
    ("Note: a text.\nTo: whom it concerns\n", "Note: a text.\nTo: whom it concerns\n"),
  ])
  func `a file named txt is read as what it is`(content: String, text: String) throws {
    let reading = Reading(try folder.write("a.txt", content))
    #expect(reading.articles.map(\.text) == [text])
  }

  @Test(arguments: [
    #"{"version": "https:\/\/jsonfeed.org\/version\/1", "title": "Lamp", "items": [{"id": "1", "content_text": "A text."}]}"#,
    #"{"title": "Lamp", "feed_url": "x", "items": [{"id": "1", "content_html": "<p>A text.</p>"}]}"#,
    #"{"data": {"item": {"uri": "x", "copyrightholder": "Lamp", "body_text": "A text."}}}"#,
  ])
  func `JSON of a feed or of a service's answer is opened`(content: String) throws {
    let reading = Reading(try folder.write("a.json", content))
    #expect(reading.articles.map(\.text) == ["A text."])
    #expect(reading.articles.map(\.outlet) == ["Lamp"])
  }

  @Test(arguments: [
    Array(#"<?xml version="1.0" encoding="invalid"?>"#.utf8),
    [0xEF, 0xBB, 0xBF] + Array(#"<?xml version="1.0"?>"#.utf8),
    [0xEF, 0xBB, 0xBF],
  ])
  func `a feed is read whatever encoding it declares`(start: [UInt8]) throws {
    let feed =
      "<rss><channel><title>Lamp</title><item><guid>1</guid><body>A te\u{301}xt.</body></item></channel></rss>"
    var bytes = start + Array(feed.utf8)
    let reading = Reading(try folder.write("a.xml", bytes))
    #expect(reading.articles.map(\.text) == ["A te\u{301}xt."])
    guard start.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    bytes.insert(0xFF, at: bytes.firstRange(of: Array("xt.".utf8))!.lowerBound)
    #expect(Reading(try folder.write("b.xml", bytes)).articles.map(\.text) == ["A te\u{301}\u{FFFD}xt."])
  }

  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a picture"), (Array("{\\rtf1 x}".utf8), "an RTF file"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0], "an old Word"),
      (Array("PAR1abcd".utf8), "Parquet"), ([0x16, 0x16, 0x01, 0x41], "ANPA"),
      ([1, 2, 3, 0, 9], "not known"),
      (Array("<?xml version='1.0'?><Notes><a/></Notes>".utf8), "<Notes>"),
      ([0x63, 0x61, 0x66, 0xE9], "UTF-8"),
      (Array("id,name\n1,x\n".utf8), "name"),
    ] as [([UInt8], String)])
  func `what holds no news is refused by its name`(bytes: [UInt8], words: String) throws {
    let reading = Reading(try folder.write(bytes.starts(with: Array("id,".utf8)) ? "a.csv" : "a.txt", bytes))
    #expect(reading.articles.isEmpty)
    #expect(reading.refusals.count == 1)
    #expect(reading.refusals.first?.message.contains(words) == true)
  }

  @Test func `what holds no news in a folder is counted by kind`() throws {
    try folder.write("a.txt", "A text.")
    try folder.write("b.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
    try folder.write("c.tsv", "id\tname\n1\tx\n")
    try folder.write("d.md", "Read me.")
    let reading = Reading(folder.path)
    #expect(reading.ids == ["a"])
    #expect(reading.refusals.isEmpty)
    #expect(
      reading.leftOut == [
        "a picture", "a table without a column of text that is known", "text that is not named .txt (.md)",
      ])
  }

  @Test(arguments: [[0xFF, 0xFE] as [UInt8], [0xFE, 0xFF], []])
  func `UTF-16 is read with a mark and without`(mark: [UInt8]) throws {
    let isBig = mark == [0xFE, 0xFF]
    let units = "{\"id\": \"1\", \"text\": \"Ünï 𝄞\"}\n".utf16.flatMap {
      isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
    #expect(Reading(try folder.write("a.jsonl", mark + units)).articles.map(\.text) == ["Ünï 𝄞"])
  }

  @Test func `a bomb is refused before it grows`() throws {
    let zeros = gzip(String(repeating: "0", count: 40 << 20))
    let reading = Reading(
      try folder.write("a.jsonl.gz", zeros), options: ReadingOptions(recordLimit: 1 << 30))
    #expect(reading.reasons == [.expandsTooFar])
    var nested = gzip("A text.")
    for _ in 0..<6 { nested = gzip(bytes: nested) }
    #expect(Reading(try folder.write("b.txt", nested)).reasons == [.expandsTooFar])
  }

  @Test func `entities that a document declares are not expanded`() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
      <nitf><body><body.content><p>One &b; &x; &eacute; &amp; two.</p></body.content></body></nitf>
      """
    #expect(Reading(try folder.write("a.xml", bomb)).articles.map(\.text) == ["One é & two."])
  }

  @Test func `a format that is named stands for all files`() throws {
    let path = try folder.write("a.txt", "title;body\nT;X\n")
    #expect(
      Reading(path).articles.map(\.text) == ["title;body\nT;X\n"]
        || Reading(path).articles.map(\.text) == ["X"])
    let named = ReadingOptions(inputFormat: "csv", fields: FieldMap([.text: "title", .title: "body"]))
    #expect(Reading(path, options: named).articles.map(\.text) == ["T"])
  }
}

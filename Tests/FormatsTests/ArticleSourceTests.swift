import Articles
import TestSupport
import Testing

@testable import Formats

/// A record of our own format.
private func record(_ id: String, _ text: String = "X") -> String {
  "{\"id\": \"\(id)\", \"title\": \"T\", \"text\": \"\(text)\"}"
}

struct ArticleSourceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: Text files

  @Test func `a text file is an article named for its place`() throws {
    let text = "\r\n  A headline \r\n\r\nA text.\r\n"
    try folder.write("archive/The Lamp/2024/storm.txt", text)
    let reading = Reading(folder.path + "/archive")
    let article = try #require(reading.articles.first)
    #expect(article.id == "The Lamp/2024/storm")
    #expect(article.outlet == "2024")
    #expect(article.title == "A headline")
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(reading.locations == [SourceLocation(file: folder.path + "/archive/The Lamp/2024/storm.txt")])
  }

  @Test func `a folder is read in the order of its names with all below it`() throws {
    for name in ["b.txt", "a/z.txt", "a/B.txt", "c.text", "é.txt", "a.txt", "d.TXT", "e.txt.gz"] {
      try folder.write(name, name.hasSuffix(".gz") ? gzip(name) : Array(name.utf8))
    }
    for name in ["README.md", ".hidden.txt", ".git/x.txt", "photo.jpg", "page.html"] {
      try folder.write(name, "X")
    }
    #expect(Reading(folder.path).ids == ["a/B", "a/z", "a", "b", "c", "d", "e", "é"])
    #expect(Reading(folder.path + "/").ids == Reading(folder.path).ids)
  }

  @Test func `a file that is given is named without its folder`() throws {
    let path = try folder.write("The Lamp/storm.v2.txt", "A text.")
    let article = try #require(Reading(path).articles.first)
    #expect(article.id == "storm.v2")
    #expect(article.outlet == "The Lamp")
  }

  @Test func `a file whose ending says nothing is known by its first bytes`() throws {
    let records = try folder.write("export", "\u{FEFF} " + record("1") + "\n" + record("2"))
    let packed = try folder.write("export.gz", gzip(record("3")))
    let prose = try folder.write("letter.md", "Dear all")
    #expect(Reading(records, packed, prose).ids == ["1", "2", "3", "letter"])
  }

  @Test func `a byte order mark is no text`() throws {
    try folder.write("a.txt", "\u{FEFF}A text.")
    try folder.write("b.jsonl", "\u{FEFF}" + record("b"))
    let reading = Reading(folder.path)
    #expect(reading.articles.first.map { Array($0.text.utf8) } == Array("A text.".utf8))
    #expect(reading.ids == ["a", "b"])
  }

  @Test func `texts that cannot be read are refused and the others are read`() throws {
    try folder.write("1.txt", "")
    try folder.write("2.txt", " \n\u{FEFF}\u{A0}\n")
    try folder.write("3.txt", [0x63, 0x61, 0x66, 0xE9])
    try folder.write("4.txt", [0xFF, 0xFE, 0x41, 0x00])
    try folder.write("5.txt", String(repeating: "a", count: 101))
    try folder.write("6.txt", String(repeating: "a", count: 100))
    folder.link("7.txt", to: "nowhere")
    folder.link("8.txt", to: "8.txt")
    let reading = Reading(folder.path, options: ReadingOptions(recordLimit: 100))
    #expect(Set(reading.reasons) == [.noText, .notUTF8, .tooLarge, .missingFile, .unreadable])
    #expect(reading.refusals.count == 6)
    #expect(reading.ids == ["4", "6"])
  }

  // MARK: JSON Lines

  @Test(arguments: ["\n", "\r\n", "\n\n", "\n  \r\n"])
  func `lines may end as they like and be empty`(end: String) throws {
    let path = try folder.write("a.jsonl", end + record("1") + end + record("2") + end)
    let reading = Reading(path)
    #expect(reading.ids == ["1", "2"])
    #expect(reading.refusals.isEmpty)
  }

  @Test func `the last line needs no end`() throws {
    #expect(Reading(try folder.write("a.jsonl", record("1") + "\n" + record("2"))).ids == ["1", "2"])
  }

  @Test func `a bad line is refused by its number and the next ones are read`() throws {
    let lines = [record("1"), "", "{\"id\": ", "[1]", record("2", ""), "{\"a\": 1}", record("3")]
    let reading = Reading(try folder.write("a.jsonl", lines.joined(separator: "\n")))
    #expect(reading.ids == ["1", "3"])
    #expect(reading.locations.map(\.line) == [1, 7])
    #expect(reading.reasons == [.badJSON, .notAnObject, .noText, .unknownFormat])
    #expect(reading.refusals.map(\.location.line) == [3, 4, 5, 6])
  }

  @Test func `a record over the limit is refused with its size and the next ones are read`() throws {
    let large = record("large", String(repeating: "a", count: 1_000_000))
    let path = try folder.write("a.jsonl", [record("1"), large, record("2"), large].joined(separator: "\n"))
    let reading = Reading(path, options: ReadingOptions(recordLimit: 1000))
    #expect(reading.ids == ["1", "2"])
    #expect(reading.reasons == [.tooLarge, .tooLarge])
    #expect(reading.refusals.map(\.location.line) == [2, 4])
    #expect(reading.refusals.first?.message.contains(String(large.utf8.count)) == true)
    #expect(Reading(path, options: ReadingOptions(recordLimit: large.utf8.count)).ids.count == 4)
  }

  @Test func `records larger than what is read at once are put together`() throws {
    let texts = (0..<6).map { String(repeating: "\($0)é", count: $0 * 90_000 + 1) }
    let lines = texts.enumerated().map { record(String($0.offset), $0.element) }.joined(separator: "\n")
    for name in ["a.jsonl", "a.json"] {
      let reading = Reading(try folder.write(name, lines))
      #expect(reading.articles.map(\.text) == texts)
    }
  }

  @Test func `a whole tree of inputs is read at once`() throws {
    try folder.write("a.jsonl", record("1"))
    try folder.write("b/c.ndjson.gz", gzip(record("2")))
    try folder.write("b/d.txt", "A text.")
    try folder.write("e.json", "[\(record("3")), \(record("4"))]")
    let reading = Reading(folder.path)
    #expect(reading.ids == ["1", "2", "b/d", "3", "4"])
    #expect(reading.refusals.isEmpty)
  }

  @Test func `what is missing is refused and the rest is read`() throws {
    let path = try folder.write("a.jsonl", record("1"))
    let reading = Reading("nowhere.jsonl", path, folder.path + "/a.jsonl/b")
    #expect(reading.ids == ["1"])
    #expect(reading.reasons == [.missingFile, .missingFile])
  }

  // MARK: gzip

  @Test func `gzip is known by its first bytes and may have several members`() throws {
    let members =
      gzip(record("1") + "\n" + record("2").prefix(5)) + gzip("") + gzip(record("2").dropFirst(5) + "\n")
    #expect(Reading(try folder.write("a.jsonl", members)).ids == ["1", "2"])
  }

  @Test func `padding after gzip is nothing and anything else is a warning`() throws {
    let padded = Reading(
      try folder.write("a.jsonl.gz", gzip(record("1")) + [UInt8](repeating: 0, count: 512)))
    #expect(padded.ids == ["1"])
    #expect(padded.warnings.isEmpty)
    let trailed = Reading(try folder.write("b.jsonl.gz", gzip(record("1")) + Array("trailer".utf8)))
    #expect(trailed.ids == ["1"])
    #expect(trailed.warnings.map(\.kind) == [.trailingData])
  }

  @Test func `gzip that ends early gives what was whole and one refusal`() throws {
    let lines = (0..<2000).map { record(String($0), String($0 * 7919)) }.joined(separator: "\n")
    let whole = gzip(lines)
    let reading = Reading(
      try folder.write("a.jsonl.gz", Array(whole[..<(whole.count / 2)])), try folder.write("b.txt", "B"))
    #expect(reading.articles.count > 500)
    #expect(reading.articles.count < 1500)
    #expect(reading.ids.dropLast().elementsEqual((0..<(reading.ids.count - 1)).map(String.init)))
    #expect(reading.reasons == [.damagedGzip])
    #expect(reading.refusals.first?.location.line == reading.articles.count)
    #expect(reading.ids.last == "b")
  }

  @Test func `gzip cut at any byte never crashes and is always told`() throws {
    let whole = gzip(record("1"))
    for length in 2..<whole.count {
      let reading = Reading(try folder.write("a.jsonl", Array(whole[..<length])))
      #expect(reading.reasons == [.damagedGzip])
    }
  }

  @Test func `damaged gzip is refused`() throws {
    var bytes = gzip((0..<500).map { record(String($0), String($0 * 7919)) }.joined(separator: "\n"))
    for index in (bytes.count / 2)..<(bytes.count / 2 + 20) { bytes[index] ^= 0xFF }
    #expect(Reading(try folder.write("a.jsonl.gz", bytes)).reasons.contains(.damagedGzip))
  }

  // MARK: Other layouts of JSON

  @Test(arguments: [
    "[\n%1,\n%2\n]", "[%1,%2]", "%1\n%2\n", "{\n\"id\": \"1\",\n\"text\": \"X\"\n}\n%2",
    "[%1]\n[%2]", "[[], %1, %2]",
  ])
  func `a file of JSON may hold its records in any layout`(layout: String) throws {
    let text = layout.replacing("%1", with: record("1", "a ] } , \\\" b")).replacing("%2", with: record("2"))
    let reading = Reading(try folder.write("a.json", text))
    #expect(reading.ids == ["1", "2"])
    #expect(reading.reasons == (layout.contains("[[]") ? [.notAnObject] : []))
  }

  @Test func `elements that are no records are refused by their lines`() throws {
    let text = "[\n1,\n\"a, ]\",\n\(record("1")),\nnull, true\n]"
    let reading = Reading(try folder.write("a.json", text))
    #expect(reading.ids == ["1"])
    #expect(reading.refusals.map(\.location.line) == [2, 3, 5, 5])
    #expect(reading.reasons == [.notAnObject, .notAnObject, .notAnObject, .notAnObject])
  }

  @Test func `a damaged first line does not swallow the lines after it`() throws {
    let reading = Reading(try folder.write("a.json", "{\"id\": \n" + record("1") + "\n" + record("2")))
    #expect(reading.ids == ["1", "2"])
    #expect(reading.reasons == [.badJSON])
  }

  // MARK: Manifests

  @Test func `a folder with a manifest is read through it alone`() throws {
    try folder.write(
      "manifest.jsonl",
      """
      {"file": "001_x.txt", "outlet": "The Lamp", "printed_date": "2024-04-09", "note": "n"}
      {"file": "sub/002.txt", "outlet": null, "title": "Given"}
      {"file": "sub/002.txt", "id": "own", "url": "https://lamp.example/2"}
      {"id": "inline", "title": "T", "text": "Inline"}
      """)
    try folder.write("001_x.txt", "Headline\n\nText")
    try folder.write("sub/002.txt", "Another\nText")
    try folder.write("unnamed.txt", "Not read")
    let reading = Reading(folder.path)
    #expect(reading.ids == ["001_x", "002", "own", "inline"])
    #expect(reading.articles.map(\.outlet) == ["The Lamp", nil, "sub", nil])
    #expect(reading.articles.map(\.title) == ["Headline", "Given", "Another", "T"])
    #expect(reading.articles.first?.printed?.description == "2024-04-09")
    #expect(reading.articles.first?.text == "Headline\n\nText")
    #expect(Reading(folder.path + "/manifest.jsonl").ids == reading.ids)
  }

  @Test(arguments: [
    "../secret.txt", "/etc/hostname", "sub/../../secret.txt", "link.txt", "linked/secret.txt", "..", ".",
    ".hidden/key.txt", "sub/.key.txt", "sub/shown.txt",
  ])
  func `a manifest reaches nothing outside its folder, and nothing hidden`(file: String) throws {
    try folder.write("secret.txt", "Secret")
    try folder.write("in/manifest.jsonl", "{\"file\": \"\(file)\", \"outlet\": \"O\"}")
    try folder.write("in/sub/a.txt", "A")
    try folder.write("in/.hidden/key.txt", "Key")
    try folder.write("in/sub/.key.txt", "Key")
    folder.link("in/sub/shown.txt", to: ".key.txt")
    folder.link("in/link.txt", to: "../secret.txt")
    folder.link("in/linked", to: "..")
    let reading = Reading(folder.path + "/in")
    #expect(reading.articles.isEmpty)
    #expect(reading.reasons == [.outsideFolder])
  }

  @Test func `a manifest's files that cannot be read are refused by its lines`() throws {
    let files = ["missing.txt", "empty.txt", "latin.txt", "sub", "large.txt", "good.txt"]
    try folder.write("manifest.jsonl", files.map { "{\"file\": \"\($0)\"}" }.joined(separator: "\n"))
    try folder.write("empty.txt", "")
    try folder.write("latin.txt", [0xE9])
    try folder.write("sub/x.txt", "X")
    try folder.write("large.txt", String(repeating: "a", count: 200))
    try folder.write("good.txt", "Good")
    let reading = Reading(folder.path, options: ReadingOptions(recordLimit: 100))
    #expect(reading.ids == ["good"])
    #expect(reading.reasons == [.missingFile, .noText, .notUTF8, .unreadable, .tooLarge])
    #expect(reading.refusals.map(\.location.line) == [1, 2, 3, 4, 5])
  }

  // MARK: Progress

  @Test func `progress reaches the whole`() throws {
    try folder.write("a.jsonl", (0..<100).map { record(String($0)) }.joined(separator: "\n"))
    try folder.write("b.txt", "A text.")
    try folder.write("c/manifest.jsonl", "{\"file\": \"t.txt\"}")
    try folder.write("c/t.txt", "Another text.")
    var source = ArticleSource(paths: [folder.path])
    #expect(source.progress.bytesRead == 0)
    let total = try #require(source.progress.bytesTotal)
    var last = 0
    while source.next() != nil {
      #expect(source.progress.bytesRead >= last)
      #expect(source.progress.bytesRead <= total)
      last = source.progress.bytesRead
    }
    #expect(last == total)
    #expect(source.progress.filesRead == 3)
    #expect(source.progress.filesTotal == 3)
  }
}

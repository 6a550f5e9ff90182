import Articles
import TestSupport
import Testing

@testable import Formats

struct WebArchiveTests {
  private func record(_ type: String, _ block: String, length: Int? = nil) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: http://lamp.example/1\r\nWARC-Date: 2024-03-01T10:00:00Z\r\n"
      + "WARC-Record-ID: <urn:x>\r\nContent-Length: \(length ?? block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private func steps(_ bytes: [UInt8]) throws -> [String] {
    let file = ByteReader(MemoryBytes(bytes))
    let isPacked = bytes.starts(with: Inflater.magic)
    let source = isPacked ? ByteReader(GzipBytes(file, limit: ExpansionLimit { bytes.count })) : file
    var reader = WARCReader(source, base: 0, limit: 10_000)
    var steps: [String] = []
    while let step = try reader.next() {
      switch step {
      case .record(let record): steps.append(String(decoding: record.block, as: UTF8.self))
      case .tooLarge(let size): steps.append("too large: \(size)")
      case .damaged: steps.append("damaged at \(reader.offset)")
      }
    }
    return steps
  }

  @Test func `records are read one after the other, plain and packed`() throws {
    let records = ["One", "Two\r\n\r\nTwo", "", "Four"].map { record("conversion", $0) }
    #expect(try steps(Array(records.joined().utf8)) == ["One", "Two\r\n\r\nTwo", "", "Four"])
    #expect(try steps(records.flatMap { gzip($0) }) == ["One", "Two\r\n\r\nTwo", "", "Four"])
  }

  @Test func `what is damaged is passed over`() throws {
    let (one, three) = (record("conversion", "One"), record("conversion", "Three"))
    #expect(
      try steps(Array((one + "WARC/1.0\r\nno length\r\n\r\n" + three).utf8)) == [
        "One", "damaged at \(one.utf8.count)", "Three",
      ])
    var packed = gzip(record("conversion", String(repeating: "Two ", count: 200)))
    for index in 20..<40 { packed[index] ^= 0x5A }
    let found = try steps(gzip(one) + packed + gzip(three))
    #expect(found.first == "One" && found.last == "Three" && found.contains { $0.hasPrefix("damaged") })
  }

  @Test func `a record with a wrong length is cut where the next begins`() throws {
    let text = record("conversion", "One", length: 60) + record("conversion", "Two")
    #expect(try steps(Array(text.utf8)).map { $0.trimmedOrNil } == ["One", "Two"])
  }

  @Test func `a record whose wrong length ends at a line end of the next is cut all the same`() throws {
    let next = record("conversion", "Two")
    // The first line end in the header of the next record, and that behind the first of its fields.
    for ended in ["WARC/1.0\r\n", "WARC/1.0\r\nWARC-Type: conversion\r\n"] {
      let text = record("conversion", "One", length: 3 + 4 + ended.utf8.count - 2) + next
      #expect(try steps(Array(text.utf8)).map { $0.trimmedOrNil } == ["One", "Two"])
    }
  }

  @Test func `a record that is longer than it says ends at the next, however much is read at a time`() throws
  {
    // Over a megabyte, so that the buffer is emptied in between, and with the mark at many places of a piece.
    let folder = try TemporaryFolder()
    for count in (1 << 20)..<((1 << 20) + 8) {
      let long = String(repeating: "One ", count: count / 4) + String(repeating: "x", count: count % 4)
      let text = record("conversion", long, length: 12) + record("conversion", "Two")
      let file = try FileBytes(path: try folder.write("a.warc", text))
      var reader = WARCReader(ByteReader(file), base: 0, limit: 1 << 22)
      var blocks: [Int] = []
      while case .record(let record)? = try reader.next() { blocks.append(record.block.count) }
      #expect(blocks.count == 2 && blocks.last == 3 && blocks.first ?? 0 >= count)
    }
  }

  @Test func `what stands between two records is damage, and part of neither`() throws {
    let one = record("conversion", "One")
    let text = one + "no record\r\n\r\n" + record("conversion", "Two")
    #expect(try steps(Array(text.utf8)) == ["One", "damaged at \(one.utf8.count)", "Two"])
  }

  @Test func `a record that ends early is told`() throws {
    let whole = Array(record("conversion", "A text that is cut.").utf8)
    #expect(try steps(Array(whole.dropLast(12))) == ["damaged at 0"])
  }

  @Test(arguments: [
    ("4\r\nWiki\r\n5;x=1\r\npedia\r\n0\r\n\r\n", "Wikipedia"), ("<html>as it is", "<html>as it is"),
    ("4\r\nWiki\r\n5\r\npe", "Wikipe"),
    ("0\r\n\r\n", ""),
  ])
  func `chunks are joined, whatever is left of them`(body: String, expected: String) {
    #expect(String(decoding: Chunks.joined(Array(body.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test func `the text of a crawl is an article with its address and the time of its capture`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.wet.gz", gzip(record("warcinfo", "x")) + gzip(record("conversion", "Head\nA text.")))
    let reading = Reading(path)
    let article = try #require(reading.articles.first)
    #expect(
      article.title == "Head" && article.outlet == "lamp.example"
        && article.crawled?.description == "2024-03-01T10:00:00Z")
    let place = try #require(reading.locations.first)
    #expect(
      place.record == 2 && place.recordID == "<urn:x>" && place.offset == gzip(record("warcinfo", "x")).count)
  }

  @Test(arguments: ["warcinfo", "request"])
  func `an archive without a page is told as one`(type: String) throws {
    let folder = try TemporaryFolder()
    let reading = Reading(try folder.write("a.warc", record(type, "x")))
    #expect(reading.articles.isEmpty && reading.refusals.isEmpty)
    #expect(reading.leftOut == ["a web archive that holds no page"])
  }

  @Test func `records of a type that is not read are counted`() throws {
    let folder = try TemporaryFolder()
    let reading = Reading(
      try folder.write("a.warc", record("continuation", "x") + record("conversion", "A text.")))
    #expect(reading.ids.count == 1)
    #expect(reading.leftOut == ["a record of type continuation"])
  }

  @Test(arguments: [4, 26])
  func `a record whose length is wrong ends where the next begins`(length: Int) throws {
    let folder = try TemporaryFolder()
    let header = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://lamp.example/1\r\n"
    let wrong = "\(header)Content-Length: \(length)\r\n\r\nA text of a crawl.\r\n\r\n"
    let reading = Reading(
      try folder.write("a.warc", wrong + record("conversion", "Another.") + record("conversion", "Third.")))
    #expect(reading.articles.first?.text == "A text of a crawl.")
    #expect(reading.warnings.map(\.kind) == [.mendedRecord])
  }

  @Test func `reading goes on at a record`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.warc.gz", (1...9).flatMap { gzip(record("conversion", "Text \($0)")) })
    let listing = InputListing(paths: [path])
    var first = ItemSource(listing)
    var mark: ReadingMark?
    for _ in 0..<4 { mark = first.next()?.mark }
    let position = try #require(mark?.position)
    #expect(position.offset ?? 0 > 0)
    var second = ItemSource(listing, resume: [ByteKey(path): position])
    var texts: [String] = []
    while let step = second.next() {
      guard case .item(let item) = step.content,
        case .article(let article, let place, _)? = item.events().last
      else { continue }
      texts.append("\(article.text) \(place.record ?? 0)")
    }
    #expect(texts == (5...9).map { "Text \($0) \($0)" })
  }
}

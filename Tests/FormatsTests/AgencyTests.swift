import Articles
import TestSupport
import Testing

@testable import Formats

/// Items of agencies in the shapes that they really send.
struct AgencyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func item(_ content: String, meta: String = "") -> String {
    "<newsItem guid='1'><contentMeta>\(meta)</contentMeta><contentSet>\(content)</contentSet></newsItem>"
  }

  @Test func `markup in a text that is called plain is taken out`() throws {
    let data = "<inlineData contenttype='text/plain'><![CDATA[<p>A text.</p><p>More.</p>]]></inlineData>"
    #expect(Reading(try folder.write("a.xml", item(data))).articles.map(\.text) == ["A text.\n\nMore."])
  }

  @Test(arguments: [
    ("<header><ul><li>Keyword</li></ul><h1>Head</h1></header><p>A text.</p>", "A text."),
    ("<header><p>All there is.</p></header>", "All there is."),
  ])
  func `the header of a page is no part of its text, unless it is all`(body: String, text: String) throws {
    let content = "<inlineXML><html><body>\(body)</body></html></inlineXML>"
    #expect(Reading(try folder.write("a.xml", item(content))).articles.map(\.text) == [text])
  }

  @Test func `a source that is named twice is one`() throws {
    let source = "<infoSource literal='Lamp'/>"
    let reading = Reading(
      try folder.write("a.xml", item("<inlineData>A text.</inlineData>", meta: source + source)))
    #expect(reading.articles.map(\.sources) == [["Lamp"]])
  }

  @Test func `the parts of a byline are parted`() throws {
    let head = "<body.head><byline>By<person>Ann Lee</person><byttl>Lamp Writer</byttl></byline></body.head>"
    let nitf = "<nitf><body>\(head)<body.content><p>A text.</p></body.content></body></nitf>"
    #expect(Reading(try folder.write("a.xml", nitf)).articles.map(\.byline) == ["By Ann Lee Lamp Writer"])
  }
}

/// Messages of mail.
struct MessageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func message(_ text: String) throws -> Reading {
    let head =
      "From: Ann Lee <ann@lamp.example>\r\nSubject: Head\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n\r\n"
    return Reading(try folder.write("a.eml", head + text))
  }

  @Test func `a message is read without its signature`() throws {
    #expect(
      try message("A text.\r\n\r\nMore.\r\n-- \r\nAnn\r\n").articles.map(\.text) == ["A text.\n\nMore."])
    #expect(try message("\r\n-- \r\nAnn\r\n").articles.map(\.text) == ["-- \nAnn"])
  }

  @Test func `a record of JSON is no text`() throws {
    let reading = try message("{\"a\": 1}")
    #expect(reading.articles.isEmpty && reading.reasons == [.unreadableKind])
  }
}

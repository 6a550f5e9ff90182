import Articles
import Formats
import TestSupport
import Testing

@testable import Archive

struct SourceLedgerTests {
  @Test func `a file that was noted is known until it changes`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("news.jsonl", "{}\n")
    var ledger = SourceLedger()
    let before = try #require(InputListing(paths: [path]).files.first)
    #expect(ledger.unchanged(before) == nil)
    let refusal = Refusal(.noText, at: SourceLocation(file: path, line: 1), "the text is empty")
    ledger.note(before, SourceLedger.Notes(refusals: [refusal]))
    #expect(ledger.unchanged(before)?.notes.refusals == [refusal])
    try folder.write("news.jsonl", "{}\n{}\n")
    let after = try #require(InputListing(paths: [path]).files.first)
    #expect(ledger.unchanged(after) == nil)
  }

  @Test func `a ledger comes back from its JSON`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("ü 1.txt", "text")
    var ledger = SourceLedger()
    let file = try #require(InputListing(paths: [path]).files.first)
    let refusal = Refusal(.tooLarge, at: SourceLocation(file: path), "too \"large\"")
    ledger.note(file, SourceLedger.Notes(refusals: [refusal]))
    #expect(SourceLedger(json: ledger.json()) == ledger)
    #expect(ledger.json() == ledger.json())
  }

  @Test(arguments: [nil, [], Array("{".utf8), Array("{\"files\":3}".utf8), [0xFF, 0xFE]] as [[UInt8]?])
  func `an unreadable ledger counts as empty, so that everything is read again`(_ json: [UInt8]?) {
    #expect(SourceLedger(json: json) == SourceLedger())
  }

  @Test func `a stream is not remembered`() throws {
    var ledger = SourceLedger()
    let stream = try #require(InputListing(paths: ["-"]).files.first)
    ledger.note(stream, SourceLedger.Notes())
    #expect(ledger.unchanged(stream) == nil)
    #expect(ledger.files.isEmpty)
  }

  @Test func `files that are gone are those below the paths given`() throws {
    let folder = try TemporaryFolder()
    for name in ["a/1.txt", "a/2.txt", "ab/3.txt"] { try folder.write(name, name) }
    var ledger = SourceLedger()
    for file in InputListing(paths: [folder.path]).files { ledger.note(file, SourceLedger.Notes()) }
    try #require(ledger.files.count == 3)
    for name in ["a/1.txt", "ab/3.txt"] { try folder.remove(name) }
    let path = folder.path + "/a"
    #expect(ledger.gone(below: [path], InputListing(paths: [path])) == [path + "/1.txt"])
    #expect(
      ledger.gone(below: [folder.path], InputListing(paths: [folder.path]))
        == [path + "/1.txt", folder.path + "/ab/3.txt"])
  }
}

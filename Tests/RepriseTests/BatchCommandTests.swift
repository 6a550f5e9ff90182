import FoundationEssentials
import TestSupport
import Testing

/// The protocol of `reprise batch`.
struct BatchCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private func answers(_ requests: String...) async throws -> [JSON] {
    let outcome = try await tool.run(["batch"], input: requests.joined(separator: "\n") + "\n")
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try outcome.objects()
  }

  @Test func `the first line names the protocol, the program and the rules`() async throws {
    let hello = try await answers("")
    #expect(hello.count == 1 && hello[0]["protocol"]?.string == "reprise-batch/1")
    #expect(hello[0].keys == ["protocol", "reprise", "rules", "schema"])
  }

  @Test(arguments: [
    (#""call":"search","query":"grain terminal","limit":3"#, ["search", "--limit", "3", "grain terminal"]),
    (#""call":"search","like":"harbour-wire""#, ["search", "--like", "harbour-wire"]),
    (
      #""call":"search","query":"grain","facets":["outlet","month"],"facet_limit":2"#,
      ["search", "--facets", "outlet,month", "--facet-limit", "2", "grain"]
    ),
    (#""call":"reprints","families":true"#, ["reprints", "--families"]),
    (#""call":"outlets","within_hours":36"#, ["outlets", "--within", "36h"]),
    (#""call":"compare","a":"harbour-wire","b":"harbour-cut""#, ["compare", "harbour-wire", "harbour-cut"]),
    (#""call":"show","article":"harbour-wire""#, ["show", "harbour-wire"]),
    (#""call":"entities","class":"place","limit":4"#, ["entities", "--class", "place", "--limit", "4"]),
    (#""call":"status""#, ["status"]),
  ])
  func `a line is what the command prints`(_ options: String, _ arguments: [String]) async throws {
    try await tool.indexCorpus()
    let lines = try await answers(#"{"id":7,\#(options)}"#)
    #expect(lines.dropFirst().allSatisfy { $0["id"]?.number == 7 })
    let command = try await tool.run([arguments[0], "--json"] + arguments.dropFirst())
    var printed = try command.objects()
    if case .object(var first) = printed[0] {
      first["schema"] = nil
      if first["type"]?.string == "pair" { first["rules"] = nil }
      printed[0] = .object(first)
    }
    #expect(lines.dropFirst().dropLast().map { $0["line"] } == printed)
    #expect(lines.last?["end"]?["lines"]?.number == Double(printed.count))
  }

  @Test func `a text is checked, and a report is given without spans`() async throws {
    try await tool.indexCorpus()
    let text = try #require(try await tool.run("show", "--json", "glacier-lab").objects()[0]["text"])
    let check = try JSONEncoder().encode(["id": "c", "call": "check", "text": text.string ?? ""])
    let lines = try await answers(
      String(decoding: check, as: UTF8.self),
      #"{"id":2,"call":"reprints","spans":false,"relations":["reprint"]}"#)
    #expect(lines[1]["line"]?["article"]?.string == "glacier-lab" && lines[1]["id"]?.string == "c")
    let pairs = lines.compactMap { $0["line"] }.filter { $0["type"]?.string == "pair" }
    #expect(!pairs.isEmpty && pairs.allSatisfy { $0["spans"] == nil && $0["relation"]?.string == "reprint" })
    #expect(pairs.allSatisfy { $0["outlet_a"] != nil })
  }

  @Test(arguments: [
    ("nonsense", "usage"), ("[]", "usage"), (#"{"id":1}"#, "usage"),
    (#"{"id":1,"call":"dance"}"#, "usage"), (#"{"id":1,"call":"search"}"#, "usage"),
    (#"{"id":1,"call":"search","query":"tea","limit":0}"#, "usage"),
    (#"{"id":1,"call":"search","query":"tea","limit":"3"}"#, "usage"),
    (#"{"id":1,"call":"search","query":"tea","sort":"best"}"#, "usage"),
    (#"{"id":1,"call":"search","query":"tea","lmit":3}"#, "usage"),
    (#"{"id":1,"call":"search","query":"(tea"}"#, "query"),
    (#"{"id":1,"call":"show","article":"nobody"}"#, "unknown_article"),
    (#"{"id":1,"call":"outlets","relations":["quotes"]}"#, "usage"),
    (#"{"id":1,"call":"index","paths":["-"]}"#, "usage"),
  ])
  func `an error has a kind and a message, and the next request is answered`(
    _ request: String, _ kind: String
  ) async throws {
    try await tool.indexCorpus()
    let lines = try await answers(request, #"{"id":"next","call":"status"}"#)
    #expect(lines[1]["error"]?["kind"]?.string == kind)
    #expect(lines[1]["error"]?["message"]?.string?.isEmpty == false)
    #expect(lines.count == 4 && lines[3]["end"] != nil && lines[3]["id"]?.string == "next")
  }

  @Test func `an index is made, seen and changed in one session`() async throws {
    try tool.write("a/goat.txt", "The goat is back\n\nThe goat of the school has come back from the hills.")
    let lines = try await answers(
      #"{"id":1,"call":"status"}"#, #"{"id":2,"call":"index","paths":["a"],"progress":true}"#,
      #"{"id":3,"call":"search","query":"goat"}"#, #"{"id":4,"call":"remove","articles":["goat","cow"]}"#,
      #"{"id":5,"call":"status"}"#)
    func line(_ id: Double) -> JSON? { lines.first { $0["id"]?.number == id && $0["line"] != nil }?["line"] }
    #expect(lines.first { $0["id"]?.number == 1 }?["error"]?["kind"]?.string == "no_index")
    #expect(line(2)?["added"]?.number == 1)
    #expect(line(3)?["article"]?.string == "goat")
    #expect(line(4)?["removed"]?.number == 1 && line(4)?["unknown"]?.array == [.string("cow")])
    #expect(line(5)?["articles"]?.number == 0)
  }

  @Test func `articles leave as export writes them`() async throws {
    try await tool.indexCorpus()
    let lines = try await answers(#"{"id":1,"call":"export","query":"id:zh-tea"}"#)
    let exported = try await tool.run("export", "id:zh-tea").objects()
    #expect(lines.dropFirst().dropLast().map { $0["line"] } == exported)
  }
}

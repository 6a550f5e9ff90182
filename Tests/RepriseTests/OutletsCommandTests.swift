import TestSupport
import Testing

/// `reprise outlets`, and the tables and networks of `reprise reprints`.
struct OutletsCommandTests {
  private let tool: CommandLineTool

  init() async throws {
    tool = try CommandLineTool()
    try await tool.indexCorpus()
  }

  private func rows(_ outcome: CommandLineTool.Outcome) -> [[String]] {
    outcome.output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `text shows the flows and the outlets, and says what it counted`() async throws {
    let outcome = try await tool.run("outlets")
    #expect(outcome.code == 0)
    #expect(outcome.lines[0].hasPrefix("source") && outcome.lines.contains { $0.hasPrefix("outlet ") })
    #expect(outcome.output.contains("The Eastern Post"))
    #expect(outcome.errors.contains("60 articles") && outcome.errors.contains("rules "))
    let short = try await tool.run("outlets", "--limit", "1", "--quiet")
    #expect(short.errors == "" && short.output.contains("more; --limit"))
  }

  @Test func `JSON has a line for the report, each flow and each outlet`() async throws {
    let lines = try await tool.run("outlets", "--json").objects()
    #expect(lines[0]["type"]?.string == "outlets" && lines[0]["schema"] != nil && lines[0]["rules"] != nil)
    let flows = lines.filter { $0["type"]?.string == "flow" }
    let outlets = lines.filter { $0["type"]?.string == "outlet" }
    #expect(flows.count + outlets.count + 1 == lines.count && !flows.isEmpty && !outlets.isEmpty)
    let known = try #require(
      flows.first { $0["taker"]?.string == "The Eastern Post" && $0["source"]?.string == "Meridian Wire" })
    #expect(known["articles"]?.number == 1 && known["median_delay_hours"]?.number == 0.47)
  }

  @Test func `tables have the rules in each row and as many fields as the header`() async throws {
    for table in ["flows", "outlets"] {
      let rows = rows(try await tool.run("outlets", "--format", "csv", "--table", table))
      #expect(rows.count > 5 && rows[0].last == "rules")
      #expect(rows.dropFirst().allSatisfy { $0.count == rows[0].count && $0.last == "3" })
    }
    let pairs = try await tool.run("reprints", "--format", "csv", "--relation", "quotes")
    #expect(rows(pairs)[0].last == "rules")
  }

  @Test(arguments: [["outlets", "--format", "gexf"], ["reprints", "--format", "gexf"]])
  func `a network names its rules and has an end for each edge`(_ arguments: [String]) async throws {
    let text = try await tool.run(arguments).output
    #expect(text.contains("rules 3</creator>"))
    let nodes = Set(text.matches(of: #/<node id="([^"]*)"/#).map { String($0.1) })
    let ends = text.matches(of: #/source="([^"]*)" target="([^"]*)"/#)
    #expect(!nodes.isEmpty && !ends.isEmpty)
    for end in ends { #expect(nodes.contains(String(end.1)) && nodes.contains(String(end.2))) }
    #expect(text.count(of: "<node ") == text.count(of: "</node>"))
  }

  @Test func `an ampersand in an outlet's name is escaped`() async throws {
    let text = try await tool.run("outlets", "--format", "gexf").output
    #expect(text.contains("Grain &amp; Freight Review") && !text.contains("Grain & Freight"))
  }

  @Test func `a query without any taking is exit code 1`() async throws {
    let outcome = try await tool.run("outlets", "date:1999")
    #expect(outcome.code == 1 && outcome.output == "")
  }

  @Test(arguments: [
    ["--within", "soon"], ["--within", "-2h"], ["--relation", "quotes"], ["--by", "week"], ["--limit", "0"],
    ["--by", "month", "--format", "gexf"], ["--json", "--format", "csv"],
  ])
  func `what cannot be counted is wrong usage`(_ arguments: [String]) async throws {
    #expect(try await tool.run(["outlets"] + arguments).code == 64)
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}

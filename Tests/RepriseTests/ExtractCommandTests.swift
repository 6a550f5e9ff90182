import FoundationEssentials
import TestSupport
import Testing

/// `reprise extract`, run as it is installed.
struct ExtractCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private static let page = """
    <html lang="en"><head><title>Ferry fares to rise</title><meta property="og:site_name" content="Saltby Post">
    <meta property="og:type" content="article"><meta property="article:published_time" content="2024-06-01T08:00:00Z"></head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry fares to rise</h1>
    <p>Fares on the Fennmouth ferry will rise by a tenth in July, the company that runs it said on Saturday, because the price of
    fuel has gone up twice since the winter.</p><p>Children under twelve will still travel free of charge, and residents of both
    towns may buy a card that halves the price of a crossing.</p></article></body></html>
    """

  @Test func `an article of standard input is printed with what the page says of it`() async throws {
    let outcome = try await tool.run("extract", "-", input: Self.page)
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("Ferry fares to rise\nSaltby Post · 2024-06-01T08:00:00Z\n\n"))
    #expect(outcome.output.contains("\n\nFares on the Fennmouth ferry"))
    #expect(!outcome.output.contains("Home"))
  }

  @Test func `a line of JSON says where each value was found`() async throws {
    let outcome = try await tool.run("extract", "--json", "-", input: Self.page)
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 1)
    for part in [
      "\"type\":\"article\"", "\"file\":\"(standard input)\"", "\"outlet\":\"Saltby Post\"",
      "\"language\":\"en\"",
      "\"published\":\"meta article:published_time\"", "\"schema\":",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func `a page without an article is told, and the command ends with 1`() async throws {
    let outcome = try await tool.run("extract", "-", input: "<title>404 Not Found</title><h1>Not Found</h1>")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("(standard input): no article (error)"))
  }

  @Test func `a file that cannot be read is told, and the command ends with 2`() async throws {
    let outcome = try await tool.run("extract", "missing.html")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("missing.html"))
  }
}

import Testing

/// What the program says to a command line that it cannot read.
struct UsageTests {
  @Test(arguments: [
    ["--json", "search", "tea"], ["search"], ["search", "--limit", "0", "tea"],
    ["search", "--limit", "ten", "tea"],
    ["search", "--offset", "-1", "tea"], ["search", "--group", "outlet", "tea"],
    ["search", "--nonsense", "tea"],
    ["search", "--json", "--format", "trec", "tea"], ["search", "--quiet", "--verbose", "tea"],
    ["search", "--db", "", "tea"], ["serach", "tea"], ["show"], ["show", "a", "b"], ["compare", "a"],
    ["reprints", "--relation", "none"], ["reprints", "--relation", "copy"], ["index"],
    ["index", "--format", "rss", "a"], ["index", "--jobs", "0", "a"], ["entities", "--class", "animal"],
    ["index", "--max-record", "0", "a"], ["check"], ["remove"],
    ["search", "--limit", "9223372036854775807", "tea"],
    ["search", "--offset", "9223372036854775807", "tea"],
    ["search", "--facet-limit", "9223372036854775807", "tea"],
    ["entities", "--limit", "9223372036854775807"],
    ["check", "--limit", "9223372036854775807", "a"], ["index", "--jobs", "9223372036854775807", "a"],
    ["reprints", "--jobs", "9223372036854775807"], ["outlets", "--limit", "9223372036854775807"],
    ["search", "--ranking", "candidatePassages=nan", "tea"],
  ])
  func `wrong usage is exit code 64, with a word on standard error`(_ arguments: [String]) async throws {
    let outcome = try await CommandLineTool().run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Error:") || outcome.errors.contains("reprise:"))
  }
}

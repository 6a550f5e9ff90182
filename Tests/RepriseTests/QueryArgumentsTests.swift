import Testing

/// Exclusions among the arguments of the command.
struct QueryArgumentsTests {
  private let tool: CommandLineTool

  init() async throws {
    tool = try CommandLineTool()
    try await tool.indexCorpus()
  }

  @Test func `an exclusion needs no double hyphen before it`() async throws {
    let all = try await tool.run("search", "--json", "--limit", "50", "goat")
    let without = try await tool.run("search", "--json", "--limit", "50", "-school goat")
    let apart = try await tool.run("search", "--json", "--limit", "50", "-school", "goat")
    #expect(all.output.contains("kestrel/school-goat"))
    #expect(without.errors.isEmpty || !without.errors.contains("Unknown option"))
    #expect(!without.output.contains("kestrel/school-goat") && without.output == apart.output)
  }

  @Test func `an unknown option is an error all the same`() async throws {
    let outcome = try await tool.run("search", "--xyzzyx", "town")
    #expect(outcome.code == 64 && outcome.errors.contains("--xyzzyx"))
  }
}

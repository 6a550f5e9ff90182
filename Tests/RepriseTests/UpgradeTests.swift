import FoundationEssentials
import TestSupport
import Testing

/// What earlier versions wrote, read by this one.
struct UpgradeTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  /// A file for each version, written by its `reprise export`.
  private static let exports =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Exports"

  @Test(arguments: ["0.1.0"])
  func `what an earlier version exported comes in whole, and goes out as it came`(_ version: String)
    async throws
  {
    let path = "\(Self.exports)/\(version).jsonl"
    let content = try #require(FileManager.default.contents(atPath: path))
    let given = try content.split(separator: 0x0A).map { try JSONDecoder().decode(JSON.self, from: Data($0)) }
    let indexed = try await tool.run("index", path)
    #expect(indexed.code == 0 && indexed.errors.contains("\(given.count) articles added"), "\(indexed)")
    let written = try await tool.run("export", "--quiet").objects()
    let key = { (article: JSON) in article["id"]?.string ?? "" }
    #expect(written.sorted { key($0) < key($1) } == given.sorted { key($0) < key($1) })
  }

  @Test func `an index of an earlier version says what to do, in words that work`() async throws {
    try await tool.indexCorpus()
    try tool.write(".reprise/manifest.json", #"{"format": 1, "features": ["stems-1"]}"#)
    for command in [["search", "tea"], ["status"], ["index", "-"]] {
      let outcome = try await tool.run(command)
      #expect(outcome.code == 2 && outcome.output == "")
      #expect(outcome.errors.contains("older version"), "\(outcome)")
      #expect(outcome.errors.contains("reprise export --db .reprise --out articles.jsonl"), "\(outcome)")
    }
  }
}

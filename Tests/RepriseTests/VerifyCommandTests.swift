import FoundationEssentials
import TestSupport
import Testing

/// `reprise verify` and `reprise export` as programs see them.
struct VerifyCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private func index() async throws {
    let lines = (0..<8).map { #"{"id": "a\#($0)", "text": "Report \#($0) of the goat."}"# }
    _ = try tool.write("news.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try await tool.run("index", "news.jsonl").code == 0)
  }

  /// Sets bytes of the first table of the index that has a name.
  private func damage(_ name: String) async throws {
    let line =
      "F=$(ls .reprise/shards/00/segments/*/\(name) | head -1); T=$(stat -c %y $F); "
      + "printf 'xxxx' | dd of=$F bs=1 seek=100 conv=notrunc status=none; touch -d \"$T\" $F"
    #expect(try await tool.shell(line).code == 0)
  }

  @Test func `all is well with an index as it was written`() async throws {
    try await index()
    let outcome = try await tool.run("verify")
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("8 articles in 1 segment") && outcome.errors.contains("all is well"))
    #expect(try await tool.run("verify", "--quiet").errors == "")
  }

  @Test func `damage is listed and the exit code is 1`() async throws {
    try await index()
    try await damage("postlist.glass")
    let outcome = try await tool.run("verify")
    #expect(outcome.code == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains("postlist.glass is not as it was written"))
    #expect(outcome.errors.contains("verify --repair"))
    let lines = try await tool.run("verify", "--json").objects()
    #expect(lines.map { $0["type"]?.string } == ["problem", "verified"])
    #expect(lines.last?["affected_articles"]?.number == 8)
  }

  @Test func `the articles of an index without its manifest are taken over`() async throws {
    try await index()
    _ = try tool.write("more.jsonl", #"{"id": "a3", "text": "Report 3 is another one."}"# + "\n")
    #expect(try await tool.run("index", "more.jsonl").code == 0)
    #expect(try await tool.shell("rm .reprise/manifest.json").code == 0)
    for command in [
      ["verify"], ["index", "news.jsonl"], ["optimize"], ["remove", "a1"], ["search", "goat"],
    ] {
      let refused = try await tool.run(command)
      #expect(refused.code == 2 && refused.errors.contains("verify --repair"))
    }
    let repaired = try await tool.run("verify", "--repair")
    #expect(repaired.code == 0 && repaired.errors.contains("8 articles taken over"))
    #expect(try await tool.run("verify").code == 0)
    #expect(try await tool.run("show", "a3").output.contains("another one"))
    #expect(try await tool.run("index", "news.jsonl").code == 0)
    #expect(try await tool.run("export").lines.count == 8)
  }

  @Test func `a search on a damaged block says so and answers nothing`() async throws {
    try await index()
    try await damage("postlist.glass")
    let outcome = try await tool.run("search", "goat")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("is not as it was written"))
  }

  @Test func `a repair brings everything back`() async throws {
    try await index()
    try await damage("docdata.glass")
    #expect(try await tool.run("verify", "--repair").code == 0)
    _ = try await tool.run("index", "news.jsonl")
    #expect(try await tool.run("verify").code == 0)
    #expect(try await tool.run("export").lines.count == 8)
  }

  @Test func `folders that are no index make a clear message, and are left alone`() async throws {
    _ = try tool.write("foreign/letter.txt", "Dear all")
    _ = try await tool.shell("mkdir empty")
    for (name, message) in [("missing", "no index"), ("empty", "no index"), ("foreign", "not an index")] {
      for arguments in [["verify"], ["verify", "--repair"], ["export"]] {
        let outcome = try await tool.run(arguments + ["--db", name])
        #expect(outcome.code == 2, "\(arguments) \(name)")
        #expect(outcome.errors.contains(message), "\(arguments) \(name): \(outcome.errors)")
      }
    }
    #expect(
      try await tool.shell("ls foreign empty; ls").output
        == "empty:\n\nforeign:\nletter.txt\nempty\nforeign\n")
  }

  @Test func `an index of a newer version and a broken manifest make a clear message`() async throws {
    try await index()
    _ = try await tool.shell(
      "cp -r .reprise newer; sed -i 's/\"format\" : [0-9]*/\"format\" : 99/' newer/manifest.json")
    let newer = try await tool.run("verify", "--db", "newer")
    #expect(newer.code == 2)
    #expect(newer.errors.contains("newer version"))
    _ = try await tool.shell("sed -i 's/\"generation\"/\"geneRation\"/' .reprise/manifest.json")
    let broken = try await tool.run("search", "goat")
    #expect(broken.code == 2)
    #expect(broken.errors.contains("manifest.json"))
    let salvaged = try await tool.run("verify", "--repair")
    #expect(salvaged.code == 0)
    #expect(salvaged.errors.contains("1 problem"))
    #expect(try await tool.run("search", "goat").code == 0)
  }

  @Test func `an export is written whole or not at all`() async throws {
    try await index()
    let outcome = try await tool.run("export", "--out", "all.jsonl")
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("8 articles written"))
    try await damage("docdata.glass")
    #expect(try await tool.run("export", "--out", "all.jsonl").code == 2)
    #expect(try await tool.shell("wc -l < all.jsonl; ls | grep 'new$' || true").output == "8\n")
    #expect(try await tool.run("export", "--out", "no/such/folder.jsonl").code == 2)
  }

  @Test func `an export without articles says so by its exit code`() async throws {
    try await index()
    #expect(try await tool.run("export", "camel").code == 1)
    #expect(try await tool.run("export", "goat").lines.count == 8)
    #expect(try await tool.run("export", "foo:bar").code == 2)
  }
}

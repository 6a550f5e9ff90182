import FoundationEssentials
import Testing

/// The help of every command, as it was agreed on.
struct HelpTests {
  static let snapshots =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Snapshots"

  static let commands = [
    "index", "search", "reprints", "compare", "check", "show", "entities", "status", "remove", "optimize",
    "tag", "verify", "export", "outlets", "batch", "demo", "watch", "extract", "translations", "formats",
    "serve",
  ]

  /// To take a new snapshot, remove the old one and run the test twice.
  @Test(arguments: ["reprise"] + commands)
  func `the help is as in the snapshot`(_ command: String) async throws {
    let outcome = try await CommandLineTool().run(command == "reprise" ? ["--help"] : [command, "--help"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let path = Self.snapshots + "/" + command + ".txt"
    guard let known = FileManager.default.contents(atPath: path) else {
      _ = FileManager.default.createFile(atPath: path, contents: Data(outcome.output.utf8))
      Issue.record("there was no snapshot at \(path); it was made now, look at it and commit it")
      return
    }
    let text = String(decoding: known, as: UTF8.self)
    #expect(outcome.output == text, "expected:\n\(text)\nfound:\n\(outcome.output)")
  }

  @Test func `the snapshots are of all commands`() async throws {
    let help = try await CommandLineTool().run("--help").output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "SUBCOMMANDS:"))
    let listed = lines[(start + 1)...].prefix { !$0.isEmpty }.filter { !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed.sorted() == Self.commands.sorted())
  }

  @Test(arguments: commands)
  func `every command has an example in its help`(_ command: String) async throws {
    let help = try await CommandLineTool().run(command, "--help").output
    #expect(help.contains("\n  reprise \(command)"))
  }

  @Test func `the version is one line, with the rules`() async throws {
    let outcome = try await CommandLineTool().run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+ \((commit [0-9a-f]+, )?rules \d+\)\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for the shell`(_ shell: String) async throws {
    let outcome = try await CommandLineTool().run("--generate-completion-script", shell)
    #expect(outcome.code == 0)
    for word in Self.commands + ["group", "families"] { #expect(outcome.output.contains(word), "\(word)") }
  }

  @Test func `the completions for bash are a script that bash can read`() async throws {
    let outcome = try await CommandLineTool().shell("$REPRISE --generate-completion-script bash | bash -n")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }
}

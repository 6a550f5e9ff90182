import FoundationEssentials
import Glibc
import Subprocess
import TestSupport
import Testing

import SystemPackage

struct IndexCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private func record(_ id: String, _ text: String = "The goat is back.") -> String {
    #"{"id": "\#(id)", "outlet": "Hill Echo", "text": "\#(text)"}"# + "\n"
  }

  @Test func `articles go in, and the answer is on standard error`() async throws {
    let file = try tool.write("news.jsonl", record("a") + record("b"))
    let outcome = try await tool.run("index", file)
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("2 articles added"))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\r"))
  }

  @Test func `the same again changes nothing and says so`() async throws {
    let file = try tool.write("news.jsonl", record("a"))
    _ = try await tool.run("index", file)
    let outcome = try await tool.run("index", file)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("nothing changed"))
  }

  @Test func `a refusal is named and the exit code is 1`() async throws {
    let file = try tool.write("news.jsonl", record("a") + "{broken\n")
    let outcome = try await tool.run("index", file)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("news.jsonl:2"))
    let listed = try await tool.run("status", "--refusals")
    #expect(listed.output.contains("news.jsonl:2"))
  }

  @Test func `quiet says nothing, not even of refusals`() async throws {
    let file = try tool.write("news.jsonl", record("a") + "{broken\n")
    let outcome = try await tool.run("index", "--quiet", file)
    #expect(outcome.code == 1)
    #expect(outcome.output == "" && outcome.errors == "")
  }

  @Test func `tables that Xapian's own writer made give the same answers`() async throws {
    let texts = (1...40).map { number in
      record(
        "a\(number)",
        "The goat of farm \(number % 7) is back, and \(number) neighbours saw it come home at dawn.")
    }
    let file = try tool.write("news.jsonl", texts.joined())
    let folders = [("ours", [String]()), ("theirs", ["--xapian-writer"])]
    for (name, options) in folders {
      #expect(try await tool.run(["index", "--db", tool.folder + "/" + name, file] + options).code == 0)
    }
    let manifests = folders.map { name, _ in
      FileManager.default.contents(atPath: tool.folder + "/" + name + "/manifest.json").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(manifests.map { $0?.contains("\"xapian\"") } == [false, true])
    for question in [
      ["search", "--json", "goat farm"], ["search", "\"come home\""], ["reprints", "--json"], ["export"],
    ] {
      var answers: [String] = []
      for (name, _) in folders {
        answers.append(try await tool.run(question + ["--db", tool.folder + "/" + name]).output)
      }
      #expect(answers[0] == answers[1] && answers[0].utf8.count > 200)
    }
  }

  @Test func `records come from standard input`() async throws {
    let outcome = try await tool.run(["index", "-"], input: record("a") + record("b"))
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("2 articles added"))
    #expect(try await tool.run("show", "b").code == 0)
  }

  @Test func `nothing on standard input is no error`() async throws {
    let outcome = try await tool.run("index", "-")
    #expect(outcome.code == 0)
  }

  @Test func `a file that is not there is a refusal`() async throws {
    let outcome = try await tool.run("index", "gone.jsonl")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("gone.jsonl"))
  }

  @Test func `the summary is one JSON line`() async throws {
    let file = try tool.write("news.jsonl", record("a") + "{broken\n")
    let outcome = try await tool.run("index", "--json", file)
    let lines = try outcome.objects()
    #expect(lines.count == 1)
    #expect(lines[0]["schema"]?.string == "reprise/1")
    #expect(lines[0]["added"]?.number == 1)
    #expect(lines[0]["refused"]?.array?.count == 1)
    #expect(outcome.errors == "")
  }

  @Test func `the folder of the index comes from the option, else from the environment`() async throws {
    let file = try tool.write("news.jsonl", record("a"))
    let variables = ["REPRISE_DB": tool.folder + "/env"]
    _ = try await tool.run(["index", file], environment: variables)
    #expect(access(tool.folder + "/env/manifest.json", F_OK) == 0)
    _ = try await tool.run(["index", "--db", "opt", file], environment: variables)
    #expect(access(tool.folder + "/opt/manifest.json", F_OK) == 0)
    #expect(access(tool.folder + "/.reprise", F_OK) != 0)
  }

  @Test func `a folder that is no index is left alone`() async throws {
    try tool.write("letters/dear.txt", "Dear reader")
    let outcome = try await tool.run("index", "--db", "letters", "letters/dear.txt")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("reprise: "))
  }

  @Test func `a removed article is gone, an unknown id is told`() async throws {
    let file = try tool.write("news.jsonl", record("a") + record("b"))
    _ = try await tool.run("index", file)
    let outcome = try await tool.run("remove", "a", "zz")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("\"zz\"") && outcome.errors.contains("1 article removed"))
    #expect(try await tool.run("show", "a").code == 2)
  }

  @Test func `a second writer is refused while the first one works`() async throws {
    try await whileWriting { writer, tool in
      let outcome = try await tool.run("index", try tool.write("z.jsonl", record("z")))
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("another process"))
      #expect(outcome.output == "")
      _ = try await writer.write(record("last"))
    }
    #expect(try await tool.run("show", "last").code == 0)
  }

  @Test func `a reader works while another process writes`() async throws {
    _ = try await tool.run(["index", "-"], input: record("first", "A camel."))
    try await whileWriting { _, tool in
      let outcome = try await tool.run("search", "camel")
      #expect(outcome.code == 0)
    }
  }

  /// Runs `reprise index -` on many records, and something else before their end.
  private func whileWriting(
    _ body: @escaping @Sendable (StandardInputWriter, CommandLineTool) async throws -> Void
  ) async throws {
    let tool = tool
    // More than a pipe holds: once they are written, the program has begun to read.
    let records = (0..<2_000).map { record("a\($0)") }.joined()
    let result = try await Subprocess.run(
      .path(FilePath(CommandLineTool.executable)), arguments: ["index", "-"],
      environment: CommandLineTool.environment([:]), workingDirectory: FilePath(tool.folder),
      input: .inputWriter, output: .string(limit: 1 << 20), error: .string(limit: 1 << 20)
    ) { execution in
      _ = try await execution.standardInputWriter.write(records)
      try await body(execution.standardInputWriter, tool)
      try await execution.standardInputWriter.finish()
    }
    #expect(result.terminationStatus == .exited(0), "\(result.standardError)")
  }

  @Test(arguments: [Signal.interrupt, .terminate])
  func `a run that is interrupted keeps what it read and says so`(_ signal: Signal) async throws {
    let records = (0..<2_000).map { record("a\($0)") }
    let result = try await Subprocess.run(
      .path(FilePath(CommandLineTool.executable)), arguments: ["index", "-"],
      environment: CommandLineTool.environment([:]), workingDirectory: FilePath(tool.folder),
      input: .inputWriter, output: .string(limit: 1 << 20), error: .string(limit: 1 << 20)
    ) { execution in
      _ = try await execution.standardInputWriter.write(records.joined())
      try execution.send(signal: signal)
      // Wakes a program that waits for input; one that does not has ended by now.
      _ = try? await execution.standardInputWriter.write(record("last"))
      try? await execution.standardInputWriter.finish()
    }
    #expect(result.terminationStatus == .exited(130), "\(result.standardError)")
    #expect(result.standardError.contains("interrupted"))
    let status = try await tool.run("status", "--json").objects()
    let kept = try #require(status.first?["articles"]?.number)
    #expect(kept > 0 && kept <= 2_001)
    #expect(try await tool.run(["index", "-"], input: records.joined()).code == 0)
    let complete = try await tool.run("status", "--json").objects()
    #expect(try #require(complete.first?["articles"]?.number) >= 2_000)
  }

  @Test func `a page that the disk does not give ends a run with a message`() async throws {
    let result = try await Subprocess.run(
      .path(FilePath(CommandLineTool.executable)), arguments: ["index", "-"],
      environment: CommandLineTool.environment([:]), workingDirectory: FilePath(tool.folder),
      input: .inputWriter, output: .string(limit: 1 << 20), error: .string(limit: 1 << 20)
    ) { execution in
      _ = try await execution.standardInputWriter.write((0..<2_000).map { record("a\($0)") }.joined())
      try execution.send(signal: Signal(rawValue: SIGBUS))
      try? await execution.standardInputWriter.finish()
    }
    #expect(result.terminationStatus == .exited(2))
    #expect(result.standardError.contains("could not be read"))
  }

  @Test func `a run that is killed leaves the index as it was, and can be done again`() async throws {
    _ = try await tool.run(["index", "-"], input: record("first", "A camel."))
    let records = (0..<2_000).map { record("a\($0)") }.joined()
    let result = try await Subprocess.run(
      .path(FilePath(CommandLineTool.executable)), arguments: ["index", "-"],
      environment: CommandLineTool.environment([:]), workingDirectory: FilePath(tool.folder),
      input: .inputWriter, output: .string(limit: 1 << 20), error: .string(limit: 1 << 20)
    ) { execution in
      _ = try await execution.standardInputWriter.write(records)
      try execution.send(signal: .kill)
      try? await execution.standardInputWriter.finish()
    }
    #expect(result.terminationStatus == .signaled(9))
    #expect(try await tool.run("search", "camel").code == 0)
    #expect(try await tool.run(["index", "-"], input: records).code == 0)
    let status = try await tool.run("status", "--json").objects()
    #expect(status.first?["articles"]?.number == 2_001)
    let segments = try await tool.shell("ls .reprise/shards/00/segments | wc -l")
    #expect(segments.output == "\(Int(status.first?["segments"]?.number ?? 0))\n")
  }
}

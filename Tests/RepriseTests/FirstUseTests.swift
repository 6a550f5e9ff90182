import FoundationEssentials
import TestSupport
import Testing

/// What a newcomer meets: no index, nothing to read, the tour.
struct FirstUseTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  @Test func `an index that may have come with the files is used only where it is named`() async throws {
    _ = try tool.write("a.txt", "The goat is back, said Ann Lee.")
    #expect(try await tool.run("index", "a.txt").code == 0)
    for path in [".", tool.folder, "./"] {
      let outcome = try await tool.run("index", path)
      #expect(outcome.code == 64 && outcome.errors.contains("--db .reprise"))
    }
    #expect(try await tool.run("index", "--db", ".reprise", ".").code == 0)
    #expect(try await tool.shell("mv .reprise ../aside-$$ && ln -s ../aside-$$ .reprise").code == 0)
    #expect(try await tool.run("index", ".").code == 64)
    #expect(try await tool.shell("rm -r $(readlink .reprise)").code == 0)
  }

  @Test func `in an empty folder the program offers the tour`() async throws {
    let outcome = try await tool.run([])
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(outcome.output.contains("no index at .reprise") && outcome.output.contains("reprise demo"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder + "/.reprise"))
  }

  @Test func `in a folder of texts it says how to index them`() async throws {
    try tool.write("news/a.txt", "One")
    try tool.write("news/b.jsonl", "{}")
    let outcome = try await tool.run([])
    #expect(outcome.output.contains("2 files") && outcome.output.contains("reprise index ."))
  }

  @Test func `in a folder of other files it says which, and what to do with them`() async throws {
    for name in ["a.mp3", "b.mp3", "c.xyz"] { try tool.write(name, "x") }
    let outcome = try await tool.run([])
    #expect(outcome.output.contains("2 .mp3, 1 .xyz") && outcome.output.contains("reprise formats"))
    let index = try await tool.run("index", ".")
    #expect(index.code == 1 && index.errors.contains("3 files left out"))
    #expect(index.errors.contains("(.mp3)") && index.errors.contains("(.xyz)"))
  }

  @Test func `a folder of pictures is told what is read instead`() async throws {
    try tool.write("pictures/a.png", "\u{89}PNG\r\n\u{1A}\n")
    let outcome = try await tool.run("index", "pictures")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("'reprise formats'") && outcome.errors.contains("'reprise demo'"))
  }

  @Test func `without a path indexing says which command reads the folder`() async throws {
    let outcome = try await tool.run("index")
    #expect(outcome.code == 64 && outcome.errors.contains("reprise index ."))
  }

  @Test func `without an index the message has the command that makes one`() async throws {
    #expect(try await tool.run("search", "tea").errors.contains("make one: reprise index FOLDER"))
    let named = try await tool.run("search", "--db", "other", "tea")
    #expect(named.errors.contains("make one: reprise index --db other FOLDER"))
  }

  @Test func `beside an index it says what it holds`() async throws {
    try await tool.indexCorpus()
    let outcome = try await tool.run([])
    #expect(outcome.output.contains("60 articles of 42 outlets") && outcome.output.contains("reprise search"))
  }

  @Test func `a search in an empty index says how to fill it`() async throws {
    let made = try await tool.run("index", "-")
    #expect(made.errors.contains("standard input was empty"))
    let outcome = try await tool.run("search", "tea")
    #expect(outcome.code == 1 && outcome.errors.contains("holds no articles"))
  }

  @Test func `the tour answers its questions and leaves nothing behind`() async throws {
    let outcome = try await tool.run(["demo"], environment: ["TMPDIR": tool.folder])
    #expect(outcome.code == 0)
    for part in ["Fire shuts Constanta grain terminal", "reprint  62 %", "Meridian Wire"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: tool.folder) == [])
  }

  @Test func `the tour's index can be kept, and is no other's`() async throws {
    #expect(try await tool.run("demo", "--keep", "tour").code == 0)
    #expect(try await tool.run("status", "--db", "tour", "--json").objects()[0]["articles"]?.number == 60)
    let again = try await tool.run("demo", "--keep", "tour")
    #expect(again.code == 64 && again.errors.contains("tour is there already"))
  }

  @Test func `the articles of the tour are those of the corpus`() async throws {
    try await tool.indexCorpus()
    #expect(try await tool.run("demo", "--keep", "tour").code == 0)
    let tour = try await tool.run("export", "--db", "tour").lines
    #expect(try await tool.run("export").lines.sorted() == tour.sorted(), "run scripts/build-demo")
  }
}

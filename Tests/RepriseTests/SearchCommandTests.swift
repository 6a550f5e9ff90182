import TestSupport
import Testing

struct SearchCommandTests {
  private let tool: CommandLineTool

  init() async throws {
    tool = try CommandLineTool()
    try await tool.indexCorpus()
  }

  @Test func `results are on standard output, without colours where that is no terminal`() async throws {
    let outcome = try await tool.run("search", "violin")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Three judges, one violin"))
    #expect(outcome.output.contains("Continental Voice"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.errors == "")
  }

  @Test func `nothing found is exit code 1, with the part that matches nothing on standard error`()
    async throws
  {
    let outcome = try await tool.run("search", "place:Atlantis")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors == "reprise: nothing found\nreprise: no article names the place \"Atlantis\"\n")
    let quiet = try await tool.run("search", "--quiet", "place:Atlantis")
    #expect(quiet.code == 1 && quiet.output == "" && quiet.errors == "")
  }

  @Test func `a wire story is one text with its outlets below`() async throws {
    let outcome = try await tool.run("search", "--limit", "1", "grain", "terminal", "fire")
    #expect(outcome.lines.count { $0.contains("↳") } >= 8)
    #expect(
      outcome.lines[0].hasPrefix("1 text at 9 outlets") || outcome.lines[0].hasPrefix("1 text at 10 outlets"))
  }

  @Test func `JSON has the agreed names, the first line the schema`() async throws {
    let outcome = try await tool.run("search", "--json", "grain terminal fire")
    let results = try outcome.objects()
    try #require(!results.isEmpty)
    #expect(results[0]["schema"]?.string == "reprise/1")
    #expect(results.dropFirst().allSatisfy { $0["schema"] == nil })
    let names: Set = [
      "type", "rank", "score", "article", "outlet", "published", "title", "passage", "extract", "marks",
      "entities",
      "repeated_by",
    ]
    for result in results {
      #expect(result.keys.isSuperset(of: names.subtracting(["outlet", "published", "title"])))
      #expect(result["type"]?.string == "result")
    }
    #expect(results[0].keys.isSuperset(of: names))
    let repeated = try #require(results[0]["repeated_by"]?.array?.first)
    #expect(repeated.keys.isSuperset(of: ["article", "outlet", "published", "share", "relation"]))
    let entities = results.compactMap { $0["entities"]?.array }.joined()
    let entity = try #require(entities.first)
    #expect(entity.keys.isSuperset(of: ["class", "name", "key"]))
  }

  @Test(arguments: [
    ("foo:bar", "foo:"), ("\"open", "quotation mark"), ("tea AND", "AND"), ("date:yesterday", "date:"),
    ("***", "no words"),
  ])
  func `a query that cannot be read is told with what is wrong`(query: String, word: String) async throws {
    let outcome = try await tool.run("search", query)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("reprise: ") && outcome.errors.contains(word))
  }

  @Test func `a word that no article has is told beside the results`() async throws {
    let outcome = try await tool.run("search", "violin", "xylophonist")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("xylophonist"))
    #expect(try await tool.run("search", "--quiet", "violin", "xylophonist").errors == "")
  }

  @Test func `a page goes on where the one before ended`() async throws {
    func ids(_ arguments: String...) async throws -> [String] {
      try await tool.run(["search", "--json", "town people"] + arguments).objects().compactMap {
        $0["article"]?.string
      }
    }
    let all = try await ids("--limit", "6")
    #expect(all.count == 6)
    let pages = try await (ids("--limit", "3"), ids("--limit", "3", "--offset", "3"))
    #expect(pages.0 + pages.1 == all)
  }

  @Test func `a very long query is answered`() async throws {
    let words = (0..<900).map { "word\($0)" }.joined(separator: " ")
    let outcome = try await tool.run("search", "--quiet", "violin " + words)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("violin"))
    #expect(try await tool.run("search", "--quiet", "\"" + words + "\"").code == 1)
  }

  @Test func `a query that is too long is an error that does not repeat it`() async throws {
    let words = (0..<20_000).map { "w\($0)" }.joined(separator: " ")
    let outcome = try await tool.run("search", words)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("reprise: ") && outcome.errors.count < 200)
  }

  @Test func `an article without an outlet counts as one of an outlet of its own`() async throws {
    let story =
      "A lighthouse keeper counted nine ships before breakfast and wrote their names into a blue book."
    let records = (0..<3).map { #"{"id": "u\#($0)", "text": "\#(story)"}"# }
    _ = try await tool.run(["index", "--quiet", "-"], input: records.joined(separator: "\n"))
    let outcome = try await tool.run("search", "\"lighthouse keeper counted nine ships\"")
    #expect(outcome.output.hasPrefix("1 text at 3 outlets"))
  }

  @Test func `a reader that closes the pipe ends the program without a word`() async throws {
    let outcome = try await tool.shell("$REPRISE reprints --quiet --json | head -c 1")
    #expect(outcome.output == "{")
    #expect(outcome.errors == "")
    #expect(outcome.code == 141 || outcome.code == 0)
  }

  @Test func `colours come on a terminal, and not where NO_COLOR is set`() async throws {
    let line = "script -qec \"$REPRISE search violin\" /dev/null < /dev/null"
    let coloured = try await tool.shell(line, environment: ["TERM": "xterm"])
    try #require(coloured.code == 0, "\(coloured.errors)")
    #expect(coloured.output.contains("\u{1B}[1"))
    let plain = try await tool.shell(line, environment: ["TERM": "xterm", "NO_COLOR": "1"])
    #expect(plain.output.contains("violin") && !plain.output.contains("\u{1B}"))
    let empty = try await tool.shell(line, environment: ["TERM": "xterm", "NO_COLOR": ""])
    #expect(empty.output.contains("\u{1B}[1"))
  }

  // MARK: Batches

  @Test func `a batch with line ends of Windows, and a query of too many words, are read`() async throws {
    let long = (0..<1_001).map { "w\($0)" }.joined(separator: " ")
    let queries = [
      #"{"_id": "q1", "text": "violin judges"}"#, #"{"_id": "q2", "text": "\#(long)"}"#, "",
      #"{"_id": "q3", "text": "goat"}"#,
    ].joined(separator: "\r\n")
    let outcome = try await tool.run(["search", "--format", "trec", "--queries", "-"], input: queries)
    #expect(outcome.code == 2 && outcome.errors.contains("q2") && outcome.errors.contains("too many words"))
    let names = Set(outcome.lines.compactMap { $0.split(separator: " ").first })
    #expect(names == ["q1", "q3"])
  }

  @Test func `a batch of queries makes a run file`() async throws {
    try tool.write(
      "queries.jsonl", #"{"_id": "q1", "text": "violin judges"}"# + "\n\n" + #"{"_id":"q2","text":"goat"}"#)
    let outcome = try await tool.run(
      "search", "--format", "trec", "--queries", "queries.jsonl", "--limit", "3")
    #expect(outcome.code == 0)
    let fields = outcome.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(fields.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "reprise" })
    #expect(fields.first?[0] == "q1" && fields.first?[2] == "names-ohara" && fields.first?[3] == "1")
    #expect(fields.last?[0] == "q2")
  }

  @Test func `words of a batch are no syntax`() async throws {
    let queries = #"{"_id": "1", "text": "What's \"violin: AND (judges -x NOT foo:bar?"}"#
    let outcome = try await tool.run(["search", "--format", "trec", "--queries", "-"], input: queries)
    #expect(outcome.code == 0)
    #expect(outcome.lines.first?.hasPrefix("1 Q0 names-ohara 1 ") == true)
  }

  @Test func `a batch with a broken line names it`() async throws {
    let outcome = try await tool.run(
      ["search", "--queries", "-"], input: #"{"_id": "1", "text": "a"}"# + "\n[]\n")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("line 2"))
  }

  @Test(arguments: ["json", "trec"])
  func `a query of a batch without words is named, and the others are answered`(format: String) async throws {
    let queries = [("q1", "violin"), ("q2", "«»"), ("q3", "goat")].map { id, text in
      #"{"_id": "\#(id)", "text": "\#(text)"}"#
    }
    let outcome = try await tool.run(
      ["search", "--format", format, "--queries", "-"], input: queries.joined(separator: "\n"))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("_id \"q2\" is left out"))
    #expect(outcome.output.contains("q1") && outcome.output.contains("q3") && !outcome.output.contains("q2"))
  }

  @Test func `results of a batch in JSON name their query`() async throws {
    let queries = #"{"_id": "q9", "text": "violin"}"#
    let results = try await tool.run(["search", "--json", "--queries", "-"], input: queries).objects()
    #expect(results.first?["query"]?.string == "q9")
  }
}

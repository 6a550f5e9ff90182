import FoundationEssentials
import Testing

/// What the program does when things are not as they should be.
struct TroubleTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  static let readers = [
    ["search", "tea"], ["reprints"], ["compare", "a", "b"], ["check", "-"], ["show", "a"], ["entities"],
    ["status"],
    ["remove", "a"], ["optimize"],
  ]

  @Test(arguments: readers)
  func `without an index every command says how to make one`(_ arguments: [String]) async throws {
    let outcome = try await tool.run(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(".reprise") && outcome.errors.contains("reprise index"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder + "/.reprise"))
  }

  @Test func `an empty index is no error, only empty`() async throws {
    _ = try await tool.run("index", "-")
    for arguments in [["search", "tea"], ["reprints"], ["entities"]] {
      let outcome = try await tool.run(arguments)
      #expect(outcome.code == 1, "\(arguments)")
      #expect(outcome.output == "", "\(arguments)")
    }
    #expect(try await tool.run("status").code == 0)
  }

  @Test func `an index that lost a file is told to be damaged`() async throws {
    try await tool.indexCorpus()
    let outcome = try await tool.shell(
      "rm \"$(find .reprise -name postlist.glass | head -1)\"; $REPRISE search grain")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("damaged"))
  }

  @Test(arguments: ["postlist.glass", "docdata.glass", "position.glass", "termlist.glass", "iamglass"])
  func `an index whose file was cut is told to be damaged, whatever file`(_ name: String) async throws {
    try await tool.indexCorpus()
    let outcome = try await tool.shell(
      "for f in $(find .reprise -name \(name)); do truncate -s -100 $f; done; $REPRISE search grain")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("damaged"))
  }

  @Test(arguments: ["", "{", "{}", "[]", "\u{0}\u{1}", #"{"format": 999}"#])
  func `a manifest that is none is told`(_ manifest: String) async throws {
    _ = try await tool.run(["index", "-"], input: #"{"id": "a", "text": "The goat is back."}"#)
    try tool.write(".reprise/manifest.json", manifest)
    let outcome = try await tool.run("search", "goat")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("reprise: ") && !outcome.errors.contains("Fatal"))
  }

  @Test func `bytes changed at random never crash the program`() async throws {
    let records = (0..<40).map {
      #"{"id": "a\#($0)", "outlet": "O", "text": "The goat number \#($0) is back in town."}"#
    }
    _ = try await tool.run(["index", "-"], input: records.joined(separator: "\n"))
    for seed in 1...12 {
      let outcome = try await tool.shell(
        """
        rm -rf copy && cp -r .reprise copy && RANDOM=\(seed)
        for f in $(find copy -type f ! -name lock); do
          n=$(stat -c %s $f); [ $n -gt 0 ] || continue
          printf "\\\\x$(printf %x $((RANDOM % 256)))" | dd of=$f bs=1 seek=$((RANDOM * 32768 % n + RANDOM % 64)) conv=notrunc status=none
        done
        $REPRISE search --db copy goat > /dev/null
        """)
      #expect([0, 1, 2].contains(outcome.code ?? -1), "seed \(seed): \(outcome.status) \(outcome.errors)")
      #expect(!outcome.errors.contains("Fatal error"), "seed \(seed)")
    }
  }

  @Test func `an article cannot steer the terminal`() async throws {
    let escape = #"\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\r\b"#
    let record = """
      {"id": "x\(escape)", "outlet": "O\(escape)", "title": "T\(escape) goat", "byline": "B\(escape)", \
      "url": "https://u.example/\(escape)", "text": "The goat\(escape) is back in Vienna\(escape), said Ann\(escape) Lee."}
      """
    let id = "x\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\r\u{8}"
    #expect(
      try await tool.run(
        ["index", "-"], input: record + "\n" + record.replacing("\"id\": \"x", with: "\"id\": \"y")
      )
      .code == 0)
    for arguments in [
      ["search", "goat"], ["search", "--group", "none", "goat"], ["show", id], ["reprints"],
      ["reprints", "--families"],
      ["reprints", "--format", "csv"], ["reprints", "--format", "dot"], ["entities"], ["status"],
      ["compare", id, "y" + id.dropFirst()], ["search", "--format", "trec", "goat"],
      ["remove", "\u{1B}[31mno"],
      ["show", "\u{1B}[31mno"], ["search", "\u{1B}[31m"], ["search", "fo\u{1B}o:x"],
    ] {
      let outcome = try await tool.run(arguments)
      for (name, text) in [("output", outcome.output), ("errors", outcome.errors)] {
        let bad = text.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x0A, 0x09: false
          case 0x0D: arguments.last != "csv"
          case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
          default: false
          }
        }
        #expect(bad.isEmpty, "\(name) of \(arguments): \(bad.map(\.value))")
      }
    }
  }

  @Test func `standard output that is full is an error`() async throws {
    _ = try await tool.run(["index", "-"], input: #"{"id": "a", "text": "The goat is back."}"#)
    let outcome = try await tool.shell("$REPRISE search goat > /dev/full")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("reprise: "))
  }
}

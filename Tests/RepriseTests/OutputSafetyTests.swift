import FoundationEssentials
import TestSupport
import Testing

/// No text becomes code or control, and no file is written that was not named.
struct OutputSafetyTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  /// What must never reach a terminal raw.
  private func controls(in text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { value in
      switch value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test(arguments: ["inline", "conll", "json"])
  func `a text that is tagged cannot steer the terminal`(_ format: String) async throws {
    try tool.write(
      "a.txt", "Antony Blinken visited Kyiv.\u{1B}]52;c;ZWNobw==\u{7}\u{1B}[2J \u{9B}31m\u{202E}\n")
    let outcome = try await tool.run("tag", "--format", format, "a.txt")
    #expect(outcome.output.contains("Kyiv") && controls(in: outcome.output).isEmpty)
  }

  @Test func `tokens that are tagged cannot steer the terminal`() async throws {
    try tool.write("t.conll", "Antony\u{1B}]52;c;eA==\u{7}\nBlinken\n")
    let outcome = try await tool.run("tag", "--conll", "t.conll")
    #expect(controls(in: outcome.output).isEmpty)
  }

  @Test func `the id of a query cannot forge lines of a run`() async throws {
    _ = try await tool.run(
      ["index", "-"], input: #"{"id":"a","outlet":"o","text":"The minister said that grain was dear."}"#)
    try tool.write(
      "q.jsonl", #"{"_id":"q1 Q0 forged 1 99.0 reprise\n\u001b]52;c;eA==\u0007q1","text":"grain"}"# + "\n")
    let outcome = try await tool.run("search", "--format", "trec", "--queries", "q.jsonl")
    #expect(outcome.lines.count == 1 && outcome.lines[0].split(separator: " ").count == 6)
    #expect(controls(in: outcome.output).isEmpty)
  }

  @Test func `JSON and an export escape what a terminal obeys, and lose nothing`() async throws {
    let record =
      #"{"id":"a","outlet":"o","title":"x\u009b31m\u202e\u007f","text":"The minister said that grain was dear."}"#
    _ = try await tool.run(["index", "-"], input: record)
    for arguments in [["search", "--json", "grain"], ["show", "--json", "a"], ["export"]] {
      let outcome = try await tool.run(arguments)
      #expect(controls(in: outcome.output).isEmpty, "\(arguments)")
      #expect(try outcome.objects()[0]["title"]?.string == "x\u{9B}31m\u{202E}\u{7F}")
    }
  }

  @Test func `a table keeps its columns and holds no formula`() async throws {
    let text = String(
      repeating: "The minister said on Monday that the grain terminal in Odessa had been shut by a fire. ",
      count: 4)
    let outlets = [
      #"=HYPERLINK(\"http://evil\",\"x\")"#, "@SUM(A1)", #"x\u0600,none,0.0,\u0600\"forged"#,
      #",\u0301shift"#,
    ]
    let records = outlets.enumerated().map {
      #"{"id":"\#($0)","outlet":"\#($1)","published":"2024-01-0\#($0 + 1)","text":"\#(text)"}"#
    }
    _ = try await tool.run(["index", "-"], input: records.joined(separator: "\n"))
    let table = try await tool.run("reprints", "--format", "csv").output
    #expect(table.contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"") && table.contains(",'@SUM(A1),"))
    for row in table.split(separator: "\r\n") {
      #expect(fields(of: row) == fields(of: table.split(separator: "\r\n")[0]), "\(row)")
    }
  }

  /// The number of fields of a row, by its scalars.
  private func fields(of row: Substring) -> Int {
    var (count, isQuoted) = (1, false)
    for scalar in row.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() } else if scalar == ",", !isQuoted { count += 1 }
    }
    return count
  }

  @Test func `markup that hides in a character is escaped in the page of evidence`() async throws {
    let text =
      #"The goat \u0600<img src=x onerror=alert(1)> is back in town, said the keeper of the harbour on Monday."#
    let records = ["a", "b"].map { #"{"id":"\#($0)\u0600<script>","outlet":"o\#($0)","text":"\#(text)"}"# }
    _ = try await tool.run(["index", "-"], input: records.joined(separator: "\n"))
    let outcome = try await tool.run("compare", "a\u{600}<script>", "b\u{600}<script>", "--html", "page.html")
    #expect(outcome.code == 0)
    let page = String(
      decoding: FileManager.default.contents(atPath: tool.folder + "/page.html") ?? Data(), as: UTF8.self)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<img") && !page.contains("<script"))
  }

  @Test func `a file is made under a name of its own and replaces regular files alone`() async throws {
    try await tool.indexCorpus()
    let outcome = try await tool.shell(
      """
      echo mine > e.html.new; echo precious > target; ln -s target link.html; mkfifo pipe
      $REPRISE compare -q harbour-wire harbour-cut --html e.html; echo $?
      $REPRISE compare -q harbour-wire harbour-cut --html link.html; echo $?
      $REPRISE export -q --out pipe; echo $?
      cat e.html.new target; stat -c %F link.html pipe; ls -A | grep -c reprise-
      """)
    #expect(outcome.lines == ["0", "2", "2", "mine", "precious", "symbolic link", "fifo", "0"])
    #expect(outcome.errors.contains("is no regular file"))
  }

  @Test func `what was typed wrongly is shown without what would steer the terminal`() async throws {
    for arguments in [["\u{1B}[31mno"], ["show", "--\u{1B}[31m"], ["show", "a\nreprise: forged"]] {
      let outcome = try await tool.run(arguments)
      #expect(controls(in: outcome.errors).isEmpty, "\(arguments)")
      #expect(!outcome.errors.contains("\nreprise: forged"))
    }
  }
}

import FoundationEssentials
import TestSupport
import Testing

/// `reprise index --follow` and `reprise watch`.
struct FollowingTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  /// Functions of the shell: `until_so CMD` waits for a command to succeed, `article ID TEXT` makes a record.
  private static let functions = """
    until_so() { for _ in $(seq 600); do if "$@" 2>/dev/null; then return 0; fi; sleep 0.1; done; return 1; }
    article() { printf '{"id":"%s","outlet":"Hill Echo","text":"%s"}\\n' "$1" "$2"; }
    holds() { [ "$($REPRISE status --json | sed 's/.*"articles":\\([0-9]*\\).*/\\1/')" = "$1" ]; }
    added() { [ "$(grep -o '"added":[0-9]*' runs.jsonl | cut -d: -f2 | paste -sd+ - | sed 's/^/echo $((/; s/$/))/' | sh)" = "$1" ]; }
    # A follower that is stopped between two runs ends with 0, in the midst of one with 130.
    stop() { kill -TERM "$1"; wait "$1"; code=$?; [ $code = 0 ] || [ $code = 130 ]; }
    told() { [ "$(grep -c '"article"' "$1")" = "$2" ]; }

    """

  private func shell(_ script: String) async throws -> CommandLineTool.Outcome {
    try await tool.shell(Self.functions + script)
  }

  @Test func `what arrives in a folder and at the end of a file is taken in`() async throws {
    let outcome = try await shell(
      """
      mkdir inbox; article a 'The goat is back.' > crawl.jsonl
      $REPRISE index --follow --json crawl.jsonl inbox > runs.jsonl 2> log & follower=$!
      until_so holds 1 || exit 11
      article b 'The cow has gone.' >> crawl.jsonl
      until_so holds 2 || exit 12
      mkdir inbox/deep; printf 'Tea\\n\\nThe tea is late.' > inbox/deep/tea.txt
      until_so holds 3 && until_so added 3 || exit 13
      stop $follower || exit 14
      cat runs.jsonl
      """)
    #expect(outcome.code == 0, "\(outcome)")
    let runs = try outcome.objects()
    #expect(runs.compactMap { $0["added"]?.number }.reduce(0, +) == 3)
  }

  @Test func `half a line is not told as broken, and is taken in when it is whole`() async throws {
    let outcome = try await shell(
      """
      article a 'The goat is back.' > crawl.jsonl
      $REPRISE index --follow crawl.jsonl 2> log & follower=$!
      until_so holds 1 || exit 11
      printf '{"id":"b","text":"The cow' >> crawl.jsonl; sleep 0.5; printf ' has gone."}\\n' >> crawl.jsonl
      until_so holds 2 || exit 12
      printf 'nonsense\\n' >> crawl.jsonl
      until_so grep -q crawl.jsonl:3 log || exit 13
      stop $follower || exit 14
      ! grep -q crawl.jsonl:2 log
      """)
    #expect(outcome.code == 0, "\(outcome)")
  }

  @Test func `a follower and a watch that are killed lose nothing and tell nothing twice`() async throws {
    let outcome = try await shell(
      """
      mkdir inbox; article z 'The goat of old.' > inbox/0.jsonl
      $REPRISE index -q inbox || exit 10
      run() { $REPRISE index -q --follow inbox & follower=$!; $REPRISE watch -q --out new.jsonl goat & watch=$!; }
      run; until_so test -s new.jsonl || exit 11
      for i in $(seq 60); do
        article a$i "The goat number $i is back." > inbox/$i.jsonl
        if [ $i = 20 ] || [ $i = 40 ]; then kill -9 $follower $watch; wait 2>/dev/null; run; fi
      done
      article b 'A cow.' > inbox/b.jsonl
      until_so holds 62 || exit 12
      until_so told new.jsonl 60 || exit 13
      kill -TERM $follower $watch; wait $follower; wait $watch
      cat new.jsonl
      """)
    #expect(outcome.code == 0, "\(outcome)")
    let lines = try outcome.objects()
    #expect(lines.first?["type"]?.string == "watch" && lines.first?["known"]?.array == [.string("z")])
    let told = lines.compactMap { $0["article"]?.string }
    #expect(told.count == 60 && Set(told) == Set((1...60).map { "a\($0)" }))
  }

  @Test func `a watch for a text tells who repeats it`() async throws {
    try await tool.indexCorpus()
    let text = try await tool.run("show", "--json", "glacier-lab").objects()[0]["text"]?.string ?? ""
    try tool.write("story.txt", text)
    let first = try await tool.run(
      "watch", "--once", "--all", "--check", "story.txt", "--out", "copies.jsonl")
    #expect(first.code == 0, "\(first)")
    let again = try await tool.run("watch", "--once", "--check", "story.txt", "--out", "copies.jsonl")
    #expect(again.code == 1)
    let lines = try await tool.shell("cat copies.jsonl").objects()
    #expect(lines.dropFirst().contains { $0["article"]?.string == "glacier-lab" && $0["share"]?.number == 1 })
  }

  @Test func `half a line that a kill left is cut off and told again`() async throws {
    try await tool.indexCorpus()
    _ = try await tool.run("watch", "--once", "--all", "--out", "new.jsonl", "grain")
    let whole = try await tool.shell("cat new.jsonl").output
    let cut = try await tool.shell(
      "truncate -s -10 new.jsonl; $REPRISE watch --once --out new.jsonl grain; cat new.jsonl")
    #expect(cut.output == whole && whole.split(separator: "\n").count > 1)
  }

  @Test func `a watch does not write into the file of another`() async throws {
    try await tool.indexCorpus()
    _ = try await tool.run("watch", "--once", "--all", "--out", "new.jsonl", "grain")
    let before = try await tool.shell("cat new.jsonl").output
    let other = try await tool.run("watch", "--once", "--out", "new.jsonl", "harbour")
    #expect(other.code == 2 && other.errors.contains("not the file of this watch"))
    #expect(try await tool.shell("cat new.jsonl").output == before)
  }

  @Test(arguments: ["my only line", "mine\\nand mine", "[1]\\n"])
  func `a file that is no watch's stays as it is`(content: String) async throws {
    try await tool.indexCorpus()
    let outcome = try await tool.shell(
      "printf '\(content)' > mine; printf '\(content)' > same; $REPRISE watch --once --all --out mine xyzzyx; cmp mine same"
    )
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("not the file of this watch"))
  }

  @Test(arguments: [
    ["watch"], ["watch", "--once", "tea"], ["watch", "--check", "a", "tea"], ["index", "--follow", "-"],
  ])
  func `what cannot be followed is wrong usage`(_ arguments: [String]) async throws {
    #expect(try await tool.run(arguments).code == 64)
  }

  @Test func `without an index a watch says how to make one`() async throws {
    let outcome = try await tool.run("watch", "tea")
    #expect(outcome.code == 2 && outcome.errors.contains("reprise index"))
  }
}

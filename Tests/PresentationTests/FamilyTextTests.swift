import Testing

@testable import Archive
@testable import Presentation

/// Families in text and as a graph.
struct FamilyTextTests {
  private func lines(_ origin: ArticleFamily.Origin) -> [String] {
    FamilyText(style: TerminalStyle(isColoured: false)).text(of: family(origin: origin))
      .split(separator: "\n").map(String.init)
  }

  @Test func `a credited origin is told with how sure it is, then the tree with what was taken and kept`() {
    #expect(
      lines(origin(isCredited: true)) == [
        "Dam gives way",
        "3 articles at 3 outlets, 2 independent texts",
        "origin: Meridian Wire, wire-1 (2 of 3 credit it; 87 % sure)",
        "● Meridian Wire · 2031-05-03 · wire-1",
        "  └ Echo · 2031-05-04 · echo-1 · 94 % taken, 50 % kept",
        "    └ Post \"Late\" · 2031-05-05 · post-1 · 25 % taken, 13 % kept",
      ])
  }

  @Test func `an article that nobody credits is no more than the first in the archive`() {
    #expect(
      lines(origin(isCredited: false))[2] == "first in the archive: Meridian Wire, wire-1 (published first)")
  }

  @Test func `an origin that is not known is said to be unknown`() {
    let unknown = ArticleFamily.Origin(
      article: nil, source: nil, basis: "nothing tells", confidence: 0, isCredited: false)
    #expect(lines(unknown)[2] == "origin: unknown (nothing tells)")
    #expect(lines(unknown)[0] == "Dam gives way")
  }

  @Test func `a translation names the article whose text it is, whether or not it is known who had it first`()
  {
    var translated = family(origin: origin(isCredited: true))
    translated.articles[2] = summary("post-1", "Blatt", language: "de", day(5))
    translated.tree[2].translationOf = "echo-1"
    let writer = FamilyText(style: TerminalStyle(isColoured: false))
    #expect(
      writer.text(of: translated).hasSuffix(
        "    └ Blatt · 2031-05-05 · post-1 · 25 % taken, 13 % kept · the text of echo-1, in German"))
    translated.tree[2].parent = nil
    #expect(
      writer.text(of: translated).hasSuffix("● Blatt · 2031-05-05 · post-1 · the text of echo-1, in German"))
    #expect(FamilyGraph.text(of: [translated]).contains(#""echo-1" -> "post-1" [dir=none, style=dashed"#))
  }

  @Test func `names of an article cannot forge a line of a family`() {
    var forged = family(origin: origin(isCredited: true))
    forged.articles[1] = summary("echo-1", "Echo\n● Other · 2031-05-01 · first", day(4))
    let text = FamilyText(style: TerminalStyle(isColoured: false)).text(of: forged)
    #expect(text.split(whereSeparator: \.isNewline).count == 6)
  }

  @Test func `a graph has a box an article and an arrow from who had the text to who took it`() {
    let graph = FamilyGraph.text(of: [family(origin: origin(isCredited: true))])
    #expect(graph.hasPrefix("digraph reprints {\n") && graph.hasSuffix("  }\n}\n"))
    #expect(graph.contains(#"    "post-1" [label="Post \"Late\"\n2031-05-05\npost-1"];"#))
    #expect(graph.contains(#"    "wire-1" -> "echo-1" [label="94 %"];"#))
    #expect(graph.contains(#"    "echo-1" -> "post-1" [label="25 %"];"#))
    #expect(!graph.contains(#"-> "wire-1""#))
  }
}

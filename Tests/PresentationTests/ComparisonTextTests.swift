import Articles
import Testing

@testable import Archive
@testable import Presentation
@testable import Reprints

/// Two articles side by side on a terminal.
struct ComparisonTextTests {
  private func lines(_ first: String, _ second: String) -> [String] {
    let a = Article(id: "a", text: first)
    let b = Article(id: "b", text: second)
    let (left, right) = (PreparedArticle(a), PreparedArticle(b))
    let compared = TextComparison(left.words, right.words, lengths: (first.utf8.count, second.utf8.count))
    let comparison = ArticleComparison(
      a: ArticleRecord(article: a, mentions: []), b: ArticleRecord(article: b, mentions: []),
      report: report(), segments: compared.segments)
    let text = ComparisonText(style: TerminalStyle(isColoured: false), width: 73).text(of: comparison)
    // Before the first empty line stands what the pair is.
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.isEmpty }
    return rows.filter { !$0.isEmpty }.map(String.init)
  }

  private let opening = "The dam above Orlo gave way at dawn."

  @Test func `a line says whether it is the same, changed, or stands in one text only`() {
    let rows = lines(
      "Nobody was hurt, the mayor said.\n\n\(opening)\n\nForty houses were lost by noon.\n",
      "\(opening)\n\nFifty houses were lost by noon.\n\nThe road to the coast is closed.\n")
    #expect(rows.first?.hasPrefix("Nobody was hurt") == true && rows.first?.hasSuffix(" <") == true)
    #expect(rows.contains { $0.hasPrefix("The dam above") && $0.contains(" = The dam above") })
    #expect(rows.contains { $0.hasPrefix("Forty houses") && $0.contains(" ~ Fifty houses") })
    #expect(rows.contains { $0.contains(" > The road to the coast") })
    #expect(rows.last == "= the same  ~ changed  » moved  < only in the first  > only in the second")
  }

  @Test func `two texts that are the same have no other line`() {
    let rows = lines("\(opening)\n", "\(opening)\n").dropLast()
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.contains(" =") })
  }
}

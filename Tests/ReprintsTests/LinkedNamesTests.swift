import Testing
import TextAnalysis

@testable import Reprints

struct LinkedNamesTests {
  private func lists(_ text: String) -> [String] {
    let analysed = AnalysedText(text)
    let words = WordList(analysed)
    return LinkedNames(analysed, words: words).lists().map { analysed.string(words.bytes(ofWords: $0)) }
  }

  @Test func `headlines that run into a name are a list of other stories`() {
    let list = "Jane Quill DoeFerry runs aground again Harbour to close its basin MORE"
    #expect(lists("On Monday Sen. Jane Doe \(list) (L-Lowmere) said that she was sorry.") == [list])
  }

  @Test(arguments: ["John Tar2020 plans laid bare MORE's", "John Tar'Best ferry ever' MORE"])
  func `a headline may begin with a number or a quotation`(list: String) {
    #expect(lists("Said John Tar \(list) crew.") == [list])
  }

  @Test func `a name with a capital inside is no end of another`() {
    let list = "Ann Bea McTarMcTar: Ferry was old MORE"
    #expect(lists("So said Ann McTar \(list) on Monday.") == [list])
  }

  @Test func `a short form may run into the name in full`() {
    let list = "TarmanHarbour basin closed Fares rise MORE"
    #expect(lists("So said Ann TarmanAnn \(list) on Monday.") == [list])
  }

  @Test(arguments: [
    "Jane Doe and Jane McDoe wanted MORE of it.", "Jane Doe Jane Quill DoeFerry runs aground, and more came.",
    "HARBOUR BASIN TO CLOSE ONCE MORE",
  ])
  func `other sentences hold no list`(text: String) {
    #expect(lists(text).isEmpty)
  }
}

import Entities
import Testing

struct ConllTaggerTests {
  @Test func `lines stay as many, and sentences stay apart`() {
    let text = "-DOCSTART-\n\nParis\nis\nin\nFrance\n.\n\nHe\nleft\n."
    let lines = ConllTagger().tagged(text).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 11)
    #expect(lines[0] == "-DOCSTART-\tO")
    #expect(lines[1].isEmpty && lines[7].isEmpty)
    #expect(lines[5] == "France\tB-LOC")
  }

  @Test func `other columns are left out`() {
    #expect(ConllTagger().tagged("Berlin NNP B-NP O\n").hasPrefix("Berlin\t"))
  }

  @Test func `an empty text stays empty`() {
    #expect(ConllTagger().tagged("").isEmpty)
  }
}

import Testing
import TextAnalysis

struct PassageTests {
  private func text(sentences: Int, words: Int) -> String {
    let sentence = "The" + String(repeating: " word", count: words - 1) + "."
    return Array(repeating: sentence, count: sentences).joined(separator: " ")
  }

  private func wordCounts(_ analysed: AnalysedText) -> [Int] {
    analysed.passages().map { passage in analysed.tokens[passage.tokens].count(where: \.isWord) }
  }

  @Test(arguments: [
    (1, 10, [10]), (10, 10, [100]), (11, 10, [110]), (15, 10, [100, 50]), (30, 10, [100, 100, 100]),
    (3, 90, [180, 90]), (1, 400, [180, 180, 40]), (2, 170, [170, 170]),
  ])
  func `passages are of about a hundred words`(sentences: Int, words: Int, expected: [Int]) {
    #expect(wordCounts(AnalysedText(text(sentences: sentences, words: words))) == expected)
  }

  @Test func `two Chinese characters count as one word`() {
    let sentence = String(repeating: "中国", count: 10) + "。"
    #expect(wordCounts(AnalysedText(String(repeating: sentence, count: 20))) == [200, 200])
  }

  @Test(arguments: ["", "   ", "\n\nOne.\n\n", "One. Two.", "中国表示。"])
  func `passages cover every byte in order`(text: String) {
    let passages = AnalysedText(text).passages()
    #expect(passages.first?.bytes.lowerBound == 0)
    #expect(passages.last?.bytes.upperBound == text.utf8.count)
    for (left, right) in zip(passages, passages.dropFirst()) {
      #expect(left.bytes.upperBound == right.bytes.lowerBound)
      #expect(left.ordinal + 1 == right.ordinal)
    }
  }

  @Test func `long texts are covered without a gap`() {
    let analysed = AnalysedText(text(sentences: 200, words: 23))
    let passages = analysed.passages()
    #expect(passages.flatMap { Array($0.bytes) } == Array(0..<analysed.text.utf8.count))
    #expect(passages.flatMap { Array($0.tokens) } == Array(analysed.tokens.indices))
    #expect(wordCounts(analysed).allSatisfy { (40...180).contains($0) })
  }
}

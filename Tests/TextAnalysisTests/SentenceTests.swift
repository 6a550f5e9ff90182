import Testing
import TextAnalysis

struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let analysed = AnalysedText(text)
    return analysed.sentences.map { analysed.string(analysed.byteRange(ofTokens: $0)) }
  }

  @Test(arguments: [
    ("It rained. It poured! Did it? Yes…", ["It rained.", "It poured!", "Did it?", "Yes…"]),
    ("Mr. Smith met Gen. Lee. They spoke.", ["Mr. Smith met Gen. Lee.", "They spoke."]),
    ("He lives in the U.S. The end.", ["He lives in the U.S.", "The end."]),
    ("the U.S. Senate met.", ["the U.S. Senate met."]),
    ("At 5 p.m. Monday it began. Then it stopped.", ["At 5 p.m. Monday it began.", "Then it stopped."]),
    ("Acme Inc. said so. Acme Inc. The firm.", ["Acme Inc. said so.", "Acme Inc.", "The firm."]),
    ("“It is over.” She left.", ["“It is over.”", "She left."]),
    ("“Go!” he said. Why?", ["“Go!” he said.", "Why?"]),
    ("George W. Bush won. He left.", ["George W. Bush won.", "He left."]),
    ("It cost 3.5 million. Cheap.", ["It cost 3.5 million.", "Cheap."]),
    ("See example.com today. Bye.", ["See example.com today.", "Bye."]),
    ("中国表示。美国说！", ["中国表示。", "美国说！"]),
    ("Он сказал. Она ушла.", ["Он сказал.", "Она ушла."]),
    ("وہ چلا گیا۔ کیا وہ آئے گا؟ ہاں", ["وہ چلا گیا۔", "کیا وہ آئے گا؟", "ہاں"]),
    ("वह चला गया। वह आएगा।", ["वह चला गया।", "वह आएगा।"]),
    ("Headline without stop\nText begins.", ["Headline without stop", "Text begins."]),
  ])
  func `sentences end where a reader ends them`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func `a space ends a sentence of a script without marks where enough syllables stand before it`() {
    let clause = String(repeating: "น้ำมา", count: 15)
    #expect(sentences("\(clause) \(clause)") == [clause, clause])
    #expect(sentences("น้ำมา น้ำมา").count == 1)
  }

  @Test func `lines wrapped to a width are no paragraphs`() {
    let analysed = AnalysedText(
      "Inheritance is a basic\nconcept of programming where\nthe basic idea is to make\nnew classes.\n\nThe end of it."
    )
    #expect(analysed.paragraphs.count == 2)
    #expect(analysed.sentences.count == 2)
  }

  @Test func `one line each is one paragraph each`() {
    #expect(AnalysedText("One here.\nTwo there.\n\n\nThree.").paragraphs.count == 3)
  }

  @Test(arguments: ["", " \n ", "One. Two. Three", "a\n\nb c. D\n"])
  func `sentences and paragraphs cover all tokens`(text: String) {
    let analysed = AnalysedText(text)
    #expect(analysed.sentences.flatMap { Array($0) } == Array(analysed.tokens.indices))
    #expect(analysed.paragraphs.flatMap { Array($0) } == Array(analysed.tokens.indices))
  }
}

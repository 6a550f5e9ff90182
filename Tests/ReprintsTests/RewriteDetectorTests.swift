import Testing
import TextAnalysis

@testable import Reprints

struct RewriteDetectorTests {
  private let story = ComparableText(
    AnalysedText(
      """
      The ferry Ondine ran aground off Lowmere on Tuesday carrying 214 passengers. Lifeboats from Harwick and Selby \
      brought all passengers ashore before nightfall. Harbour master Ann Tar blamed a rudder that failed in March. \
      The company cancelled 12 sailings and promised refunds to customers. Divers will examine the hull after the \
      storm. The regulator opened an inquiry into maintenance at the company. Fishermen complained that the wreck \
      blocks the channel to their harbour.
      """))

  private let spun = ComparableText(
    AnalysedText(
      """
      With 214 passengers aboard, the Ondine, a ferry, was grounded near Lowmere this Tuesday. All of the passengers \
      were carried ashore by lifeboats out of Selby and Harwick prior to nightfall. According to Ann Tar, master of \
      the harbour, the blame lies with the rudder's failure back in March. Refunds were promised to customers by the \
      company, and 12 sailings are cancelled. After the storm, the hull is going to be examined by divers. An inquiry \
      into the company's maintenance has been opened by the regulator. The channel to the harbour is blocked by the \
      wreck, fishermen complain.
      """))

  private let independent = ComparableText(
    AnalysedText(
      """
      Passengers of the Ondine spoke of panic when the lights went out. Anna Bell, a nurse, held two children that \
      were not hers. The crew handed out life jackets, she said, but there were too few for everyone. A retired \
      sailor took charge of the stairs. Hot soup waited in the church of Lowmere, where the mayor read out names \
      until midnight. Many had lost their luggage, and one man his violin, which was built in 1790. The railway put \
      on an extra train on Tuesday for those who wanted to go home.
      """))

  @Test func `a story in other words is a rewrite`() {
    let report = RelationClassifier().report(story, spun)
    #expect(report.relation == .rewrite)
    #expect(report.confidence <= 0.6)
  }

  @Test func `two reports of one event are none`() {
    #expect(RelationClassifier().report(story, independent).relation == .none)
  }

  @Test func `the same told in an order of its own is none`() {
    let sentences = spun.text.text.split(separator: ". ").map { $0.trimmingPrefix(while: \.isWhitespace) }
    let turned = ComparableText(
      AnalysedText(
        sentences.reversed().map { $0.hasSuffix(".") ? String($0) : $0 + "." }.joined(separator: " ")))
    let evidence = RewriteDetector().evidence(story, turned)
    #expect(evidence.ordered < RewriteRules().leastOrdered)
    #expect(!RewriteDetector().isRewrite(evidence))
  }

  @Test(arguments: [
    (
      "Der Kapitän sagte, dass die Fähre in der Nacht auf Grund lief und dass es nicht seine Schuld war.",
      ["dass", "nicht"]
    ),
    ("Капитан сказал, что паром ночью сел на мель и что это было не по его вине.", ["что", "его"]),
  ])
  func `function words are those of the text's language`(_ text: String, _ words: [String]) {
    let list = WordList(AnalysedText(text))
    let functionWords = FunctionWords.set(for: list)
    for word in words {
      let hash = WordList(AnalysedText(word)).hashes[0]
      #expect(functionWords.contains(hash))
      #expect(!FunctionWords.english.contains(hash))
    }
  }

  @Test func `words are cut by letters, not by bytes`() {
    func keys(_ text: String) -> [UInt64] {
      let text = ComparableText(AnalysedText(text))
      return text.words.hashes.indices.compactMap { StoryOutline.key(of: $0, text.text, text.words) }
    }
    #expect(keys("корабль корабельный") == keys("корабли кораблей"))
    #expect(keys("корабль") != keys("королева"))
  }

  @Test func `an outlet's own story in other words is its update`() {
    let first = ComparableText(story.text, outlet: "Lowmere Gazette")
    let second = ComparableText(spun.text, outlet: "Lowmere Gazette")
    #expect(RelationClassifier().report(first, second).relation != .rewrite)
  }

  @Test func `a form filled in with other figures is none`() {
    let detector = RewriteDetector()
    let same = RewriteDetector.Evidence(
      sentencesInOrder: 0.9, vocabulary: 0.9, alignedSentences: 9, numbers: 0.9)
    var form = same
    form.numbers = 0.2
    #expect(detector.isRewrite(same))
    #expect(!detector.isRewrite(form))
  }

  @Test func `sketches of a story and its rewrite have more in common than those of two reports`() {
    let sketch = StorySketch(of: story)
    #expect(sketch.common(with: StorySketch(of: spun)) >= 4)
    #expect(sketch.common(with: StorySketch(of: spun)) > sketch.common(with: StorySketch(of: independent)))
  }
}

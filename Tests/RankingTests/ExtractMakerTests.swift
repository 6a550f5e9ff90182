import Query
import Ranking
import TextAnalysis
import Testing

struct ExtractMakerTests {
  /// A query and a text, and the extract with the words found in brackets.
  @Test(arguments: [
    ("drone", "A drone fell. Nobody was hurt.", "A [drone] fell. Nobody was hurt."),
    ("DRONE", "Drone, drone; dRoNe!", "[Drone], [drone]; [dRoNe]!"),
    ("elan", "Élan and e\u{301}lan.", "[Élan] and [e\u{301}lan]."),
    ("élan", "Elan.", "[Elan]."),
    (
      "\"white house\"", "The white paint of a house. The White House said.",
      "The white paint of a house. The [White House] said."
    ),
    ("white \"white house\"", "The White House is white.", "The [White House] is [white]."),
    ("ZT-180", "A ZT-180, a zt 180 and a ZT180.", "A [ZT-180], a [zt 180] and a [ZT180]."),
    ("zt180", "A ZT-180 or ZT\u{2011}180.", "A [ZT-180] or [ZT\u{2011}180]."),
    ("stateoftheart", "A state-of-the-art drone.", "A [state-of-the-art] drone."),
    ("dron*", "Drones and a dronist, no dragon.", "[Drones] and a [dronist], no dragon."),
    ("中国", "中文。中国经济增长。", "中文。[中国]经济增长。"),
    ("U.S.", "The U.S. and the US agree.", "The [U.S.] and the [US] agree."),
    ("-drone fell", "A drone fell.", "A drone [fell]."),
    ("a1 NEAR/3 b1", "The a1 and the b1.", "The [a1] and the [b1]."),
    ("title:drone", "A drone fell.", "A [drone] fell."),
    ("nothing", "The first. The second.", "The first. The second."),
    ("drone", "", ""),
    ("drone", "  \n ", ""),
    ("drone", "A\u{1B}[31m drone\u{7} &amp; <b>fell</b>\u{9B}1m.", "A[31m [drone] &amp; <b>fell</b>1m."),
    ("drone", "A drone\n   fell\tdown.", "A [drone] fell down."),
    ("київ", "Удар по місту Київ.", "Удар по місту [Київ]."),
  ])
  func `the words found are marked`(query: String, text: String, expected: String) throws {
    let terms = ExtractTerms(try QueryParser.parse(query))
    let extract = ExtractMaker(minimumBytes: 40).extract(of: AnalysedText(text), terms: terms)
    #expect(extract.text(in: text, opening: "[", closing: "]") == expected)
  }

  @Test func `what is quoted comes before all words`() throws {
    let terms = ExtractTerms(try QueryParser.parse("images intelligence convincing \"that view\""))
    let maker = ExtractMaker(maximumBytes: 60, minimumBytes: 20)
    let extract = maker.extract(of: AnalysedText(Self.story), terms: terms)
    #expect(
      extract.text(in: Self.story, opening: "[", closing: "]")
        == "Farmers disagree with [that view] of things.")
  }

  private static let story = """
    The ministry spoke on Monday about the harvest. It has been a good year for wheat and barley, said the \
    minister. Satellite images show three new hangars. Farmers disagree with that view of things. An expert on \
    intelligence called the images convincing. Nobody else was asked about any of it. The end of the story.
    """

  @Test(arguments: [
    ("hangars", "Satellite images show three new [hangars]. Farmers disagree with that view of things."),
    ("minister", "It has been a good year for wheat and barley, said the [minister]."),
    (
      "hangars intelligence",
      "Satellite images show three new [hangars]. … An expert on [intelligence] called the images convincing."
    ),
    (
      "hangars farmers",
      "Satellite images show three new [hangars]. [Farmers] disagree with that view of things."
    ),
    ("story", "Nobody else was asked about any of it. The end of the [story]."),
  ])
  func `the sentences that answer are chosen`(query: String, expected: String) throws {
    let terms = ExtractTerms(try QueryParser.parse(query))
    let extract = ExtractMaker(minimumBytes: 55).extract(of: AnalysedText(Self.story), terms: terms)
    #expect(extract.text(in: Self.story, opening: "[", closing: "]") == expected)
  }

  @Test func `a rare word outweighs two common ones`() throws {
    let text = "The common word is ordinary. The rare thing is here."
    let rare = try #require(AnalysedText("rare").tokens.first).hash
    let terms = ExtractTerms(try QueryParser.parse("common ordinary rare"), weight: { $0 == rare ? 5 : 1 })
    let extract = ExtractMaker(maximumBytes: 30, minimumBytes: 0).extract(
      of: AnalysedText(text), terms: terms)
    #expect(extract.text(in: text) == "The rare thing is here.")
  }

  @Test func `words are compared by the key given`() throws {
    let terms = ExtractTerms(
      try QueryParser.parse("warnings"),
      key: { word, _ in TokenHash.hash(word.starts(with: "warn".utf8) ? Array("warn".utf8) : Array(word)) })
    let text = "It warned of a warning."
    let extract = ExtractMaker().extract(of: AnalysedText(text), terms: terms)
    #expect(extract.text(in: text, opening: "[", closing: "]") == "It [warned] of a [warning].")
  }

  @Test func `a long sentence is cut between words around what was found`() throws {
    let words = (0..<200).map { "word\($0)" }
    let text = words.joined(separator: " ") + "."
    let terms = ExtractTerms(try QueryParser.parse("word100 word103"))
    let extract = ExtractMaker(maximumBytes: 60).extract(of: AnalysedText(text), terms: terms)
    #expect(
      extract.text(in: text, opening: "[", closing: "]")
        == "…word99 [word100] word101 word102 [word103] word104 word105…")
  }

  @Test(arguments: [
    String(repeating: "é", count: 500), String(repeating: "👨‍👩‍👧", count: 60), String(repeating: "中", count: 300),
    String(repeating: "a", count: 3_000), String(repeating: "x,", count: 900),
    "a " + String(repeating: "https://x.example/", count: 90),
    String(repeating: "drone", count: 300) + " drone " + String(repeating: "drone", count: 300),
  ])
  func `nothing longer than wanted is shown, and no character is broken`(text: String) throws {
    let terms = ExtractTerms(try QueryParser.parse("drone 中 x"))
    let extract = ExtractMaker(maximumBytes: 100).extract(of: AnalysedText(text), terms: terms)
    let shown = extract.fragments.map(\.bytes.count).reduce(0, +)
    #expect(shown <= 100 && shown > 0)
    #expect(!extract.text(in: text).contains("\u{FFFD}"))
    let borders = Set(text.indices.map { $0.utf16Offset(in: text) })
    for fragment in extract.fragments {
      let start = text.utf8.index(text.startIndex, offsetBy: fragment.bytes.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: fragment.bytes.upperBound)
      #expect(borders.contains(start.utf16Offset(in: text)))
      #expect(end == text.endIndex || borders.contains(end.utf16Offset(in: text)))
    }
  }

  @Test func `the extract of a passage counts from the start of the article`() throws {
    let article = "Élan of the first drone. A second drone fell in Kyiv. The third drone."
    let terms = ExtractTerms(try QueryParser.parse("drone"))
    let extract = ExtractMaker(minimumBytes: 0).extract(of: article, passage: 26..<55, terms: terms)
    #expect(extract.fragments.map(\.bytes) == [26..<54])
    #expect(extract.marks == [35..<40])
    #expect(extract.text(in: article) == "A second drone fell in Kyiv.")
  }
}

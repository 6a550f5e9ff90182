import Testing
import TextAnalysis

struct TokenizerTests {
  private func lowercaseWords(_ text: String) -> [String] {
    let analysed = AnalysedText(text)
    return analysed.tokens.filter(\.isWord).map { String(decoding: analysed.lowercased($0), as: UTF8.self) }
  }

  @Test(arguments: [
    ("The cat sat.", ["the", "cat", "sat"]),
    ("the U.S. and U.K policy", ["the", "us", "and", "uk", "policy"]),
    ("J.R.R. Tolkien", ["jrr", "tolkien"]),
    ("J.R.Smith", ["jr", "smith"]),
    ("AT&T isn’t O'Hara's", ["at&t", "isn't", "o'hara's"]),
    ("rock'n'roll 'quoted'", ["rock'n'roll", "quoted"]),
    ("1,000 or 3.5 or 12,34 or 1,000,000", ["1000", "or", "3.5", "or", "12", "34", "or", "1000000"]),
    ("ZT-180 and COVID-19", ["zt", "180", "and", "covid", "19"]),
    ("C++ and C# but a+b", ["c++", "and", "c#", "but", "a", "b"]),
    ("Élan ÀÉ ß straße", ["élan", "àé", "ß", "straße"]),
    ("Київ і Львів", ["київ", "і", "львів"]),
    ("习近平 said", ["习", "近", "平", "said"]),
    ("soft\u{AD}hyphen zero\u{200B}width", ["softhyphen", "zerowidth"]),
    ("snake_case\tx", ["snake_case", "x"]),
    ("", []),
    ("… — “”", []),
  ])
  func `words are found and lowered`(text: String, expected: [String]) {
    #expect(lowercaseWords(text) == expected)
  }

  @Test(arguments: [
    ("élan", "elan"), ("ÉLAN", "elan"), ("e\u{301}lan", "elan"), ("don’t", "dont"), ("U.S.", "us"),
    ("1,000", "1000"), ("Straße", "strasse"), ("Łódź", "lodz"), ("O'Hara", "ohara"),
  ])
  func `words that differ in case, accents and apostrophes have one hash`(left: String, right: String) {
    #expect(AnalysedText(left).tokens.first?.hash == AnalysedText(right).tokens.first?.hash)
  }

  @Test(arguments: [
    ("e\u{301}te\u{301}", "été"), ("Tie\u{302}\u{301}ng", "Tiếng"), ("o\u{308}'o\u{308}d", "ö'öd"),
    ("и\u{306}и\u{306}ка", "ййка"), ("a\u{334}\u{345}b", "ab"),
    (String(repeating: "e\u{301}n", count: 500), String(repeating: "én", count: 500)),
  ])
  func `letters with marks are the letters that they make`(marked: String, plain: String) {
    #expect(
      lowercaseWords(marked).map(\.utf8).map(Array.init) == lowercaseWords(plain).map(\.utf8).map(Array.init))
    #expect(AnalysedText(marked).tokens.map(\.hash) == AnalysedText(plain).tokens.map(\.hash))
  }

  @Test(arguments: [("й", "и"), ("reports", "report"), ("3.5", "35"), ("a", "b")])
  func `words that differ otherwise have two hashes`(left: String, right: String) {
    #expect(AnalysedText(left).tokens.first?.hash != AnalysedText(right).tokens.first?.hash)
  }

  @Test func `offsets are those of the UTF-8 bytes as given`() {
    let analysed = AnalysedText("“Élan” — naïve.")
    #expect(analysed.tokens.map { analysed.string(of: $0) } == ["“", "Élan", "”", "—", "naïve", "."])
    #expect(analysed.tokens[1].range == 3..<8)
    #expect(analysed.tokens.map(\.isWord) == [false, true, false, false, true, false])
  }

  @Test func `shapes tell how a word is written`() {
    let tokens = AnalysedText("NATO said\nMr. Ivan's U.S.").tokens
    #expect(tokens[0].shape == [.allCapitals, .capitalised, .spaceBefore, .lineStart])
    #expect(tokens[1].shape == [.spaceBefore])
    #expect(tokens[2].shape == [.capitalised, .spaceBefore, .lineStart])
    #expect(tokens[3].shape == [])
    #expect(tokens[5].shape.contains(.dotted))
    #expect(tokens[5].range.count == 4)
  }

  @Test func `a hash never changes, for it is stored in indexes`() {
    #expect(AnalysedText("the").tokens[0].hash == 0xcb3ff435b889fb31)
  }
}

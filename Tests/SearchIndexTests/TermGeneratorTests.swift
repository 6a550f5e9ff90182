import Glibc
import SearchIndex
import Storage
import XapianReference
import Testing
import TextAnalysis

struct TermGeneratorTests {
  /// Terms as `stem@position`, in order.
  private func terms(_ text: String, language: String? = "en") -> [String] {
    TermGenerator().terms(of: AnalysedText(text), language: language).map {
      "\(String(decoding: $0.stem, as: UTF8.self))@\($0.position)"
    }
  }

  static let cases: [(String, String, [String])] = [
    ("en", "The allies' warnings, repeated", ["the@1", "alli@2", "warn@3", "repeat@4"]),
    ("en", "ZT-180 drones", ["zt@1", "zt180@1", "180@2", "drone@3"]),
    (
      "en", "COVID-19 and no-limits",
      ["covid@1", "covid19@1", "19@2", "and@3", "no@4", "nolimit@4", "limit@5"]
    ),
    ("en", "ZT180", ["zt180@1"]),
    ("en", "state-of-the-art-x", ["state@1", "of@2", "the@3", "art@4", "x@5"]),
    ("en", "2019-2020 - a dash", ["2019@1", "2020@2", "a@3", "dash@4"]),
    ("en", "1,000 and 3.5", ["1000@1", "and@2", "3.5@3"]),
    ("en", "U.S. élan", ["us@1", "elan@2"]),
    ("fr", "Les éditions étaient", ["le@1", "edit@2", "etaient@3"]),
    ("uk", "Україна вільна", ["україна@1", "вільна@2"]),
    ("xx", "Ništa Ærø", ["nista@1", "aero@2"]),
    ("ja", "東京で", ["東@1", "東京@1", "京@2", "京で@2", "で@3"]),
    ("el", "Οι μετανάστες και ο μετανάστης", ["οι@1", "μεταναστ@2", "κα@3", "ο@4", "μεταναστ@5"]),
    ("ru", "Отчёты, отчеты", ["отчет@1", "отчет@2"]),
    ("en", "the coopera-\ntion grew", ["the@1", "coopera@2", "cooper@2", "tion@3", "grew@4"]),
    ("th", "น้ำมา", ["น้ำ@1", "น้ำมา@1", "มา@2"]),
    ("en", String(repeating: "x", count: 65) + " ok", ["ok@1"]),
    ("en", "", []),
    ("en", "… — !", []),
  ]

  @Test(arguments: cases)
  func `words give these terms`(language: String, text: String, expected: [String]) {
    #expect(terms(text, language: language) == expected)
  }

  @Test(arguments: [
    ("es", "declaracion", "declaracion", [], ["declar"]),
    ("es", "declaración", "declar", ["declaracion"], []),
    ("fr", "l'eau", "eau", [], []),
    ("tr", "ankara'da", "ankar", [], []),
    ("en", "warnings", "warn", [], []),
  ])
  func `a query's word is looked for in its other spellings too`(
    language: String, word: String, own: String, sure: [String], likely: [String]
  ) {
    let stems = TermGenerator().stems(ofWord: word, language: language)
    #expect(String(decoding: stems.own, as: UTF8.self) == own)
    #expect(stems.sure.map { String(decoding: $0, as: UTF8.self) } == sure)
    #expect(stems.likely.map { String(decoding: $0, as: UTF8.self) } == likely)
  }

  @Test func `an article without a language is taken for English`() {
    #expect(terms("warnings", language: nil) == terms("warnings", language: "en"))
  }

  @Test func `a word is stemmed by its own language after others have been`() {
    let generator = TermGenerator()
    func stem(_ language: String) -> [String] {
      generator.terms(of: AnalysedText("drones"), language: language)
        .map { String(decoding: $0.stem, as: UTF8.self) }
    }
    let first = [stem("en"), stem("fr"), stem("de")]
    #expect(Set(first).count > 1)
    #expect([stem("en"), stem("fr"), stem("de")] == first)
  }

  @Test func `thousands of words are remembered rightly`() {
    let words = (0..<60_000).map { "word\($0)x" }
    let generator = TermGenerator()
    let text = AnalysedText(words.joined(separator: " "))
    for _ in 0..<2 {
      #expect(generator.terms(of: text).map { String(decoding: $0.stem, as: UTF8.self) } == words)
    }
  }

  // MARK: Against Xapian's own

  /// A term at a position.
  private struct Place: Hashable, CustomStringConvertible {
    let term: String
    let position: Int
    var description: String { "\(term)@\(position)" }
  }

  private func reference(_ text: String) -> Set<Place> {
    var places: Set<Place> = []
    withUnsafeMutablePointer(to: &places) { places in
      reference_terms(text, text.utf8.count, "en", places) { context, term, length, position in
        let bytes = UnsafeRawBufferPointer(start: term, count: length)
        context?.assumingMemoryBound(to: Set<Place>.self).pointee.insert(
          Place(term: String(decoding: bytes, as: UTF8.self), position: Int(position)))
      }
    }
    return places
  }

  /// Our terms without the joined ones, which Xapian does not make.
  private func ours(_ text: String) -> Set<Place> {
    Set(
      TermGenerator().terms(of: AnalysedText(text), language: "en").filter { $0.origin != .joined }.map {
        Place(term: String(decoding: $0.stem, as: UTF8.self), position: $0.position)
      })
  }

  @Test(arguments: [
    "The quick brown foxes' den, AT&T's board and O'Neill.",
    "Prices rose 3.5 per cent. \"We are ready,\" she said; nobody (else) was.",
    "U.S. and U.K. officials met J.R.R. Tolkien's heirs.",
    "C++ and C# are languages; a+b is not.",
    "snake_case words, e-mail and 5G at 10:30 a.m.",
    "Київ і Москва говорили.",
    "The don’t-know vote isn’t counted.",
  ])
  func `a text gives the terms that Xapian makes of it`(text: String) {
    #expect(ours(text) == reference(text))
  }

  /// What we do otherwise, with what Xapian makes of it: the list of chosen differences.
  static let differences: [(text: String, ours: [String], xapians: [String])] = [
    ("commas that group digits 1,000", ["1000@5"], ["1,000@5"]),
    ("a folded accent: élan", ["elan@4"], ["élan@4"]),
  ]

  @Test(arguments: differences)
  func `a text gives other terms only where that was chosen`(text: String, ours: [String], xapians: [String])
  {
    let mine = self.ours(text)
    let theirs = reference(text)
    #expect(mine.subtracting(theirs).map(\.description).sorted() == ours)
    #expect(theirs.subtracting(mine).map(\.description).sorted() == xapians)
  }

  /// Real prose: the articles of the package's corpus that are English, and outside texts where there are any.
  @Test func `real prose gives the terms that Xapian makes of it, but for the chosen differences`() throws {
    let lines = Prose.paragraphs()
    try #require(lines.count > 50)
    var different: [String] = []
    for line in lines where !Prose.hasChosenDifference(line) && ours(line) != reference(line) {
      different.append(line)
    }
    #expect(different.isEmpty, "\(different.count) of \(lines.count) paragraphs differ")
  }
}

/// Paragraphs of real text to compare on.
private enum Prose {
  /// The paragraphs of all text files of the corpus.
  static func paragraphs() -> [String] {
    let root = #filePath.components(before: "/Tests/SearchIndexTests/")
    return texts(root + "/corpus").flatMap { text in
      text.split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  /// Whether a paragraph has what we chose to treat otherwise: grouped digits, letters outside ASCII that are
  /// folded, and scripts without spaces.
  static func hasChosenDifference(_ paragraph: String) -> Bool {
    let text = AnalysedText(paragraph)
    return text.tokens.contains { token in
      token.isWord
        && (token.kind == .ideograph || token.shape.contains(.nonASCII)
          || (token.kind == .number && text.string(of: token).contains(",")))
    }
  }

  private static func texts(_ folder: String) -> [String] {
    WholeFiles.names(folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      if name.hasSuffix(".txt"), let bytes = WholeFiles.bytes(path),
        let text = String(validating: bytes, as: UTF8.self)
      {
        return [text]
      }
      return name.contains(".") ? [] : texts(path)
    }
  }
}

extension String {
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

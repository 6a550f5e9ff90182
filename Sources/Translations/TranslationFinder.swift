/// What two texts in different languages have in common, sentence by sentence.
public struct TranslationReport: Sendable, Equatable {
  /// Sentences that say the same.
  public struct Passage: Sendable, Equatable {
    /// UTF-8 bytes in the first text.
    public var a: Range<Int>
    /// UTF-8 bytes in the second text.
    public var b: Range<Int>
    /// The words of the first text in them.
    public var words: Int
    /// The words of the second text in them.
    public var wordsInB: Int
    /// How alike they are by what a dictionary, names and numbers tell, 0 to 1.
    public var similarity: Double
    /// Numbers of the first that the second does not have, in order.
    public var numbersOnlyInA: [String]
    /// Numbers of the second that the first does not have, in order.
    public var numbersOnlyInB: [String]
  }

  /// Whether one is the translation of the other, or of a part of it.
  public var isTranslation: Bool
  /// The share of the first text's words in sentences that the second has, 0 to 1.
  public var containmentA: Double
  /// The share of the second text's words in sentences that the first has, 0 to 1.
  public var containmentB: Double
  /// The share of the words from the first to the last sentence in common that the other has, 0 to 1, in the text where it is less.
  ///
  /// Two reports of one event agree in sentences here and there; a translation, whole or a part, goes through without gaps.
  public var density: Double
  /// How far the aligned sentences agree beyond what chance gives, over the words of the text that is covered better.
  public var score: Double
  /// The passages, in the order of the first text.
  public var passages: [Passage]
  /// The number of sentences in each text.
  public var sentences: (a: Int, b: Int)

  /// The number of sentences of each text that the other has.
  public var covered: (a: Int, b: Int)
  /// How sure it is that one is the translation of the other, 0 to 1; 0 where it is none.
  public var confidence: Double

  /// The same with the second text as the first.
  public var turned: TranslationReport {
    var turned = self
    (turned.containmentA, turned.containmentB) = (containmentB, containmentA)
    (turned.sentences, turned.covered) = ((sentences.b, sentences.a), (covered.b, covered.a))
    turned.passages = passages.map { passage in
      Passage(
        a: passage.b, b: passage.a, words: passage.wordsInB, wordsInB: passage.words,
        similarity: passage.similarity, numbersOnlyInA: passage.numbersOnlyInB,
        numbersOnlyInB: passage.numbersOnlyInA)
    }
    return turned
  }

  /// Whether two reports say the same.
  public static func == (left: TranslationReport, right: TranslationReport) -> Bool {
    left.isTranslation == right.isTranslation && left.score == right.score && left.density == right.density
      && left.passages == right.passages
      && left.sentences == right.sentences && left.containmentA == right.containmentA
      && left.containmentB == right.containmentB
  }
}

/// Tells whether one text is the translation of another: one of them English, the other in a language with a dictionary.
///
///     let russian = TranslatableText(AnalysedText(text), language: "ru")
///     let report = TranslationFinder().report(russian, english)
public struct TranslationFinder: Sendable {
  private let rules: TranslationRules

  /// Makes a finder with the numbers that it decides by.
  public init(rules: TranslationRules = TranslationRules()) { self.rules = rules }

  /// Compares two texts; nil where they are of one language or neither is English.
  public func report(_ a: TranslatableText, _ b: TranslatableText) -> TranslationReport? {
    guard a.language != b.language, a.language == "en" || b.language == "en" else { return nil }
    let isForeignFirst = b.language == "en"
    let (foreign, english) = isForeignFirst ? (a, b) : (b, a)
    let links = SentenceAligner(rules: rules).links(foreign, english)
    let found = Found(links, foreign, english, rules)
    let passages = links.map { link in
      let (f, e) = (foreign.sentences[link.foreign], english.sentences[link.english])
      return isForeignFirst ? passage(f, e, link.similarity) : passage(e, f, link.similarity)
    }
    let isTranslation = found.isTranslation(rules, foreign.language)
    let (inForeign, inEnglish) = (
      links.reduce(0) { $0 + $1.foreign.count }, links.reduce(0) { $0 + $1.english.count }
    )
    return TranslationReport(
      isTranslation: isTranslation,
      containmentA: isForeignFirst ? found.ofForeign : found.ofEnglish,
      containmentB: isForeignFirst ? found.ofEnglish : found.ofForeign, density: found.density,
      score: found.score, passages: passages,
      sentences: (a.sentences.count, b.sentences.count),
      covered: isForeignFirst ? (inForeign, inEnglish) : (inEnglish, inForeign),
      confidence: isTranslation ? rules.confidence(ofScore: found.score, foreign.language) : 0)
  }

  private func passage(
    _ a: ArraySlice<TranslatableSentence>, _ b: ArraySlice<TranslatableSentence>, _ similarity: Float
  ) -> TranslationReport.Passage {
    let (numbersA, numbersB) = (a.flatMap(\.numbers), b.flatMap(\.numbers))
    return TranslationReport.Passage(
      a: (a.first?.bytes.lowerBound ?? 0)..<(a.last?.bytes.upperBound ?? 0),
      b: (b.first?.bytes.lowerBound ?? 0)..<(b.last?.bytes.upperBound ?? 0),
      words: a.reduce(0) { $0 + $1.wordCount }, wordsInB: b.reduce(0) { $0 + $1.wordCount },
      similarity: Double(similarity),
      numbersOnlyInA: numbersA.filter { !numbersB.contains($0) },
      numbersOnlyInB: numbersB.filter { !numbersA.contains($0) })
  }
}

/// What links between sentences amount to.
private struct Found {
  let ofForeign: Double
  let ofEnglish: Double
  let density: Double
  let score: Double
  let sentences: Int

  init(
    _ links: [SentenceAligner.Link], _ foreign: TranslatableText, _ english: TranslatableText,
    _ rules: TranslationRules
  ) {
    var (foreignWords, englishWords, gain) = (0, 0, 0.0)
    for link in links {
      let words = foreign.sentences[link.foreign].reduce(0) { $0 + $1.wordCount }
      foreignWords += words
      englishWords += english.sentences[link.english].reduce(0) { $0 + $1.wordCount }
      gain += Double(link.similarity - rules.alignedSimilarity) * Double(words)
    }
    ofForeign = Double(foreignWords) / Double(max(1, foreign.wordCount))
    ofEnglish = Double(englishWords) / Double(max(1, english.wordCount))
    let spans = links.first.flatMap { first in
      links.last.map { last in
        (
          foreign.sentences[first.foreign.lowerBound..<last.foreign.upperBound],
          english.sentences[first.english.lowerBound..<last.english.upperBound]
        )
      }
    }
    let (foreignSpan, englishSpan) = spans ?? ([], [])
    density = min(
      Double(foreignWords) / Double(max(1, foreignSpan.reduce(0) { $0 + $1.wordCount })),
      Double(englishWords) / Double(max(1, englishSpan.reduce(0) { $0 + $1.wordCount })))
    // The gain is counted in foreign words; of an English text that is a part it fills as much as its own share.
    let covered = max(ofForeign, ofEnglish)
    score = foreignWords == 0 ? 0 : gain / Double(foreignWords) * covered
    sentences = links.count
  }

  func isTranslation(_ rules: TranslationRules, _ language: String) -> Bool {
    sentences >= rules.leastSentences && density >= rules.leastDensity
      && max(ofForeign, ofEnglish) >= rules.leastCoverage && score >= rules.leastScore(language)
  }
}

internal import Articles
internal import Reprints
internal import TextAnalysis
internal import Translations

/// What two articles in different languages are to one another, told as every relation is.
struct TranslatedReport {
  /// What the sentences of the two have in common.
  let found: TranslationReport
  /// The relation.
  let report: PairReport

  /// - Parameters:
  ///   - a: The first article, in the first language.
  ///   - b: The second article, in the second language.
  /// - Returns: Nil where neither is English, where a language has no dictionary, and where neither translates the other.
  init?(
    _ a: ComparableText, _ b: ComparableText, languages: (a: String?, b: String?),
    finder: TranslationFinder = TranslationFinder()
  ) {
    guard let one = languages.a, let other = languages.b, one != other,
      let left = TranslatableText(a.text, language: one),
      let right = TranslatableText(b.text, language: other),
      let found = finder.report(left, right), found.isTranslation
    else { return nil }
    self.init(a, b, languages: (left.language, right.language), found: found)
  }

  /// - Parameter found: What the sentences of the two have in common, which was found before.
  init(
    _ a: ComparableText, _ b: ComparableText, languages: (a: String, b: String), found: TranslationReport
  ) {
    self.found = found
    let evidence = TranslationEvidence(
      containmentA: found.containmentA, containmentB: found.containmentB,
      passages: found.passages.map { TranslationEvidence.Passage(a: $0.a, b: $0.b, words: $0.words) },
      changes: Self.changes(a.text, b.text, found, languages), confidence: found.confidence,
      why: Self.why(found, languages))
    report = RelationClassifier().report(a, b, translation: evidence)
  }

  private static func why(_ found: TranslationReport, _ languages: (a: String, b: String)) -> String {
    func text(_ language: String, _ covered: Int, _ sentences: Int) -> String {
      "\(covered) of \(sentences) sentences in \(LanguageName.english(of: language))"
    }
    return text(languages.a, found.covered.a, found.sentences.a) + " say in order what "
      + text(languages.b, found.covered.b, found.sentences.b) + " say"
  }

  // MARK: Changes

  /// Numbers and names that differ, then sentences that one of the two lacks.
  private static func changes(
    _ a: AnalysedText, _ b: AnalysedText, _ found: TranslationReport, _ languages: (a: String, b: String)
  ) -> [Change] {
    let differences =
      TranslationDifferences(a, b, languages: languages)?.differences(in: found.passages) ?? []
    let changes = differences.map { difference in
      Change(
        weight: difference.content == .number ? .number : .name, a: difference.a, b: difference.b,
        wordsA: a.string(difference.a), wordsB: b.string(difference.b))
    }
    return (changes + missing(a, b, found.passages)).sorted {
      ($1.weight, $0.a.lowerBound, $0.b.lowerBound) < ($0.weight, $1.a.lowerBound, $1.b.lowerBound)
    }
  }

  /// What stands between passages, and before the first and after the last, in one text alone.
  private static func missing(
    _ a: AnalysedText, _ b: AnalysedText, _ passages: [TranslationReport.Passage]
  ) -> [Change] {
    var changes: [Change] = []
    var (nextA, nextB) = (0, 0)
    let ends = (a: a.text.utf8.count, b: b.text.utf8.count)
    for passage in passages.map({ ($0.a, $0.b) }) + [(ends.a..<ends.a, ends.b..<ends.b)] {
      if let gap = a.words(in: nextA..<passage.0.lowerBound) {
        changes.append(
          Change(
            weight: .words, a: gap, b: passage.1.lowerBound..<passage.1.lowerBound, wordsA: "", wordsB: ""))
      }
      if let gap = b.words(in: nextB..<passage.1.lowerBound) {
        changes.append(
          Change(
            weight: .words, a: passage.0.lowerBound..<passage.0.lowerBound, b: gap, wordsA: "", wordsB: ""))
      }
      (nextA, nextB) = (passage.0.upperBound, passage.1.upperBound)
    }
    return changes
  }
}

extension AnalysedText {
  /// The bytes from the first to the last token in some bytes; nil where there is no word among them.
  fileprivate func words(in bytes: Range<Int>) -> Range<Int>? {
    let inside = tokens.lazy.filter { bytes.contains(Int($0.start)) && Int($0.end) <= bytes.upperBound }
    guard inside.contains(where: \.isWord), let first = inside.first, let last = Array(inside).last else {
      return nil
    }
    return Int(first.start)..<Int(last.end)
  }
}

/// Aligns the sentences of two texts in order: one with one, one with two, two with one, or with none.
///
/// Dynamic programming over the pairs of sentences, as Gale and Church, "A Program for Aligning Sentences in Bilingual
/// Corpora" (Computational Linguistics 19, 1993, section 3), with the similarity of words in place of that of lengths.
struct SentenceAligner {
  /// Sentences that correspond, by their numbers in each text.
  struct Link: Equatable {
    var foreign: Range<Int>
    var english: Range<Int>
    /// 0 to 1.
    var similarity: Float
  }

  private enum Step: UInt8 {
    case none, skipForeign, skipEnglish, oneToOne, oneToTwo, twoToOne

    var size: (foreign: Int, english: Int) {
      switch self {
      case .none: (0, 0)
      case .skipForeign: (1, 0)
      case .skipEnglish: (0, 1)
      case .oneToOne: (1, 1)
      case .oneToTwo: (1, 2)
      case .twoToOne: (2, 1)
      }
    }
  }

  let rules: TranslationRules

  /// The best alignment; links are in order and do not overlap.
  func links(_ foreign: TranslatableText, _ english: TranslatableText) -> [Link] {
    let similarity = SentenceSimilarity(english: english, rules: rules)
    let rows = foreign.sentences.map(similarity.row)
    let (height, width) = (rows.count + 1, english.sentences.count + 1)
    var sums = [Float](repeating: 0, count: height * width)
    var steps = [Step](repeating: .none, count: height * width)
    for i in 0..<height {
      for j in 0..<width where i + j > 0 {
        (sums[i * width + j], steps[i * width + j]) = best(
          at: (i, j), width: width, sums, rows, similarity, foreign)
      }
    }
    return traced(steps, width: width, rows, similarity)
  }

  private func best(
    at place: (i: Int, j: Int), width: Int, _ sums: [Float], _ rows: [SentenceSimilarity.Row],
    _ similarity: SentenceSimilarity, _ foreign: TranslatableText
  ) -> (Float, Step) {
    let (i, j) = place
    var best: (Float, Step) = (-1, .none)
    for step in [Step.skipForeign, .skipEnglish, .oneToOne, .oneToTwo, .twoToOne] {
      let (m, n) = step.size
      guard i >= m, j >= n else { continue }
      var sum = sums[(i - m) * width + j - n]
      if m > 0, n > 0 {
        let words = foreign.sentences[(i - m)..<i].reduce(0) { $0 + $1.wordCount }
        let least = rules.alignedSimilarity + (m + n > 2 ? rules.mergingPenalty : 0)
        sum += (similarity.similarity(rows[(i - m)..<i], (j - n)..<j) - least) * Float(words)
      }
      if sum > best.0 { best = (sum, step) }
    }
    return best
  }

  private func traced(
    _ steps: [Step], width: Int, _ rows: [SentenceSimilarity.Row], _ similarity: SentenceSimilarity
  ) -> [Link] {
    var links: [Link] = []
    var (i, j) = (rows.count, width - 1)
    while i + j > 0 {
      let (m, n) = steps[i * width + j].size
      if m > 0, n > 0 {
        let value = similarity.similarity(rows[(i - m)..<i], (j - n)..<j)
        links.append(Link(foreign: (i - m)..<i, english: (j - n)..<j, similarity: value))
      }
      (i, j) = (i - m, j - n)
    }
    return links.reversed()
  }
}

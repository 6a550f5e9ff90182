internal import TextAnalysis

/// Finds where two articles differ inside what they share.
struct ChangeFinder {
  private let a: ComparableText
  private let b: ComparableText

  init(_ a: ComparableText, _ b: ComparableText) {
    self.a = a
    self.b = b
  }

  /// The differences inside the chains of an alignment, those of numbers and names first, then in the order of
  /// the first text.
  func changes(in alignment: Alignment) -> [Change] {
    var changes: [Change] = []
    for chain in alignment.chains {
      for (run, next) in zip(alignment.runs[chain.runs], alignment.runs[chain.runs].dropFirst()) {
        changes.append(change(between: run, and: next))
      }
    }
    return changes.sorted { ($1.weight, $0.a.lowerBound) < ($0.weight, $1.a.lowerBound) }
  }

  private func change(between run: Alignment.Run, and next: Alignment.Run) -> Change {
    let gapA = run.aWords.upperBound..<next.a
    let gapB = run.bWords.upperBound..<next.b
    let weight = max(weight(of: gapA, in: a.words), weight(of: gapB, in: b.words))
    let bytesA = bytes(of: gapA, after: run.aWords.upperBound, in: a.words)
    let bytesB = bytes(of: gapB, after: run.bWords.upperBound, in: b.words)
    return Change(
      kind: gapB.isEmpty ? .cut : gapA.isEmpty ? .added : .changed, weight: weight, a: bytesA, b: bytesB,
      wordsA: weight == .words ? "" : a.text.string(bytesA),
      wordsB: weight == .words ? "" : b.text.string(bytesB))
  }

  private func weight(of gap: Range<Int>, in list: WordList) -> Change.Weight {
    var weight = Change.Weight.words
    for index in gap {
      let word = list.words[index]
      if word.isNumber { return .number }
      let beginsSentence = index == 0 || list.words[index - 1].sentence != word.sentence
      if word.isCapitalised && !beginsSentence { weight = .name }
    }
    return weight
  }

  private func bytes(of gap: Range<Int>, after word: Int, in list: WordList) -> Range<Int> {
    guard gap.isEmpty else { return list.bytes(ofWords: gap) }
    let place = Int(list.words[word - 1].end)
    return place..<place
  }
}

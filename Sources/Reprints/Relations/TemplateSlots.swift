/// Counts what differs inside the passages that two articles share, to tell a text that was filled in by a program from a
/// copy: one has other names and other figures in the same sentences, and little else that differs.
///
/// Reports of earthquakes, scores, prices and weather are made so.
struct TemplateSlots {
  /// Places where both have figures, and other ones.
  private(set) var numbers = 0
  /// Places where both have names, and other ones.
  private(set) var names = 0
  /// All places where something differs.
  private(set) var all = 0

  /// The most words that a slot has.
  private static let widest = 6
  /// The slots that a template has at the least.
  private static let least = 4
  /// Of these, those with names: a copy with other units of measure has other figures too.
  private static let leastNames = 2
  /// Of these, those with figures.
  private static let leastNumbers = 2

  /// Counts what lies between two runs of words that are the same in both.
  mutating func count(_ a: Range<Int>, _ b: Range<Int>, _ wordsA: WordList, _ wordsB: WordList) {
    guard !a.isEmpty || !b.isEmpty else { return }
    all += 1
    guard !a.isEmpty, !b.isEmpty, a.count <= Self.widest, b.count <= Self.widest else { return }
    if a.contains(where: { wordsA.words[$0].isNumber }), b.contains(where: { wordsB.words[$0].isNumber }) {
      numbers += 1
    } else if a.contains(where: { wordsA.words[$0].isCapitalised }),
      b.contains(where: { wordsB.words[$0].isCapitalised })
    {
      names += 1
    }
  }

  /// Whether what differs is names and figures nearly alone, of both kinds.
  ///
  /// - Parameter same: the numbers that are the same in both.
  func areOfTemplate(sameNumbers same: Int) -> Bool {
    numbers >= Self.leastNumbers && names >= Self.leastNames && numbers + names >= Self.least
      && numbers >= same
      && (numbers + names) * 4 >= all * 3
  }
}

import Glass

/// Scores the articles of one segment that have any of some words, in the way that costs least.
struct WordPass {
  let ranking: WordRanking
  /// The list of each word of the ranking; nil where the segment has none.
  let lists: [WordList?]
  let table: WordTable
  let deletions: DeletionSet
  /// The place of the segment in its set.
  let segment: UInt32

  /// More words than these rule out few articles: one of them alone may add much, and most articles have several.
  private static let mostBounded = 8
  /// Of more articles than these the last scores so little that most articles might come before it.
  private static let mostWanted = 1_000

  /// Of fewer articles than these each is looked up in the words' lists.
  private static let mostLookedUp = 1_000

  /// Gives a selection what is good enough for it, and returns the number of passages with any of the words.
  func run(into selection: inout ArticleSelection) -> Int {
    let count = lists.count { $0 != nil }
    let among = ranking.among?.segments[Int(segment)]
    if let among, among.isEmpty { return 0 }
    let fewAreAsked = among.map { $0.count < Self.mostLookedUp } ?? false
    if !fewAreAsked, count > Self.mostBounded || ranking.limit > Self.mostWanted {
      var pass = WindowPass(self)
      pass.run(into: &selection)
      return pass.matchingPassages
    }
    var pass = BoundedPass(self, looksUp: fewAreAsked)
    pass.run(into: &selection)
    return pass.matchingPassages
  }
}

/// Finds the runs of words that two texts share, each word used once, the longest runs first.
///
/// Greedy string tiling (Wise, "String Similarity via Greedy String Tiling and Running Karp-Rabin Matching",
/// 1993): maximal matches are taken by length, and what is left of a match after longer ones took a part of it
/// is taken in its turn. Seeds come from a table of word 4-grams. Work is near linear: no more than
/// ``placesTried`` places of a 4-gram are tried, and a match of ``longMatch`` words or more is stepped over
/// whole.
struct RunFinder {
  /// The places of a 4-gram in the first text that are tried.
  static let placesTried = 16
  /// The words from which on a match is stepped over.
  static let longMatch = 32

  private let a: UnsafeBufferPointer<UInt64>
  private let b: UnsafeBufferPointer<UInt64>
  private let table: GramTable

  init(_ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, table: GramTable) {
    self.a = a
    self.b = b
    self.table = table
  }

  /// The runs of 4 words or more, in the order of the first text.
  func runs(gramsOfB: [UInt64]) -> [Alignment.Run] {
    var tiling = Tiling(matches: matches(gramsOfB: gramsOfB), aCount: a.count, bCount: b.count)
    return tiling.runs()
  }

  /// All maximal matches that the bounds on work allow.
  private func matches(gramsOfB: [UInt64]) -> [Alignment.Run] {
    var matches: [Alignment.Run] = []
    var position = 0
    var passedOver = 0
    while position < gramsOfB.count {
      var longest = 0
      var place = table.firstPlace(of: gramsOfB[position])
      var tries = 0
      while let start = place, tries < Self.placesTried {
        tries += 1
        place = table.place(after: start)
        if let match = match(at: start, position, backTo: passedOver) {
          longest = max(longest, match.b + match.count - position)
          matches.append(match)
        }
      }
      let step = longest >= Self.longMatch ? longest - GramTable.length + 1 : 1
      passedOver = step > 1 ? step - 1 : 0
      position += step
    }
    return matches
  }

  /// The whole match around two words, nil where it was found already from an earlier position.
  ///
  /// - Parameter backTo: the words before the position that were stepped over, where matches were not sought.
  @inline(__always)
  private func match(at start: Int, _ position: Int, backTo: Int) -> Alignment.Run? {
    var before = 0
    while before < start, before < position, a[start - before - 1] == b[position - before - 1] {
      before += 1
      if before > backTo { return nil }
    }
    var length = 0
    while start + length < a.count, position + length < b.count, a[start + length] == b[position + length] {
      length += 1
    }
    guard length + before >= GramTable.length else { return nil }
    return Alignment.Run(a: start - before, b: position - before, count: length + before)
  }
}

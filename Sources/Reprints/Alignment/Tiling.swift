/// Takes matches of two texts by length, longest first, so that each word of both texts is used once.
///
/// What is left of a match after longer ones took a part of it waits for its own turn. Matches wait in one list
/// for each length, so that the work is linear in their number.
struct Tiling {
  private var matches: [Alignment.Run]
  private var firstOfLength: [Int32]
  private var next: [Int32]
  private var usedA: [Bool]
  private var usedB: [Bool]

  init(matches: [Alignment.Run], aCount: Int, bCount: Int) {
    self.matches = matches
    usedA = [Bool](repeating: false, count: aCount)
    usedB = [Bool](repeating: false, count: bCount)
    firstOfLength = [Int32](repeating: -1, count: matches.reduce(0) { max($0, $1.count) } + 1)
    next = [Int32](repeating: -1, count: matches.count)
    for index in matches.indices.reversed() { wait(index) }
  }

  /// The runs that were taken, in the order of the first text.
  mutating func runs() -> [Alignment.Run] {
    var taken: [Alignment.Run] = []
    var length = firstOfLength.count - 1
    while length >= GramTable.length {
      let index = Int(firstOfLength[length])
      guard index >= 0 else {
        length -= 1
        continue
      }
      firstOfLength[length] = next[index]
      guard let part = longestFreePart(of: matches[index]) else { continue }
      if part.count == length {
        take(part)
        taken.append(part)
      } else {
        matches[index] = part
        wait(index)
      }
    }
    return taken.sorted { $0.a < $1.a }
  }

  private mutating func wait(_ index: Int) {
    let length = matches[index].count
    next[index] = firstOfLength[length]
    firstOfLength[length] = Int32(index)
  }

  private mutating func take(_ run: Alignment.Run) {
    for offset in 0..<run.count {
      usedA[run.a + offset] = true
      usedB[run.b + offset] = true
    }
  }

  /// The longest part of a match whose words are free in both texts, nil where it is too short for a run.
  private func longestFreePart(of match: Alignment.Run) -> Alignment.Run? {
    var best = 0..<0
    var start = 0
    for offset in 0...match.count {
      guard offset == match.count || usedA[match.a + offset] || usedB[match.b + offset] else { continue }
      if offset - start > best.count { best = start..<offset }
      start = offset + 1
    }
    guard best.count >= GramTable.length else { return nil }
    return Alignment.Run(a: match.a + best.lowerBound, b: match.b + best.lowerBound, count: best.count)
  }
}

/// Cuts two aligned texts into pieces of words: what keeps its order, what moved, and what lies between.
struct ComparisonPieces {
  /// A piece of one or both texts.
  struct Piece {
    var kind: TextComparison.Kind
    var a: Range<Int>
    var b: Range<Int>
  }

  private let runs: [Alignment.Run]
  private let keepsOrder: [Bool]
  private let aCount: Int
  private let bCount: Int
  /// The largest gap that was changed rather than replaced by something else.
  private let smallGap = 12

  init(_ alignment: Alignment, aCount: Int, bCount: Int) {
    runs = alignment.runs.sorted { $0.a < $1.a }
    keepsOrder = HeaviestOrder.marks(of: runs, bCount: bCount)
    self.aCount = aCount
    self.bCount = bCount
  }

  /// The pieces, in the order of the first text.
  func pieces() -> [Piece] {
    let movedB = runs.indices.filter { !keepsOrder[$0] }.map { runs[$0].bWords }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    var pieces: [Piece] = []
    var (nextA, nextB) = (0, 0)
    for (index, run) in runs.enumerated() {
      let gapA = nextA..<run.a
      nextA = run.aWords.upperBound
      guard keepsOrder[index] else {
        append(.onlyA, gapA, nextB..<nextB, to: &pieces)
        append(.moved, run.aWords, run.bWords, to: &pieces)
        continue
      }
      appendGap(gapA, Self.parts(of: nextB..<run.b, without: movedB), at: nextB, to: &pieces)
      append(.same, run.aWords, run.bWords, to: &pieces)
      nextB = run.bWords.upperBound
    }
    appendGap(nextA..<aCount, Self.parts(of: nextB..<bCount, without: movedB), at: nextB, to: &pieces)
    return pieces
  }

  private func append(_ kind: TextComparison.Kind, _ a: Range<Int>, _ b: Range<Int>, to pieces: inout [Piece])
  {
    guard !a.isEmpty || !b.isEmpty else { return }
    pieces.append(Piece(kind: kind, a: a, b: b))
  }

  private func appendGap(_ a: Range<Int>, _ b: [Range<Int>], at place: Int, to pieces: inout [Piece]) {
    if b.count == 1, let only = b.first, !a.isEmpty, a.count <= smallGap, only.count <= smallGap {
      append(.changed, a, only, to: &pieces)
      return
    }
    append(.onlyA, a, place..<place, to: &pieces)
    for part in b { append(.onlyB, a.upperBound..<a.upperBound, part, to: &pieces) }
  }

  /// What is left of a range without others, which are in order.
  private static func parts(of range: Range<Int>, without others: [Range<Int>]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for other in others where other.lowerBound < range.upperBound && other.upperBound > range.lowerBound {
      if other.lowerBound > start { parts.append(start..<other.lowerBound) }
      start = max(start, other.upperBound)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}

/// Chooses among runs those with the most words that come in the same order in both texts.
///
/// The heaviest increasing subsequence, by a Fenwick tree of maxima over the places in the second text.
enum HeaviestOrder {
  /// Whether each run is chosen; runs come in the order of the first text.
  static func marks(of runs: [Alignment.Run], bCount: Int) -> [Bool] {
    var tree = [(weight: Int, run: Int)](repeating: (0, -1), count: bCount + 2)
    var previous = [Int](repeating: -1, count: runs.count)
    var best = (weight: 0, run: -1)
    for (index, run) in runs.enumerated() {
      var before = (weight: 0, run: -1)
      var place = run.b + 1
      while place > 0 {
        if tree[place].weight > before.weight { before = tree[place] }
        place -= place & -place
      }
      previous[index] = before.run
      let here = (weight: before.weight + run.count, run: index)
      if here.weight > best.weight { best = here }
      place = run.b + 2
      while place < tree.count {
        if here.weight > tree[place].weight { tree[place] = here }
        place += place & -place
      }
    }
    var marks = [Bool](repeating: false, count: runs.count)
    var index = best.run
    while index >= 0 {
      marks[index] = true
      index = previous[index]
    }
    return marks
  }
}

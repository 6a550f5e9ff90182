/// Joins runs to chains over small gaps, fills the gaps, and follows the text beyond the ends of each chain.
struct ChainBuilder {
  private let a: UnsafeBufferPointer<UInt64>
  private let b: UnsafeBufferPointer<UInt64>
  private let limits: Aligner.Limits
  private var usedA: [Bool]
  private var usedB: [Bool]

  init(_ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, limits: Aligner.Limits) {
    self.a = a
    self.b = b
    self.limits = limits
    usedA = [Bool](repeating: false, count: a.count)
    usedB = [Bool](repeating: false, count: b.count)
  }

  /// The chains that are long enough, made of runs that come in the order of the first text.
  mutating func alignment(of runs: [Alignment.Run]) -> Alignment {
    for run in runs { use(run) }
    var allRuns: [Alignment.Run] = []
    var chains: [Alignment.Chain] = []
    for links in chained(runs) where isPromising(links) {
      var whole = links
      extend(&whole)
      whole = filled(whole)
      guard let chain = chain(of: whole, after: allRuns.count) else { continue }
      allRuns += whole
      chains.append(chain)
    }
    return Alignment(runs: allRuns, chains: chains.sorted { $0.aWords.lowerBound < $1.aWords.lowerBound })
  }

  private mutating func use(_ run: Alignment.Run) {
    for offset in 0..<run.count {
      usedA[run.a + offset] = true
      usedB[run.b + offset] = true
    }
  }

  // MARK: Joining

  /// Joins each run to the chain whose end is nearest before it in both texts, within the limit.
  private func chained(_ runs: [Alignment.Run]) -> [[Alignment.Run]] {
    var chains: [[Alignment.Run]] = []
    var open: [Int] = []
    for run in runs {
      open.removeAll { index in
        guard let last = chains[index].last else { return true }
        return last.a + last.count + limits.gap < run.a
      }
      var nearest: (chain: Int, gap: Int)?
      for index in open {
        guard let last = chains[index].last else { continue }
        let gapA = run.a - last.a - last.count
        let gapB = run.b - last.b - last.count
        guard (0...limits.gap).contains(gapA), (0...limits.gap).contains(gapB) else { continue }
        if nearest.map({ gapA + gapB < $0.gap }) ?? true { nearest = (index, gapA + gapB) }
      }
      if let nearest {
        chains[nearest.chain].append(run)
      } else {
        open.append(chains.count)
        chains.append([run])
      }
    }
    return chains
  }

  /// Whether a chain can still become long enough: one lone run of 4 words seldom does.
  private func isPromising(_ runs: [Alignment.Run]) -> Bool {
    runs.reduce(0) { $0 + $1.count } >= limits.promising
  }

  private func chain(of runs: [Alignment.Run], after first: Int) -> Alignment.Chain? {
    guard let start = runs.first, let end = runs.last else { return nil }
    let matched = runs.reduce(0) { $0 + $1.count }
    let longest = runs.reduce(0) { max($0, $1.count) }
    guard longest >= limits.run || matched >= limits.matched else { return nil }
    return Alignment.Chain(
      runs: first..<first + runs.count, aWords: start.a..<end.a + end.count,
      bWords: start.b..<end.b + end.count,
      matched: matched, longest: longest)
  }

  // MARK: Ends

  /// Follows the text beyond both ends as long as two words in a row match a few words further on.
  private mutating func extend(_ runs: inout [Alignment.Run]) {
    while let last = runs.last, let next = runAfter(last) {
      use(next)
      runs.append(next)
    }
    while let first = runs.first, let previous = runBefore(first) {
      use(previous)
      runs.insert(previous, at: 0)
    }
  }

  private func runAfter(_ run: Alignment.Run) -> Alignment.Run? {
    let (endA, endB) = (run.a + run.count, run.b + run.count)
    for distance in 1...limits.reach * 2 {
      for skipA in max(0, distance - limits.reach)...min(distance, limits.reach) {
        let (startA, startB) = (endA + skipA, endB + distance - skipA)
        var count = 0
        while areFreeAndEqual(startA + count, startB + count) { count += 1 }
        if count >= 2 { return Alignment.Run(a: startA, b: startB, count: count) }
      }
    }
    return nil
  }

  private func runBefore(_ run: Alignment.Run) -> Alignment.Run? {
    for distance in 1...limits.reach * 2 {
      for skipA in max(0, distance - limits.reach)...min(distance, limits.reach) {
        let (endA, endB) = (run.a - skipA - 1, run.b - (distance - skipA) - 1)
        var count = 0
        while areFreeAndEqual(endA - count, endB - count) { count += 1 }
        if count >= 2 { return Alignment.Run(a: endA - count + 1, b: endB - count + 1, count: count) }
      }
    }
    return nil
  }

  @inline(__always)
  private func areFreeAndEqual(_ indexA: Int, _ indexB: Int) -> Bool {
    indexA >= 0 && indexB >= 0 && indexA < a.count && indexB < b.count && a[indexA] == b[indexB]
      && !usedA[indexA] && !usedB[indexB]
  }

  // MARK: Gaps

  /// The runs with what matches inside the gaps between them, neighbours joined.
  private mutating func filled(_ runs: [Alignment.Run]) -> [Alignment.Run] {
    var result: [Alignment.Run] = []
    for run in runs {
      if let last = result.last {
        let gapA = last.a + last.count..<run.a
        let gapB = last.b + last.count..<run.b
        if !gapA.isEmpty && !gapB.isEmpty {
          for word in commonWords(gapA, gapB) { append(word, to: &result) }
        }
      }
      append(run, to: &result)
    }
    return result
  }

  private func append(_ run: Alignment.Run, to runs: inout [Alignment.Run]) {
    if let last = runs.last, last.a + last.count == run.a, last.b + last.count == run.b {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }

  /// A longest common subsequence of the free words of two gaps.
  private mutating func commonWords(_ gapA: Range<Int>, _ gapB: Range<Int>) -> [Alignment.Run] {
    let width = gapB.count + 1
    var lengths = [UInt8](repeating: 0, count: (gapA.count + 1) * width)
    for row in stride(from: gapA.count - 1, through: 0, by: -1) {
      for column in stride(from: gapB.count - 1, through: 0, by: -1) {
        let isMatch = areFreeAndEqual(gapA.lowerBound + row, gapB.lowerBound + column)
        lengths[row * width + column] =
          isMatch
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    guard lengths[0] > 0 else { return [] }
    var words: [Alignment.Run] = []
    var (row, column) = (0, 0)
    while row < gapA.count, column < gapB.count {
      let (indexA, indexB) = (gapA.lowerBound + row, gapB.lowerBound + column)
      if areFreeAndEqual(indexA, indexB) {
        words.append(Alignment.Run(a: indexA, b: indexB, count: 1))
        row += 1
        column += 1
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    for word in words { use(word) }
    return words
  }
}

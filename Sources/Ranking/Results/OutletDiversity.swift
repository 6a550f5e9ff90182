internal import Articles

/// Keeps one outlet from filling the page.
public struct OutletDiversity: Sendable, Equatable {
  /// What the score of a result is multiplied by for each result of its outlet above it, 0 to 1.
  ///
  /// At 1 the order stays; at 0 every outlet comes once before any comes twice.
  public var repeatFactor: Double

  /// Makes a rule; the default takes a fifth off for each repeat.
  public init(repeatFactor: Double = 0.8) { self.repeatFactor = min(1, max(0, repeatFactor)) }

  /// The results in their new order, as indices into the ranking.
  ///
  /// - Parameters:
  ///   - scores: The score of each result, not below 0, the greatest first.
  ///   - outlets: The outlet of each result; results without one do not count as repeats.
  public func indices(scores: [Double], outlets: [String?]) -> [Int] {
    precondition(scores.count == outlets.count, "each result has a score and an outlet or nil")
    var order: [Int] = []
    order.reserveCapacity(scores.count)
    var left = Array(scores.indices)
    let outlets = outlets.map { $0.map(ByteKey.init) }
    var seen: [ByteKey: Int] = [:]
    while let place = best(of: left, scores, outlets, seen) {
      let index = left.remove(at: place)
      order.append(index)
      if let outlet = outlets[index] { seen[outlet, default: 0] += 1 }
    }
    return order
  }

  private func best(of left: [Int], _ scores: [Double], _ outlets: [ByteKey?], _ seen: [ByteKey: Int]) -> Int?
  {
    var best: (place: Int, repeats: Int, score: Double)?
    for (place, index) in left.enumerated() {
      let repeats = outlets[index].map { seen[$0, default: 0] } ?? 0
      let score = (0..<repeats).reduce(scores[index]) { score, _ in score * repeatFactor }
      guard let last = best else {
        best = (place, repeats, score)
        continue
      }
      if score > last.score || (score == last.score && repeats < last.repeats) {
        best = (place, repeats, score)
      }
    }
    return best?.place
  }
}

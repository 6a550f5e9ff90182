/// Finds the best sequence of labels for a stretch of tokens, by the algorithm of Viterbi (1967).
package struct LabelDecoder {
  /// For each label, the scores of coming to it from each label.
  package typealias Transitions = InlineArray<7, SIMD8<Float>>

  /// The score of what is not allowed.
  package static let forbidden: Float = -1e9

  private var back: ContiguousArray<SIMD8<Int8>> = []

  package init() {}

  /// Transitions of no preference: a name goes on only from its own class, and only seven lanes are labels.
  package static var legal: Transitions {
    var transitions = Transitions(repeating: SIMD8(repeating: 0))
    for to in NameLabel.allCases {
      for from in 0..<8 {
        let isAllowed: Bool
        if let from = NameLabel(rawValue: from) {
          isAllowed = to == .outside || to.beginsName || from.entityClass == to.entityClass
        } else {
          isAllowed = false
        }
        if !isAllowed { transitions[to.rawValue][from] = forbidden }
      }
    }
    return transitions
  }

  /// The best labels of a stretch; before and after it is outside.
  ///
  /// - Parameters:
  ///   - scores: For each token, the score of each label.
  ///   - labels: Where the labels are written, as many as scores.
  package mutating func decode(
    _ scores: UnsafeBufferPointer<SIMD8<Float>>, _ transitions: borrowing Transitions,
    to labels: UnsafeMutablePointer<Int8>
  ) {
    if back.count < scores.count {
      back = ContiguousArray(repeating: SIMD8(repeating: 0), count: scores.count)
    }
    var best = SIMD8<Float>(repeating: Self.forbidden)
    best[NameLabel.outside.rawValue] = 0
    for position in scores.indices {
      var next = SIMD8<Float>(repeating: Self.forbidden)
      var from = SIMD8<Int8>(repeating: 0)
      for label in 0..<7 {
        let sums = best + transitions[label]
        let (lane, value) = Self.highest(sums)
        next[label] = value + scores[position][label]
        from[label] = lane
      }
      back[position] = from
      best = next
    }
    var label = Self.highest(best).lane
    var position = scores.count - 1
    while position >= 0 {
      labels[position] = label
      label = back[position][Int(label)]
      position -= 1
    }
  }

  /// The first lane of the highest value.
  @inline(__always)
  private static func highest(_ values: SIMD8<Float>) -> (lane: Int8, value: Float) {
    var lane: Int8 = 0
    var value = values[0]
    for index in 1..<7 where values[index] > value {
      value = values[index]
      lane = Int8(truncatingIfNeeded: index)
    }
    return (lane, value)
  }
}

/// Finds the best sequence of labels for a stretch of tokens, by the algorithm of Viterbi (1967).
package struct LabelDecoder {
  /// For each label, the scores of coming to it from each label.
  package typealias Transitions = InlineArray<7, SIMD8<Float>>
  /// For each label, the scores of going from it to each label.
  package typealias Departures = InlineArray<7, SIMD8<Float>>

  /// The score of what is not allowed.
  package static let forbidden: Float = -1e9

  private var back: ContiguousArray<SIMD8<Int32>> = []

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

  /// The same scores by the label that is left, by which all labels to come are weighed at once.
  package static func departures(_ transitions: borrowing Transitions) -> Departures {
    var departures = Departures(repeating: SIMD8(repeating: forbidden))
    for from in 0..<7 {
      for to in 0..<7 { departures[from][to] = transitions[to][from] }
    }
    return departures
  }

  /// The best labels of a stretch; before and after it is outside.
  ///
  /// - Parameters:
  ///   - scores: For each token, the score of each label.
  ///   - labels: Where the labels are written, as many as scores.
  package mutating func decode(
    _ scores: UnsafeBufferPointer<SIMD8<Float>>, _ departures: borrowing Departures,
    to labels: UnsafeMutablePointer<Int8>
  ) {
    if back.count < scores.count {
      back = ContiguousArray(repeating: SIMD8(repeating: 0), count: scores.count)
    }
    var best = SIMD8<Float>(repeating: Self.forbidden)
    best[NameLabel.outside.rawValue] = 0
    for position in scores.indices {
      // Of equal sums the first label's stays, so that only a higher one takes its place.
      var highest = SIMD8(repeating: best[0]) + departures[0]
      var from = SIMD8<Int32>(repeating: 0)
      for label in 1..<7 {
        let sums = SIMD8(repeating: best[label]) + departures[label]
        let isHigher = sums .> highest
        highest.replace(with: sums, where: isHigher)
        from.replace(with: Int32(truncatingIfNeeded: label), where: isHigher)
      }
      back[position] = from
      best = highest + scores[position]
    }
    var label = Self.highest(best)
    var position = scores.count - 1
    while position >= 0 {
      labels[position] = Int8(truncatingIfNeeded: label)
      label = Int(back[position][label])
      position -= 1
    }
  }

  /// The first lane of the highest value.
  private static func highest(_ values: SIMD8<Float>) -> Int {
    var lane = 0
    for index in 1..<7 where values[index] > values[lane] { lane = index }
    return lane
  }
}

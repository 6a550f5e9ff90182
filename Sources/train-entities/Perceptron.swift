import Entities

/// A structured perceptron with averaged weights, trained by Viterbi decoding.
///
/// Source: Collins, "Discriminative Training Methods for Hidden Markov Models" (EMNLP 2002), with lazy
/// averaging, and a margin: a wrong label has an advantage in training.
struct Perceptron {
  /// A stretch of tokens with the numbers of their features and the labels that they should have.
  struct Stretch {
    var tokens: Range<Int>
    var gold: [Int8]
    var rate: Float
  }

  /// The number of each feature; features seen fewer times than needed have none.
  private(set) var numbers: [UInt32: UInt32] = [:]
  /// What was learned: the weights of each feature by its number, and the transitions.
  private(set) var result: (weights: [SIMD8<Float>], transitions: LabelDecoder.Transitions) = (
    [], LabelDecoder.legal
  )
  private var weights: [SIMD8<Float>] = []
  private var sums: [SIMD8<Float>] = []
  private var transitions = LabelDecoder.legal
  private var transitionSums = LabelDecoder.Transitions(repeating: SIMD8(repeating: 0))
  private var step: Float = 1

  /// The share of stretches that are learned without the words themselves, so that what stands around a name
  /// counts for names never seen.
  private var blindness = 0.0

  private var stretches: [Stretch] = []
  /// The features of all tokens back to back, and where those of each begin.
  private var features: ContiguousArray<UInt32> = []
  private var starts: ContiguousArray<Int> = [0]
  /// One past the features of the word itself, which come first.
  private var wordEnds: ContiguousArray<Int> = []
  /// Names whose tokens are not all in one stretch, which no decoding can find.
  private(set) var unreachable = 0
  private(set) var names = 0
  /// How documents of the language are read.
  private let reading: DocumentReading

  /// Reads the examples and numbers their features.
  init(
    _ examples: [TrainingExample], lexicon: WordLexicon?, minimum: Int, reading: DocumentReading = .english
  ) {
    self.reading = reading
    var counts: [UInt32: UInt32] = [:]
    var keys: ContiguousArray<UInt32> = []
    for example in examples { collect(example, lexicon, &keys) }
    for key in keys { counts[key, default: 0] += 1 }
    for key in counts.keys.sorted() where counts[key, default: 0] >= minimum {
      numbers[key] = UInt32(numbers.count)
    }
    renumber(keys)
    weights = Array(repeating: SIMD8(repeating: 0), count: numbers.count)
    sums = weights
  }

  private mutating func renumber(_ keys: ContiguousArray<UInt32>) {
    var newStarts: ContiguousArray<Int> = [0]
    for token in 0..<starts.count - 1 {
      for index in starts[token]..<starts[token + 1] {
        if index == starts[token] + FeatureExtractor.ofWord { wordEnds.append(features.count) }
        if let number = numbers[keys[index]] { features.append(number) }
      }
      newStarts.append(features.count)
    }
    starts = newStarts
  }

  private mutating func collect(
    _ example: TrainingExample, _ lexicon: WordLexicon?, _ keys: inout ContiguousArray<UInt32>
  ) {
    let document = example.document(reading)
    let input = ModelInput(document, lexicon: lexicon, reading: reading)
    let spans = example.spans
    names += spans.count
    var reached = 0
    FeatureReading.read(document, input) { stretch, write in
      let first = starts.count - 1
      for index in stretch.tokens {
        write(index) { keys.append(contentsOf: $0) }
        starts.append(keys.count)
      }
      var gold = stretch.tokens.map { Int8(example.labels[$0].rawValue) }
      if let label = NameLabel(rawValue: Int(gold[0])), let entityClass = label.entityClass {
        gold[0] = Int8(NameLabel(entityClass, begins: true).rawValue)
      }
      stretches.append(Stretch(tokens: first..<starts.count - 1, gold: gold, rate: example.rate))
      reached += spans.count {
        stretch.tokens.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= stretch.tokens.upperBound
      }
    }
    unreachable += spans.count - reached
  }

  // MARK: Learning

  /// Learns anew several times, each in another order, and keeps the mean of the averaged weights: for a linear
  /// model the mean of several is one model that costs no more to run.
  mutating func learn(epochs: Int, rounds: Int, margin: Float, blindness: Double) {
    self.blindness = blindness
    var mean = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: weights.count)
    var meanTransitions = LabelDecoder.Transitions(repeating: SIMD8(repeating: 0))
    for round in 0..<rounds {
      restart()
      for epoch in 0..<epochs {
        let wrong = learn(seed: UInt64(round * 100 + epoch + 1), margin: margin)
        print("round \(round + 1), epoch \(epoch + 1): \(Int(wrong * 10_000)) of 10,000 stretches wrong")
      }
      let part = averaged
      for index in mean.indices { mean[index] += part.weights[index] / Float(rounds) }
      for label in 0..<7 { meanTransitions[label] += part.transitions[label] / Float(rounds) }
    }
    result = (mean, meanTransitions)
  }

  private mutating func restart() {
    weights = Array(repeating: SIMD8(repeating: 0), count: numbers.count)
    sums = weights
    transitions = LabelDecoder.legal
    transitionSums = LabelDecoder.Transitions(repeating: SIMD8(repeating: 0))
    step = 1
  }

  /// Goes over all examples once; returns the share of stretches that were labelled wrongly.
  private mutating func learn(seed: UInt64, margin: Float) -> Double {
    var order = Array(stretches.indices)
    var random = SplitMix(seed: seed)
    order.shuffle(using: &random)
    var decoder = LabelDecoder()
    var scores: ContiguousArray<SIMD8<Float>> = []
    var labels: ContiguousArray<Int8> = []
    var wrong = 0
    for number in order {
      let stretch = stretches[number]
      let isBlind = Double(random.next() >> 11) * 0x1p-53 < blindness
      score(stretch, margin: margin, isBlind: isBlind, &scores)
      while labels.count < scores.count { labels.append(0) }
      scores.withUnsafeBufferPointer { scores in
        labels.withUnsafeMutableBufferPointer { labels in
          if let start = labels.baseAddress {
            decoder.decode(scores, LabelDecoder.departures(transitions), to: start)
          }
        }
      }
      if zip(stretch.gold, labels).contains(where: { $0 != $1 }) {
        wrong += 1
        update(stretch, predicted: labels, isBlind: isBlind)
      }
      step += 1
    }
    return Double(wrong) / Double(max(1, stretches.count))
  }

  private func score(
    _ stretch: Stretch, margin: Float, isBlind: Bool, _ scores: inout ContiguousArray<SIMD8<Float>>
  ) {
    scores.removeAll(keepingCapacity: true)
    for (offset, token) in stretch.tokens.enumerated() {
      var sum = SIMD8<Float>(repeating: margin)
      sum[Int(stretch.gold[offset])] = 0
      for index in (isBlind ? wordEnds[token] : starts[token])..<starts[token + 1] {
        sum += weights[Int(features[index])]
      }
      scores.append(sum)
    }
  }

  private mutating func update(_ stretch: Stretch, predicted: ContiguousArray<Int8>, isBlind: Bool) {
    let outside = NameLabel.outside.rawValue
    for (offset, token) in stretch.tokens.enumerated() {
      let gold = Int(stretch.gold[offset])
      let guess = Int(predicted[offset])
      let goldBefore = offset > 0 ? Int(stretch.gold[offset - 1]) : outside
      let guessBefore = offset > 0 ? Int(predicted[offset - 1]) : outside
      if gold != guess || goldBefore != guessBefore {
        transitions[gold][goldBefore] += stretch.rate
        transitions[guess][guessBefore] -= stretch.rate
        transitionSums[gold][goldBefore] += stretch.rate * step
        transitionSums[guess][guessBefore] -= stretch.rate * step
      }
      guard gold != guess else { continue }
      var change = SIMD8<Float>(repeating: 0)
      change[gold] += stretch.rate
      change[guess] -= stretch.rate
      for index in (isBlind ? wordEnds[token] : starts[token])..<starts[token + 1] {
        let feature = Int(features[index])
        weights[feature] += change
        sums[feature] += change * step
      }
    }
  }

  /// The averages of the weights over all steps, and of the transitions.
  private var averaged: (weights: [SIMD8<Float>], transitions: LabelDecoder.Transitions) {
    var transitions = transitions
    for label in 0..<7 { transitions[label] -= transitionSums[label] / step }
    return (weights.indices.map { weights[$0] - sums[$0] / step }, transitions)
  }
}

/// A small generator of random numbers, the same on every machine (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

internal import Articles

/// Finds names with a trained linear model and Viterbi decoding.
package struct TrainedTagger: NameTagger {
  private let model: EntityModel
  private let reading: DocumentReading

  /// - Parameter reading: How documents of the model's language are read.
  package init(_ model: EntityModel, reading: DocumentReading = .english) {
    self.model = model
    self.reading = reading
  }

  package func spans(in document: NameDocument) -> [NameSpan] {
    let input = ModelInput(document, lexicon: model.lexicon, reading: reading)
    var spans: [NameSpan] = []
    spans.reserveCapacity(input.stretches.count)
    var decoder = LabelDecoder()
    var scores = ContiguousArray<SIMD8<Float>>()
    var labels = ContiguousArray<Int8>()
    document.withReading(input) { tokens, views, endings in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureExtractor.most) { keys in
        guard let first = keys.baseAddress else { return }
        var extractor = FeatureExtractor(tokens, views, topic: input.topic, endings: endings)
        for stretch in input.stretches {
          scores.removeAll(keepingCapacity: true)
          for index in stretch.tokens {
            let count = extractor.write(at: index, in: stretch.sentence, to: first)
            scores.append(model.scores(UnsafeMutableBufferPointer(start: first, count: count)))
          }
          while labels.count < scores.count { labels.append(0) }
          decode(scores, &labels, &decoder)
          Self.append(labels, at: stretch.tokens, to: &spans)
        }
      }
    }
    return spans
  }

  private func decode(
    _ scores: ContiguousArray<SIMD8<Float>>, _ labels: inout ContiguousArray<Int8>,
    _ decoder: inout LabelDecoder
  ) {
    scores.withUnsafeBufferPointer { scores in
      labels.withUnsafeMutableBufferPointer { labels in
        guard let start = labels.baseAddress else { return }
        decoder.decode(scores, model.departures, to: start)
      }
    }
  }

  /// Appends the names that the labels of a stretch spell.
  private static func append(
    _ labels: ContiguousArray<Int8>, at tokens: Range<Int>, to spans: inout [NameSpan]
  ) {
    var open = false
    for (offset, index) in tokens.enumerated() {
      guard let label = NameLabel(rawValue: Int(labels[offset])), let entityClass = label.entityClass else {
        open = false
        continue
      }
      if open && !label.beginsName {
        spans[spans.count - 1].tokens = spans[spans.count - 1].tokens.lowerBound..<index + 1
      } else {
        spans.append(NameSpan(tokens: index..<index + 1, entityClass: entityClass))
      }
      open = true
    }
  }
}

/// Reads the features of a document stretch by stretch, for training.
package enum FeatureReading {
  /// Writes the features of a token.
  package typealias Writer = (_ token: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) -> Void

  /// Calls with each stretch and a writer for its tokens, which are to be written in order.
  package static func read(
    _ document: NameDocument, _ input: ModelInput, _ body: (ModelInput.Stretch, Writer) -> Void
  ) {
    document.withReading(input) { tokens, views, endings in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureExtractor.most) { keys in
        guard let first = keys.baseAddress else { return }
        var extractor = FeatureExtractor(tokens, views, topic: input.topic, endings: endings)
        for stretch in input.stretches {
          body(stretch) { token, read in
            let count = extractor.write(at: token, in: stretch.sentence, to: first)
            read(UnsafeBufferPointer(start: first, count: count))
          }
        }
      }
    }
  }
}

/// Finds the spans of names in a document; what they stand for is another's task.
protocol NameTagger: Sendable {
  /// The spans in order, none overlapping, none across the end of a sentence.
  func spans(in document: NameDocument) -> [NameSpan]
}

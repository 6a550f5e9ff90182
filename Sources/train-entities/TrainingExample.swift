import Entities

/// A document to learn from: its tokens, the label that each should have, and how much it counts.
struct TrainingExample {
  var words: [String]
  var sentences: [Range<Int>]
  var labels: [NameLabel]
  /// How far a mistake moves the weights.
  var rate: Float = 1
  /// How it is printed.
  var casing = Casing.asWritten

  /// How the words of an example are printed.
  enum Casing {
    case asWritten
    /// In capitals, as some headlines.
    case capitals
    /// With capitals on all words but small ones, as most headlines.
    case title
  }

  init(_ document: ConllText.Document) {
    words = document.words
    sentences = document.sentences
    labels = document.labels.map { NameLabel(bio: $0) }
    repairLabels()
  }

  init(words: [String], sentences: [Range<Int>], labels: [NameLabel], rate: Float) {
    self.words = words
    self.sentences = sentences
    self.labels = labels
    self.rate = rate
  }

  /// The tokens as the recogniser reads them.
  var document: NameDocument { document(.english) }

  /// The tokens as the recogniser of a language reads them.
  func document(_ reading: DocumentReading) -> NameDocument {
    var conll = ConllText.Document()
    conll.words = words.map(printed)
    conll.sentences = sentences
    return NameDocument(conll, reading: reading)
  }

  private func printed(_ word: String) -> String {
    switch casing {
    case .asWritten: word
    case .capitals: word.uppercased()
    case .title:
      Self.small.contains(word) ? word : word.prefix(1).uppercased() + word.dropFirst()
    }
  }

  private static let small: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "and", "or", "but", "as", "from", "with",
  ]

  /// The names that the labels spell.
  var spans: [NameSpan] { Self.spans(labels) }

  static func spans(_ labels: [NameLabel]) -> [NameSpan] {
    var spans: [NameSpan] = []
    for (index, label) in labels.enumerated() {
      guard let entityClass = label.entityClass else { continue }
      if !label.beginsName, let last = spans.last, last.tokens.upperBound == index {
        spans[spans.count - 1].tokens = last.tokens.lowerBound..<index + 1
      } else {
        spans.append(NameSpan(tokens: index..<index + 1, entityClass: entityClass))
      }
    }
    return spans
  }

  /// Puts names back into labels.
  mutating func setSpans(_ spans: [NameSpan]) {
    labels = Array(repeating: .outside, count: words.count)
    for span in spans {
      for index in span.tokens {
        labels[index] = NameLabel(span.entityClass, begins: index == span.tokens.lowerBound)
      }
    }
  }

  /// Makes a label that goes on from nothing, or crosses the end of a sentence, begin a name.
  private mutating func repairLabels() {
    let starts = Set(sentences.map(\.lowerBound))
    for index in labels.indices where !labels[index].beginsName {
      guard let entityClass = labels[index].entityClass else { continue }
      let follows = index > 0 && !starts.contains(index) && labels[index - 1].entityClass == entityClass
      if !follows { labels[index] = NameLabel(entityClass, begins: true) }
    }
  }

  /// Cuts a document without marked borders into documents of so many sentences.
  func cut(sentences count: Int) -> [TrainingExample] {
    stride(from: 0, to: sentences.count, by: count).map { first in
      let part = sentences[first..<min(first + count, sentences.count)]
      let start = part.first?.lowerBound ?? 0
      let end = part.last?.upperBound ?? 0
      return TrainingExample(
        words: Array(words[start..<end]),
        sentences: part.map { $0.lowerBound - start..<$0.upperBound - start },
        labels: Array(labels[start..<end]), rate: rate)
    }
  }

  /// The sentences that other labels agree with; nil where there are none.
  func agreeing(with other: [NameLabel]) -> TrainingExample? {
    var result = TrainingExample(words: [], sentences: [], labels: [], rate: rate)
    for sentence in sentences where labels[sentence] == other[sentence] {
      let start = result.words.count
      result.words += words[sentence]
      result.labels += labels[sentence]
      result.sentences.append(start..<result.words.count)
    }
    return result.words.isEmpty ? nil : result
  }
}

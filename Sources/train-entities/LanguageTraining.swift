import Entities
import TextAnalysis

/// Trains the model of a language other than English, on one set that people marked and one that a tagger marked.
struct LanguageTraining {
  private let reading: DocumentReading
  private let groups: [(word: String, group: UInt16)]
  private let marked: [TrainingExample]
  private let silver: [TrainingExample]

  private static let mostFeatures = 81_000
  private static let silverRate: Float = 0.5
  private static let bias: Float = 40

  /// Reads the data.
  ///
  /// - Parameters:
  ///   - code: The language, an ISO 639-1 code.
  ///   - groups: A file of words, the most frequent first, each with a tab and the number of its group.
  init(_ code: String, groups: String, marked: String, silver: String) throws {
    guard let reading = DocumentReading.of(language: code) else { throw TrainingError.unreadable(code) }
    self.reading = reading
    self.groups = try TrainingData.text(groups).split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let group = UInt16(columns[1]) else { return nil }
      return (String(decoding: NormalForm.folded(columns[0]), as: UTF8.self), group)
    }
    self.marked = try TrainingData.read(marked, sentences: 15)
    self.silver = try TrainingData.read(silver, sentences: 15).map { example in
      var example = example
      example.rate = Self.silverRate
      return example
    }
  }

  /// Trains on all, or keeps every third document of the marked set back and prints how well it does there.
  func train(to path: String, isFinal: Bool, tests: [String]) throws {
    let held = isFinal ? [] : marked.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let own = isFinal ? marked : marked.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
    let file = model(own + silver + raised(own + silver))
    try file.write(to: path)
    print("\(file.featureCount) features, \(file.bytes.count) bytes")
    if !isFinal { report("held out", held, file) }
    for test in tests { report(test, try TrainingData.read(test, sentences: 15), file) }
  }

  private func model(_ examples: [TrainingExample]) -> ModelFile {
    var lexicon = LexiconTable(examples.map { $0.document(reading) })
    lexicon.learnGroups(groups)
    let learned = lexicon.withLexicon { table in
      var perceptron = Perceptron(examples, lexicon: table, minimum: 2, reading: reading)
      perceptron.learn(epochs: 6, rounds: 6, margin: 4, blindness: 0.25)
      return perceptron
    }
    print("\(learned.unreachable) of \(learned.names) names cannot be reached")
    return ModelFile(learned, lexicon: lexicon, most: Self.mostFeatures, bias: Self.bias)
  }

  /// Some of the examples once more as headlines in capitals are printed.
  private func raised(_ examples: [TrainingExample]) -> [TrainingExample] {
    examples.enumerated().filter { $0.offset % 25 == 0 }.map { _, example in
      var example = example
      example.casing = .capitals
      return example
    }
  }

  private func report(_ name: String, _ examples: [TrainingExample], _ file: ModelFile) {
    var score = SpanScore()
    TrainingCommand.withModel(file.bytes) { model in
      let tagger = TrainedTagger(model, reading: reading)
      for example in examples {
        score.add(
          gold: example.spans, found: tagger.spans(in: example.document(reading)), words: example.words)
      }
    }
    print("\(name): \(score)")
  }
}

import Articles
import Entities
import TextAnalysis

/// The steps of training: data, lexicon, a first model to mend the machine-made labels, the model.
struct TrainingCommand {
  private let arguments: [String]
  private static let epochs = 6
  private static let rounds = 6
  private static let margin: Float = 4
  private static let mostFeatures = 160_000
  private static let inventedReports = 600
  private static let inventedRate: Float = 0.3

  init(arguments: [String]) { self.arguments = arguments }

  func run() throws {
    switch (arguments.first, arguments.count) {
    case ("train", 4): try train(arguments[1], text: arguments[2], to: arguments[3])
    case ("dev", 3...): try develop(arguments[1], text: arguments[2], others: Array(arguments[3...]))
    case ("folds", 3): try folds(arguments[1], text: arguments[2])
    case ("tag", 2...): try tag(Array(arguments[1...]))
    case ("conll", 2): print(ConllTagger().tagged(try TrainingData.text(arguments[1])))
    case ("language", 7...):
      try LanguageTraining(
        arguments[1], groups: arguments[2], marked: arguments[4], silver: arguments[5]
      ).train(to: arguments[3], isFinal: arguments[6] == "all", tests: Array(arguments[7...]))
    case ("speed", 2): try SpeedReport.run(arguments[1])
    case ("errors", 3): try errors(arguments[1], arguments[2])
    case ("score", 3...): try score(arguments[1], Array(arguments[2...]))
    default: throw TrainingError.usage
    }
  }

  // MARK: Commands

  private func train(_ folder: String, text: String, to path: String) throws {
    let file = Self.model(try TrainingData(folder: folder, holdsOut: false), try Self.documents(text))
    try file.write(to: path)
    print("\(file.featureCount) features, \(file.bytes.count) bytes")
  }

  private func develop(_ folder: String, text: String, others: [String]) throws {
    let data = try TrainingData(folder: folder, holdsOut: true)
    let model = Self.model(data, try Self.documents(text))
    Self.report(model, data.heldOut)
    for file in others { Self.report(model, [(file, try TrainingData.read(file, sentences: 15))]) }
  }

  /// WikiGold by five-fold cross-validation, all other sets always in training.
  private func folds(_ folder: String, text: String) throws {
    let data = try TrainingData(folder: folder, holdsOut: false)
    let wikigold = try TrainingData.read("\(folder)/wikigold/test.conll", sentences: 15)
    let marks = Set(wikigold.map(\.words))
    let documents = try Self.documents(text)
    var score = SpanScore()
    for fold in 0..<5 {
      var rest = data
      rest.human.removeAll { marks.contains($0.words) }
      rest.human += wikigold.enumerated().filter { $0.offset % 5 != fold }.map(\.element)
      let held = wikigold.enumerated().filter { $0.offset % 5 == fold }.map(\.element)
      Self.withTagger(Self.model(rest, documents)) { Self.add(held, tagger: $0, to: &score) }
    }
    print("wikigold, 5 folds: \(score)")
  }

  private func score(_ model: String, _ files: [String]) throws {
    let bytes = try TrainingData.bytes(model)
    for file in files {
      let examples = try TrainingData.read(file, sentences: 15)
      var score = SpanScore()
      Self.withTagger(bytes) { Self.add(examples, tagger: $0, to: &score) }
      print("\(file): \(score)")
    }
  }

  /// Prints the names of text files as JSON, a line with the path before those of each.
  private func tag(_ files: [String]) throws {
    guard let recogniser = TrainedRecogniser() else { return print("no model is built in") }
    for file in files {
      let text = AnalysedText(try TrainingData.text(file))
      print(file)
      print(TagFormat.json.formatted(text, mentions: recogniser.mentions(in: text)), terminator: "")
    }
  }

  /// Prints each name that was missed (-) or found wrongly (+), with the words around it.
  private func errors(_ model: String, _ file: String) throws {
    let bytes = try TrainingData.bytes(model)
    let examples = try TrainingData.read(file, sentences: 15)
    Self.withTagger(bytes) { tagger in
      for example in examples {
        let found = tagger.spans(in: example.document)
        for span in example.spans where !found.contains(span) { Self.printSpan("-", span, example) }
        for span in found where !example.spans.contains(span) { Self.printSpan("+", span, example) }
      }
    }
  }

  private static func printSpan(_ sign: String, _ span: NameSpan, _ example: TrainingExample) {
    let words = example.words
    let before = words[max(0, span.tokens.lowerBound - 4)..<span.tokens.lowerBound].joined(separator: " ")
    let after = words[span.tokens.upperBound..<min(words.count, span.tokens.upperBound + 3)].joined(
      separator: " ")
    print(
      "\(sign) \(span.entityClass.rawValue)\t\(before) [\(words[span.tokens].joined(separator: " "))] \(after)"
    )
  }

  // MARK: Steps

  private static func model(_ data: TrainingData, _ text: [NameDocument]) -> ModelFile {
    let cleaned = data.gmb.map { SilverCleaning().cleaned($0) }
    var lexicon = LexiconTable((cleaned + data.human).map(\.document) + text)
    let first = learn(data.human, lexicon, rounds: 3, minimum: 2)
    let relabelled = withTagger(ModelFile(first, lexicon: lexicon, most: 400_000)) { tagger in
      cleaned.map { relabel($0, tagger) }
    }
    let all = agreed(relabelled, data.human, lexicon) + data.human
    let blind = learn(all, lexicon, rounds: 3, minimum: 3, blindness: 1)
    withTagger(ModelFile(blind, lexicon: lexicon, most: 400_000)) { lexicon.learnClasses(text, tagger: $0) }
    var inventor = InventedExamples(data.human, seed: 7)
    let invented = inventor.examples(inventedReports, rate: inventedRate)
    let second = learn(all + raised(all) + invented, lexicon, rounds: rounds, minimum: 3)
    print(
      "\(second.unreachable) of \(second.names) names cannot be reached, \(second.numbers.count) features")
    return ModelFile(second, lexicon: lexicon, most: mostFeatures)
  }

  /// Texts without marks, one a line.
  private static func documents(_ path: String) throws -> [NameDocument] {
    try TrainingData.text(path).split(separator: "\n").map { NameDocument(AnalysedText(String($0))) }
  }

  private static func learn(
    _ examples: [TrainingExample], _ lexicon: LexiconTable, rounds: Int, minimum: Int,
    blindness: Double = 0.25
  ) -> Perceptron {
    lexicon.withLexicon { table in
      var perceptron = Perceptron(examples, lexicon: table, minimum: minimum)
      perceptron.learn(epochs: epochs, rounds: rounds, margin: margin, blindness: blindness)
      return perceptron
    }
  }

  /// The sentences of a machine-marked set on which a model that was trained without them agrees.
  private static func agreed(
    _ silver: [TrainingExample], _ human: [TrainingExample], _ lexicon: LexiconTable
  ) -> [TrainingExample] {
    let halves = [0, 1].map { half in
      silver.enumerated().filter { $0.offset / 8 % 2 == half }.map(\.element)
    }
    return [0, 1].flatMap { half in
      let other = learn(halves[1 - half] + human, lexicon, rounds: 3, minimum: 3)
      return withTagger(ModelFile(other, lexicon: lexicon, most: 400_000)) { tagger in
        halves[half].compactMap { example in
          var found = example
          found.setSpans(tagger.spans(in: example.document))
          return example.agreeing(with: found.labels)
        }
      }
    }
  }

  /// Takes the class of a name from a model trained on sets that people marked, where both see the same span.
  private static func relabel(_ example: TrainingExample, _ tagger: TrainedTagger) -> TrainingExample {
    let found = tagger.spans(in: example.document)
    var example = example
    example.setSpans(
      example.spans.map { span in found.first { $0.tokens == span.tokens } ?? span })
    example.rate = 0.5
    return example
  }

  /// Some of the examples once more as headlines are printed.
  private static func raised(_ examples: [TrainingExample]) -> [TrainingExample] {
    examples.enumerated().filter { $0.offset % 25 < 2 }.map { index, example in
      var example = example
      example.casing = index % 25 == 0 ? .capitals : .title
      return example
    }
  }

  // MARK: Scores

  private static func report(_ model: ModelFile, _ sets: [(name: String, examples: [TrainingExample])]) {
    withTagger(model) { tagger in
      var mean = 0.0
      for set in sets {
        var score = SpanScore()
        add(set.examples, tagger: tagger, to: &score)
        mean += score.f1 / Double(sets.count)
        print("\(set.name): \(score)")
      }
      print("mean F1 \(Double(Int(mean * 10_000)) / 10_000)")
    }
  }

  private static func add(_ examples: [TrainingExample], tagger: TrainedTagger, to score: inout SpanScore) {
    for example in examples {
      score.add(gold: example.spans, found: tagger.spans(in: example.document), words: example.words)
    }
  }

  private static func withTagger<T>(_ model: ModelFile, _ body: (TrainedTagger) -> T) -> T {
    withTagger(model.bytes, body)
  }

  private static func withTagger<T>(_ bytes: [UInt8], _ body: (TrainedTagger) -> T) -> T {
    withModel(bytes) { body(TrainedTagger($0)) }
  }

  /// Calls with a model that is read from the bytes of a file.
  static func withModel<T>(_ bytes: [UInt8], _ body: (EntityModel) -> T) -> T {
    // Rows are read as vectors, which must be aligned.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    guard let model = EntityModel(UnsafeRawBufferPointer(copy)) else {
      preconditionFailure("a model file is what ModelFile writes")
    }
    return body(model)
  }
}

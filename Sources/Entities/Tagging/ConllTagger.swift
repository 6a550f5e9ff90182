/// Tags texts that are split into tokens already, in the columns of the CoNLL sets.
///
/// ```
/// Antony      Antony	B-PER
/// Blinken     Blinken	I-PER
/// spoke       spoke	O
/// ```
public struct ConllTagger: Sendable {
  private let tagger: any NameTagger
  private let reading: DocumentReading

  /// Makes a tagger with the trained model of a language.
  ///
  /// - Parameter language: An ISO 639-1 code; nil for English. Of a language without a model only places of the gazetteer
  ///   are found.
  public init(language: String? = nil) {
    if let own = NameLanguage.of(language) {
      tagger = own.tagger
      reading = own.reading
      return
    }
    reading = .english
    if !RecogniserPipeline.covers(language) {
      tagger = PlaceTagger()
    } else if let model = EntityModel.embedded {
      tagger = TrainedTagger(model)
    } else {
      tagger = RuleTagger()
    }
  }

  /// The words of such a text alone, by which its language can be told.
  public static func words(of text: String) -> String {
    ConllText(text).documents.lazy.map { $0.words.joined(separator: " ") }.joined(separator: "\n")
  }

  /// Tags a text of one token a line: the token is the first column, an empty line ends a sentence,
  /// `-DOCSTART-` begins a document.
  ///
  /// - Returns: As many lines, each the token, a tab and its BIO2 label of PER, ORG and LOC.
  public func tagged(_ text: String) -> String {
    let conll = ConllText(text)
    var labels = [NameLabel](repeating: .outside, count: conll.lines.count)
    for document in conll.documents {
      for span in tagger.spans(in: NameDocument(document, reading: reading)) {
        for token in span.tokens {
          labels[document.lines[token]] = NameLabel(span.entityClass, begins: token == span.tokens.lowerBound)
        }
      }
    }
    return conll.lines.indices.map { Self.line(conll.lines[$0], labels[$0]) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring, _ label: NameLabel) -> String {
    guard let word = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "\r" }).first else {
      return ""
    }
    return "\(word)\t\(label.bio)"
  }
}

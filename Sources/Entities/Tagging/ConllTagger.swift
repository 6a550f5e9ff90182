/// Tags texts that are split into tokens already, in the columns of the CoNLL sets.
///
/// ```
/// Antony      Antony	B-PER
/// Blinken     Blinken	I-PER
/// spoke       spoke	O
/// ```
public struct ConllTagger: Sendable {
  private let tagger: any NameTagger

  /// Makes a tagger with the trained model, or with rules where the program was built without one.
  public init() {
    if let model = EntityModel.embedded { tagger = TrainedTagger(model) } else { tagger = RuleTagger() }
  }

  /// Tags a text of one token a line: the token is the first column, an empty line ends a sentence,
  /// `-DOCSTART-` begins a document.
  ///
  /// - Returns: As many lines, each the token, a tab and its BIO2 label of PER, ORG and LOC.
  public func tagged(_ text: String) -> String {
    let conll = ConllText(text)
    var labels = [NameLabel](repeating: .outside, count: conll.lines.count)
    for document in conll.documents {
      for span in tagger.spans(in: NameDocument(document)) {
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

public import TextAnalysis

/// Finds the people, organisations and places that an article names.
///
/// A recogniser has no state that changes: one may serve all threads.
public protocol EntityRecogniser: Sendable {
  /// Whether a language is covered: where it is not, only places of the gazetteer are found.
  ///
  /// - Parameter language: An ISO 639-1 code in lower case; nil where it is not known, which counts as covered.
  func covers(language: String?) -> Bool

  /// Finds the names in a text and in its title, read as one article.
  ///
  /// - Returns: The mentions of each in the order of the text, none overlapping.
  func recognise(_ text: AnalysedText, title: AnalysedText?, language: String?) -> RecognisedArticle
}

extension EntityRecogniser {
  /// Finds the names in a text; its title, where given, helps to tell what they stand for.
  public func mentions(in text: AnalysedText, title: AnalysedText? = nil, language: String? = nil)
    -> [Mention]
  {
    recognise(text, title: title, language: language).text
  }
}

/// The names that an article mentions.
public struct RecognisedArticle: Sendable, Hashable {
  /// The mentions in the title, offsets into the title.
  public let title: [Mention]
  /// The mentions in the text, offsets into the text.
  public let text: [Mention]
}

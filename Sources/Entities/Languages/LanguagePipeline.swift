internal import TextAnalysis

/// The steps of a recogniser of a language other than English: tokens, spans, and what the names stand for.
struct LanguagePipeline: Sendable {
  let language: NameLanguage

  func recognise(_ text: AnalysedText, title: AnalysedText?) -> RecognisedArticle {
    var document = NameDocument()
    if let title {
      NameTokeniser.append(title, to: &document, flags: .inTitle)
      document.readEndings(of: title.text)
    }
    let titleCount = document.tokens.count
    NameTokeniser.append(text, to: &document)
    document.readEndings(of: text.text)
    let spans = language.tagger.spans(in: document)
    let resolver = InflectedNameResolver(
      document, title: title?.text ?? "", text: text.text, gazetteer: language.reading.gazetteer)
    return resolver.mentions(of: spans, titleCount: titleCount)
  }
}

internal import TextAnalysis

/// The steps that all recognisers share: tokens, spans, and what the names stand for.
struct RecogniserPipeline: Sendable {
  let tagger: any NameTagger

  static func covers(_ language: String?) -> Bool { language == nil || language == "en" }

  func recognise(_ text: AnalysedText, title: AnalysedText?, language: String?) -> RecognisedArticle {
    var document = NameDocument()
    if let title { NameTokeniser.append(title, to: &document, flags: .inTitle) }
    let titleCount = document.tokens.count
    NameTokeniser.append(text, to: &document)
    let tagger: any NameTagger = Self.covers(language) ? self.tagger : PlaceTagger()
    let found = SpanBorders(document).corrected(tagger.spans(in: document))
    let people = PeopleRuns(document, spans: found).parted(found)
    let parted = OrganisationRuns(document, spans: people).parted(people)
    let spans = ForeignNames.added(to: parted, in: document)
    let placed = Datelines(document, start: titleCount).corrected(spans)
    let resolver = MentionResolver(document: document, title: title?.text ?? "", text: text.text)
    return resolver.mentions(of: placed, titleCount: titleCount)
  }
}

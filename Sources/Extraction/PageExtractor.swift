internal import TextAnalysis

/// Takes the article out of a page of the web: its main text, and what the page says of it.
///
/// A value without state: it may be used by many threads at once.
public struct PageExtractor: Sendable {
  /// Whether pages that are no article are refused; without it their longest text is given.
  public var refusesOtherPages: Bool
  /// A block belongs to the text where the model gives it at least this chance.
  static let leastChance: Float = 0.5

  /// An extractor that refuses what is no article, unless told otherwise.
  public init(refusesOtherPages: Bool = true) {
    self.refusesOtherPages = refusesOtherPages
  }

  /// Takes the article out of a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it came, in whatever encoding.
  ///   - url: Its address, where it is known.
  ///   - declaredEncoding: The encoding that the server declared, where it did.
  public func extract(_ bytes: [UInt8], url: String? = nil, declaredEncoding: String? = nil) -> Extracted {
    guard bytes.count < 1 << 28 else {
      return .refused(PageRefusal(.tooLarge, detail: "the page has more than 256 MiB"))
    }
    let document = HTMLDocument(PageDecoder(bytes, transport: declaredEncoding).utf8)
    if document.isTruncated {
      return .refused(PageRefusal(.tooLarge, detail: "the page's markup makes more nodes than it has bytes"))
    }
    let metadata = MetadataReader(document, url: url)
    let page = PageText(document, titles: metadata.declaredTitles)
    if refusesOtherPages, let refusal = PageJudge(page, metadata).refusal { return .refused(refusal) }
    guard !page.text.isEmpty else { return .refused(PageRefusal(.empty, detail: "the page has no text")) }
    return .article(article(page, metadata))
  }

  private func article(_ page: PageText, _ metadata: MetadataReader) -> ExtractedArticle {
    var article = ExtractedArticle(text: page.text, blocks: page.blocks)
    article.title = metadata.title(heading: page.heading)
    article.authors = metadata.authors
    article.publishedCandidates = metadata.published(near: page.nearHeading)
    article.published = article.publishedCandidates.first
    article.modified = metadata.modified.first
    article.outlet = metadata.outlet
    article.language = language(of: page.text, declared: metadata.language)
    article.url = metadata.canonical
    article.section = metadata.section
    article.sources = metadata.sources
    return article
  }

  private func language(of text: String, declared: Found<String>?) -> Found<String>? {
    let detected = LanguageDetector().language(of: text)
    guard let code = LanguageDetector.language(declared: declared?.value, detected: detected) else {
      return nil
    }
    if let declared, declared.value == code { return declared }
    return Found(code, in: PagePlace(.detected))
  }
}

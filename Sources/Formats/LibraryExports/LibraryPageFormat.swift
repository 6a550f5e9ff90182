internal import Articles

/// Exports of libraries as HTML: many articles on one page, told by the marks of the program that wrote it.
struct LibraryPageFormat: DocumentFormat {
  let name = "library-page"
  let summary = "exports of Factiva, Europresse and Nexis as HTML"
  let limit: Int

  /// Nothing: the marks lie behind long heads of style; see ``reads(_:)``.
  func recognises(_ start: FileStart) -> Bool { false }

  /// Whether a page is such an export.
  static func reads(_ bytes: [UInt8]) -> Bool { Library(bytes) != nil }

  /// Who wrote the page.
  enum Library: String {
    case factiva = "Factiva"
    case europresse = "Europresse"
    case nexis = "Nexis"

    init?(_ bytes: [UInt8]) {
      func has(_ mark: String) -> Bool { bytes.contains(bytesOf: mark) }
      if has("articleParagraph"), has("Article\""), has("activa") {
        self = .factiva
      } else if has("DocPublicationName"), has("rticleVisu") {
        self = .europresse
      } else if has("<DOCFULL>") {
        self = .nexis
      } else {
        return nil
      }
    }
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    guard let library = Library(document.bytes) else {
      throw Refusal(.badDocument, at: document.location, "it is no export of Factiva, Europresse or Nexis")
    }
    let root = HTMLMarkup.root(of: document.bytes)
    let drafts: [ArticleDraft]
    switch library {
    case .factiva: drafts = FactivaPage.drafts(of: root) { document.location(ofArticle: $0) }
    case .europresse: drafts = EuropressePage.drafts(of: root) { document.location(ofArticle: $0) }
    case .nexis:
      drafts = NexisReader.drafts(of: NexisPage.lines(of: root)) { document.location(ofArticle: $0) }
    }
    return try LibraryExport.events(of: drafts, in: document, by: library.rawValue)
  }
}

/// A page of Nexis: paragraphs as lines, a blank one between them.
enum NexisPage {
  static func lines(of root: MarkupElement) -> [String] {
    MarkupText.paragraphs(of: root).flatMap { [$0, ""] }
  }
}

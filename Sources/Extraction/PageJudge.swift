/// Tells pages that are no article from those that are, by form: what they declare, their fields, how much of their text is links.
///
/// In doubt a page is an article: a refusal loses a text, and the reader of a list can pass over one too many.
struct PageJudge {
  /// Why the page is no article; nil where it is one.
  private(set) var refusal: PageRefusal?

  /// Texts shorter than this, in UTF-8 bytes, are a note and no article, where nothing says that they are one.
  static let short = 600

  private let page: PageText
  private let metadata: MetadataReader

  init(_ page: PageText, _ metadata: MetadataReader) {
    self.page = page
    self.metadata = metadata
    refusal = declared ?? listing ?? note
    if refusal == nil, page.chosenBytes == 0 {
      refusal = PageRefusal(.empty, detail: "no block of the page looks like text of an article")
    }
  }

  /// Whether the page declares that it is an article.
  private var isDeclaredArticle: Bool {
    metadata.data.isArticle
      || metadata.metas(["og:type"]).contains { $0.value.lowercased().contains("article") }
  }

  /// What the page itself says that it is.
  private var declared: PageRefusal? {
    guard !metadata.data.isArticle else { return nil }
    if metadata.data.types.contains("SearchResultsPage") {
      return PageRefusal(.search, detail: "the page declares search results")
    }
    if metadata.data.types.contains("ImageGallery"), page.chosenBytes < Self.short {
      return PageRefusal(.gallery, detail: "the page declares a gallery, and has little text")
    }
    if !isDeclaredArticle, metadata.data.types.contains("CollectionPage"), isMostlyLinks {
      return PageRefusal(.index, detail: "the page declares a collection")
    }
    return nil
  }

  private var isMostlyLinks: Bool { page.chosenLinkBytes * 2 > page.chosenBytes }

  /// Lists of articles: their text is links.
  private var listing: PageRefusal? {
    guard !isDeclaredArticle else { return nil }
    if let address = metadata.address {
      let path = address.path.prefix { $0 != "?" && $0 != "#" }
      if path.isEmpty || path == "/", page.allLinkBytes * 2 > page.allBytes {
        return PageRefusal(.index, detail: "the page is the front of its site, and mostly links")
      }
      if metadata.marks.hasSearchField, Self.hasQuery(address.path), page.allLinkBytes * 2 > page.allBytes {
        return PageRefusal(.search, detail: "the address has a query for a search")
      }
    }
    guard page.chosenBytes > 0, isMostlyLinks else { return nil }
    return PageRefusal(.index, detail: "most of the text is links")
  }

  private static func hasQuery(_ path: String) -> Bool {
    guard let query = path.split(separator: "?", maxSplits: 1).dropFirst().first else { return false }
    return query.split(separator: "&").contains { pair in
      ["q", "query", "s", "search", "suche", "buscar", "recherche"].contains(
        pair.prefix { $0 != "=" }.lowercased())
    }
  }

  /// Short pages that tell something about themselves.
  private var note: PageRefusal? {
    guard !isDeclaredArticle, page.chosenBytes < Self.short else { return nil }
    let title = ((metadata.marks.titleElement ?? "") + " " + (page.heading ?? "")).lowercased()
    let numbers = title.split { !$0.isNumber }
    if let status = numbers.first(where: {
      ["400", "401", "403", "404", "410", "429", "500", "502", "503", "504"].contains($0)
    }) {
      return PageRefusal(.error, detail: "the title has the status \(status)")
    }
    if let words = PageNotices.errors.first(where: title.contains) {
      return PageRefusal(.error, detail: "the title says \"\(words)\"")
    }
    if metadata.marks.hasPasswordField {
      return PageRefusal(.login, detail: "the page asks for a password and has little text")
    }
    let text = (title + " " + page.text.prefix(2000)).lowercased()
    if let word = PageNotices.consent.first(where: text.contains), page.allBytes < 4 * Self.short {
      return PageRefusal(.consent, detail: "the page has little text, and speaks of \"\(word)\"")
    }
    return nil
  }
}

/// Words by which short pages tell that they are no article, in languages that news is written in.
enum PageNotices {
  static let errors = [
    "not found", "access denied", "forbidden", "page unavailable", "service unavailable", "just a moment",
    "nicht gefunden", "zugriff verweigert", "introuvable", "accès refusé", "no encontrada", "acceso denegado",
    "não encontrada", "non trovata", "niet gevonden", "не найден", "не знайден", "nie znaleziono",
    "bulunamadı",
  ]

  static let consent = [
    "cookie", "consent", "einwilligung", "consentement", "consentimiento", "zustimmung", "toestemming",
    "samtykke", "samtycke",
  ]
}

extension MetadataReader {
  /// The titles that the head of the page declares.
  var declaredTitles: [String] {
    metas(["og:title", "twitter:title"]).map(\.value) + linked("headline").map(\.value)
  }
}

/// What comes of a page: the article that it carries, or why it carries none.
public enum Extracted: Sendable, Equatable {
  /// The article of the page.
  case article(ExtractedArticle)
  /// The page is no article.
  case refused(PageRefusal)
}

/// Why a page is no article.
public struct PageRefusal: Sendable, Equatable {
  /// The kinds of pages that are no article.
  public enum Kind: String, Sendable, CaseIterable {
    /// A page that asks for consent, and has nothing else.
    case consent
    /// What a server says when it has no page, or refuses one.
    case error
    /// A page that asks to log in or to subscribe, and has nothing else.
    case login
    /// A front page, a section, a list of articles.
    case index
    /// Pictures with their captions.
    case gallery
    /// The results of a search.
    case search
    /// A page without text.
    case empty
    /// A page that was given up: more nodes than a page of its size can have.
    case tooLarge
  }

  /// The kind of page.
  public var kind: Kind
  /// What it was told by, for people.
  public var detail: String

  /// Makes a refusal.
  public init(_ kind: Kind, detail: String) {
    self.kind = kind
    self.detail = detail
  }
}

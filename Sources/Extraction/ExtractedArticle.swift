/// An article as a page carries it: its text, and what the page says of it, each with where it was found.
public struct ExtractedArticle: Sendable, Equatable {
  /// The main text; blocks are separated by one line feed.
  public var text: String
  /// The blocks of the text in order, without gaps but for the line feeds between them.
  public var blocks: [TextBlock]
  /// The headline.
  public var title: Found<String>?
  /// The people or agencies of the byline, in its order.
  public var authors: [Found<String>] = []
  /// When it was published, as the page says it best.
  public var published: Found<PageDate>?
  /// When it was last changed.
  public var modified: Found<PageDate>?
  /// All dates of publication that the page gives, the one that was taken first; they may contradict each other.
  public var publishedCandidates: [Found<PageDate>] = []
  /// The name of the outlet.
  public var outlet: Found<String>?
  /// The language as a lower-case ISO 639-1 code: the declared one, unless the letters of the text contradict it.
  public var language: Found<String>?
  /// The canonical address.
  public var url: Found<String>?
  /// The section of the outlet.
  public var section: Found<String>?
  /// Where the page says that its text comes from: outlets, agencies or addresses.
  public var sources: [Found<String>] = []

  /// Makes an article of a text alone.
  public init(text: String, blocks: [TextBlock]) {
    self.text = text
    self.blocks = blocks
  }
}

/// A paragraph, a heading, an item of a list: what stands by itself in a text.
public struct TextBlock: Sendable, Equatable {
  /// The kinds of blocks.
  public enum Kind: String, Sendable, CaseIterable {
    case paragraph
    case heading
    case listItem = "list-item"
    case tableRow = "table-row"
    case preformatted
  }

  /// What it is.
  public var kind: Kind
  /// Whether it stands in a quotation that the page marks as one.
  public var isQuotation: Bool
  /// Where it lies in the text, in UTF-8 bytes.
  public var range: Range<Int>

  /// Makes a block.
  public init(kind: Kind, isQuotation: Bool = false, range: Range<Int>) {
    self.kind = kind
    self.isQuotation = isQuotation
    self.range = range
  }
}

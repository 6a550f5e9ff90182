/// Reads articles from files, folders and standard input, one at a time.
///
///     var source = ArticleSource(paths: ["crawl.jsonl.gz", "clippings"])
///     while let event = source.next() {
///       switch event {
///       case .article(let article, let location, _): print(location, article.id)
///       case .refused(let refusal): print(refusal)
///       case .warning(let warning): print(warning)
///       }
///     }
///
/// What cannot be read is an event like any other, and everything else is still read. Memory is bounded by
/// the largest record allowed.
public struct ArticleSource: ~Copyable {
  private var items: ItemSource
  private var waiting: [ReadingEvent] = []

  /// Starts reading what paths lead to; `-` is standard input.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.init(InputListing(paths: paths), options: options)
  }

  /// Starts reading what a listing holds; what the listing found wrong comes first.
  public init(_ listing: InputListing, options: ReadingOptions = ReadingOptions()) {
    items = ItemSource(listing, options: options)
  }

  /// How much has been read of what there is.
  public var progress: ReadingProgress { items.progress }

  /// The next event; nil when everything is read.
  public mutating func next() -> ReadingEvent? {
    while waiting.isEmpty {
      switch items.next()?.content {
      case .item(let item): waiting = item.events().reversed()
      case .refused(let refusal): return .refused(refusal)
      case .warning(let warning): return .warning(warning)
      case nil: return nil
      }
    }
    return waiting.popLast()
  }
}

public import Articles
internal import Reprints
internal import TextAnalysis

/// The dates of an article, kept apart by where they come from.
public struct ArticleDates: Sendable, Equatable {
  /// When the outlet says it was published.
  public var published: ArticleDate?
  /// The date that its record says was printed with it.
  public var printed: ArticleDate?
  /// The date that is printed in its text.
  public var printedInText: ArticleDate?
  /// Where that stands, as UTF-8 offsets into the text.
  public var printedBytes: Range<Int>?
  /// When a crawler fetched it.
  public var crawled: ArticleDate?

  /// Reads the dates of an article.
  public init(_ article: Article) {
    let text = AnalysedText(article.text)
    let found = PrintedDateReader.date(in: text, words: WordList(text))
    published = article.published
    printed = article.printed
    crawled = article.crawled
    printedInText = found?.date
    printedBytes = found?.bytes
  }

  /// What does not fit together, a sentence each: dates of one article more than two days apart, or a crawl
  /// before the publication, or a date that no article can have.
  public var conflicts: [String] {
    var conflicts: [String] = []
    let named = [("published", published), ("printed", printed), ("printed in the text", printedInText)]
      .compactMap { name, date in date.map { (name, $0) } }
    for (index, first) in named.enumerated() {
      for second in named.dropFirst(index + 1) where Self.areApart(first.1, second.1) {
        conflicts.append("\(first.0) \(first.1), but \(second.0) \(second.1)")
      }
    }
    for (name, date) in named where !date.isPlausible {
      conflicts.append("\(name) \(date), which cannot be")
    }
    if let crawled, let published, crawled < published, Self.areApart(crawled, published) {
      conflicts.append("crawled \(crawled), before it was published \(published)")
    }
    return conflicts
  }

  /// Whether two dates are known to be more than two days apart.
  private static func areApart(_ left: ArticleDate, _ right: ArticleDate) -> Bool {
    guard let first = left.epochDay, let second = right.epochDay else { return false }
    return abs(first - second) > 2
  }
}

internal import Articles
internal import Formats

/// The most bytes that the short fields of an article may have.
///
/// They are read, compared and shown wherever the article is: one of megabytes, which is a mistake or made to do harm,
/// would slow every answer that touches it.
enum FieldBounds {
  /// An id, the name of an outlet, a byline, an address: several times what is found in news.
  private static let mostBytes = 8 << 10
  /// A headline, which some crawls have the first paragraphs in.
  private static let mostTitleBytes = 64 << 10

  /// The refusal of an article with a field that is too long; nil where there is none.
  static func refusal(of article: Article, at location: SourceLocation) -> Refusal? {
    let fields: [(String, String?, Int)] = [
      ("id", article.id, mostBytes), ("outlet", article.outlet, mostBytes), ("url", article.url, mostBytes),
      ("byline", article.byline, mostBytes), ("title", article.title, mostTitleBytes),
    ]
    for (name, value, most) in fields {
      guard let count = value?.utf8.count, count > most else { continue }
      return Refusal(
        .tooLarge, at: location,
        "its \(name) has \(count) bytes, and no more than \(most) are taken; is the text in the wrong field?")
    }
    return nil
  }
}

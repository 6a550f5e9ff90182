internal import Archive
internal import Articles
internal import Presentation

/// What pages show of an article wherever it is listed.
enum ArticleParts {
  /// The headline as a link to the dossier, in its language.
  static func headline(_ article: ArticleSummary, query: String? = nil) -> HTML {
    let address = Address.of("/article", ["id": article.id, "q": query])
    return
      "<a href=\"\(address)\"\(HTML.attributes(language: article.language))>\(article.title ?? article.id)</a>"
  }

  /// Outlet, date, language and where it was found.
  static func source(_ article: ArticleSummary) -> HTML {
    var parts = [outlet(article.outlet), date(article.published)]
    if let language = article.language { parts.append("<abbr title=\"language\">\(language)</abbr>") }
    if let address = article.url, HTMLText.isLink(address) {
      parts.append(HTML.outwardLink(address, "at the outlet\(arrow)"))
    }
    return HTML(parts, separator: " · ")
  }

  /// The outlet as a link to its page.
  static func outlet(_ name: String?) -> HTML {
    guard let name else { return "<span class=\"unknown\">outlet unknown</span>" }
    return "<a class=\"outlet\" href=\"\(Address.outlet(name))\"><bdi>\(name)</bdi></a>"
  }

  /// A date as precise as it is known.
  static func date(_ date: ArticleDate?) -> HTML {
    guard let date else { return "<span class=\"unknown\">no date</span>" }
    return "<time datetime=\"\(date.description)\">\(DateText.text(of: date))</time>"
  }

  /// An entity as a link to its page.
  static func entity(_ entityClass: EntityClass, key: String, name: String) -> HTML {
    let address = Address.of("/entity", ["class": entityClass.rawValue, "key": key])
    return "<a class=\"tag \(entityClass.rawValue)\" href=\"\(address)\"><bdi>\(name)</bdi></a>"
  }

  /// A share of 0 to 1 as a bar and a number.
  static func share(_ share: Double) -> HTML {
    let width = Int((max(0, min(1, share)) * 100).rounded())
    return """
      <span class="share"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="bar-all" width="100" height="10"/><rect class="bar-part" width="\(width)" height="10"/></svg> \
      \(percent(share))</span>
      """
  }

  private static let arrow: HTML = "<span aria-hidden=\"true\"> ↗</span>"
}

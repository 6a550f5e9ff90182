internal import Archive
internal import Articles
internal import Presentation
internal import Ranking

/// The results of a search, by text.
struct ResultList {
  let asked: SearchAsked
  let found: SearchResults

  var html: HTML {
    guard !found.results.isEmpty else { return notices + empty }
    return """
      <h1 class="count">\(SearchText.counts(of: found, options: asked.options))</h1>
      \(notices)\(orders)
      <ol class="result-list" start="\(asked.options.offset + 1)">
      \(found.results.map(item))
      </ol>
      \(pages)
      """
  }

  private var empty: HTML {
    """
    <h1 class="count">Nothing found</h1>
    <p>Fewer words find more; so does leaving out a field. <a href="/help">How queries are written</a></p>
    """
  }

  private var notices: HTML {
    guard !found.notices.isEmpty || !found.suggestions.isEmpty else { return .none }
    let told = found.notices.map { notice -> HTML in "<li>\(notice)</li>" }
    return "<ul class=\"notices\">\(told)\(found.suggestions.map(suggestion))</ul>"
  }

  private func suggestion(_ suggestion: QuerySuggestion) -> HTML {
    let links = suggestion.meant.map { meant -> HTML in
      let parts = QueryFilters(asked.query).parts.map {
        $0.lowercased() == suggestion.written.lowercased() ? meant : $0
      }
      return "<a href=\"\(asked.address(query: parts.joined(separator: " ")))\">\(meant)</a>"
    }
    return "<li>Search for \(HTML(links, separator: " or "))</li>"
  }

  private func elsewhere(_ result: SearchResult) -> HTML {
    guard !result.elsewhere.isEmpty else { return .none }
    let conditions = result.elsewhere.map { place -> HTML in "<bdi>\(place.condition)</bdi>" }
    return "<p class=\"more\">Elsewhere in the article: \(HTML(conditions, separator: ", "))</p>"
  }

  private var orders: HTML {
    let orders = ResultOrder.allCases.map { order -> HTML in
      let mark: HTML = order == asked.order ? " aria-current=\"true\"" : .none
      return "<a href=\"\(asked.address(order: order))\"\(mark)>\(Self.name(of: order))</a>"
    }
    let groups = [ResultGrouping.text, .article].map { grouping -> HTML in
      let mark: HTML = grouping == asked.grouping ? " aria-current=\"true\"" : .none
      let name = grouping == .text ? "one a text" : "one an article"
      return "<a href=\"\(asked.address(grouping: grouping))\"\(mark)>\(name)</a>"
    }
    return """
      <p class="orders"><span>Order: \(HTML(orders, separator: " "))</span>
      <span>Results: \(HTML(groups, separator: " "))</span></p>
      """
  }

  private static func name(of order: ResultOrder) -> String {
    switch order {
    case .relevance: "best first"
    case .newest: "newest"
    case .oldest: "oldest"
    }
  }

  private func item(_ result: SearchResult) -> HTML {
    let article = result.article
    let origin: HTML = result.isOrigin ? " · <span class=\"flag\">credited as the source</span>" : .none
    return """
      <li><article class="result">
      <h2>\(ArticleParts.headline(article, query: asked.query))</h2>
      <p class="source">\(ArticleParts.source(article))\(origin)</p>
      <p class="extract"\(HTML.attributes(language: article.language))>\(result.extract.pieces.map(Self.piece))</p>
      \(elsewhere(result))
      \(Self.tags(result.entities))\(repeats(result))
      </article></li>
      """
  }

  private static func piece(_ piece: PassageExtract.Piece) -> HTML {
    piece.isMatch ? "<mark>\(piece.text)</mark>" : "\(piece.text)"
  }

  private static func tags(_ entities: [NamedEntity]) -> HTML {
    guard !entities.isEmpty else { return .none }
    let tags = entities.map { entity -> HTML in
      "<li>\(ArticleParts.entity(entity.entityClass, key: entity.key, name: entity.name))</li>"
    }
    return "<ul class=\"tags\" aria-label=\"Names in the passage\">\(tags)</ul>"
  }

  private func repeats(_ result: SearchResult) -> HTML {
    let more = result.repeatsNotListed
    let rest: HTML =
      more == 0 ? .none : "<p class=\"more\">\(counted(more, "more article")) may share some of it.</p>"
    guard !result.repeats.isEmpty else { return rest }
    let articles = [result.article] + result.repeats.map(\.article)
    let outlets = Set(articles.compactMap(\.outlet)).count + articles.count { $0.outlet == nil }
    return """
      <details class="repeats"><summary><strong>\(counted(outlets, "outlet")), 1 text</strong> \
      <span>\(counted(result.repeats.count, "other article")) with this passage</span></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Who else has it"><table>
      <thead><tr><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Has of it</th>\
      <th scope="col">As</th><th scope="col">Beside it</th></tr></thead>
      <tbody>\(result.repeats.map { row($0, of: result.article) })</tbody></table></div>\(rest)
      <p class="more"><a href="\(Address.family(result.article.id))">Who has it from whom</a></p>
      </details>
      """
  }

  private func row(_ repeated: PassageRepeat, of article: ArticleSummary) -> HTML {
    let other = repeated.article
    return """
      <tr><td>\(ArticleParts.outlet(other.outlet))</td><td>\(ArticleParts.date(other.published))</td>\
      <td>\(ArticleParts.share(repeated.share))</td><td>\(SearchText.word(for: repeated.evidence))</td>\
      <td><a href="\(Address.comparison(article.id, other.id))">compare<span class="hidden"> with \(other.id)</span></a></td></tr>
      """
  }

  private var pages: HTML {
    let isLast = found.results.count < SearchAsked.pageLength
    guard asked.page > 1 || !isLast else { return .none }
    let back: HTML =
      asked.page > 1
      ? "<a rel=\"prev\" href=\"\(asked.address(page: asked.page - 1))\">← Previous</a>" : .none
    let on: HTML =
      isLast ? .none : "<a rel=\"next\" href=\"\(asked.address(page: asked.page + 1))\">Next →</a>"
    return
      "<nav class=\"pages\" aria-label=\"Pages of results\">\(back)<span>Page \(asked.page)</span>\(on)</nav>"
  }
}

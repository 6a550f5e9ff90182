import Archive
import Articles
import Ranking
import Testing

/// Searches in the corpus with more than words: articles like one, wider queries, counts, other orders.
struct SearchOptionsTests {
  private func results(
    _ query: String, limit: Int = 60, _ change: (inout SearchOptions) -> Void
  ) throws -> SearchResults {
    var options = SearchOptions(limit: limit, grouping: .article)
    change(&options)
    return try Corpus.archive().search(query, options: options)
  }

  // MARK: Wider queries

  @Test func `a wider query finds what the plain one finds, and more`() throws {
    let plain = try results("silos") { _ in }.results.map(\.article.id)
    let wide = try results("silos") { $0.isExpanded = true }.results.map(\.article.id)
    #expect(Set(wide).isStrictSuperset(of: plain))
    #expect(Set(wide.prefix(plain.count)).isSuperset(of: plain.prefix(3)))
  }

  @Test func `fields and exclusions hold for a wider query too`() throws {
    let found = try results("silos date:2024-03 -Rotterdam") { $0.isExpanded = true }.results
    #expect(!found.isEmpty)
    for result in found { #expect(result.article.published?.description.hasPrefix("2024-03") == true) }
    #expect(try results("silos AND xyzzyx") { $0.isExpanded = true }.results.isEmpty)
  }

  @Test func `a query of fields alone stays as it is`() throws {
    let plain = try results("place:Constanta") { _ in }.results.map(\.article.id)
    #expect(try results("place:Constanta") { $0.isExpanded = true }.results.map(\.article.id) == plain)
  }

  // MARK: Articles like one

  @Test func `articles like one are its story in other words, not its copies`() throws {
    let ids = try results("") { $0.like = "harbour-wire" }.results.map(\.article.id)
    #expect(ids.prefix(2).sorted() == ["de-hafen", "kestrel/harbour-night"])
    #expect(!ids.contains { $0.hasPrefix("harbour-") })
  }

  @Test func `copies come when they are asked for, the article itself never`() throws {
    let ids = try results("") {
      $0.like = "harbour-wire"
      $0.includesCopies = true
    }.results.map(\.article.id)
    #expect(ids.first?.hasPrefix("harbour-") == true)
    #expect(ids.count { $0.hasPrefix("harbour-") } == 9)
    #expect(!ids.contains("harbour-wire"))
  }

  @Test func `a query says which articles like one may come`() throws {
    let ids = try results("lang:de") { $0.like = "harbour-wire" }.results.map(\.article.id)
    #expect(ids == ["de-hafen"])
    let without = try results("-Hamburg") { $0.like = "harbour-wire" }.results
    #expect(!without.isEmpty && !without.map(\.article.id).contains("de-hafen"))
  }

  @Test func `an article that is not there is an error that names it`() throws {
    #expect {
      try results("") { $0.like = "nobody" }
    } throws: { error in
      guard case ArchiveError.unknownArticle(let id) = error else { return false }
      return id == "nobody"
    }
  }

  // MARK: Counts

  private func facet(_ query: String, _ field: FacetField, limit: Int = 100) throws -> [FacetValue] {
    let found = try results(query, limit: 1) {
      $0.facets = [field]
      $0.facetLimit = limit
    }
    return try #require(found.facets?.facets.first).values
  }

  @Test func `all articles that match are counted, and the texts that they are`() throws {
    let found = try results("Constanta terminal", limit: 1) { $0.facets = [.outlet] }
    let facets = try #require(found.facets)
    let all = try results("Constanta AND terminal") { _ in }.results
    #expect(facets.articles == all.count)
    #expect(facets.texts.map { $0 < facets.articles && $0 > 1 } == true)
    #expect(facets.passages >= facets.articles)
  }

  @Test(arguments: [FacetField.outlet, .person, .organisation, .place, .language, .month])
  func `each count is what a filter by the value finds`(field: FacetField) throws {
    let values = try facet("Constanta", field)
    #expect(!values.isEmpty)
    for value in values {
      let name = field == .month ? "date" : field.rawValue
      let filtered = try results("Constanta \(name):\"\(value.name)\"") { _ in }.results
      // A name finds all its spellings, so that a filter may find more than one key has.
      #expect(
        field == .outlet || field == .month
          ? filtered.count == value.articles : filtered.count >= value.articles, "\(value)")
      #expect((1...value.articles).contains(value.texts ?? 0))
    }
  }

  @Test func `the values that most articles have come first, months in their order`() throws {
    let places = try facet("Constanta terminal", .place).map(\.articles)
    #expect(places == places.sorted(by: >))
    #expect(try facet("Constanta terminal", .place, limit: 2).map(\.articles) == Array(places.prefix(2)))
    let months = try facet("-xyzzyx", .month).map(\.key)
    #expect(months.count > 3 && months == months.sorted())
  }

  @Test func `outlets are named as they write themselves`() throws {
    #expect(
      try facet("lang:uk", .outlet).contains { $0.name == "Міський вісник" && $0.key == "міський вісник" })
  }

  @Test func `what nothing matches has no counts`() throws {
    let facets = try #require(try results("xyzzyx") { $0.facets = [.outlet, .month] }.facets)
    #expect(facets.articles == 0 && facets.texts == 0 && facets.facets.allSatisfy(\.values.isEmpty))
  }

  // MARK: Order

  @Test func `outlets are spread without losing a result`() throws {
    let plain = try results("town OR people OR river") { _ in }.results
    let spread = try results("town OR people OR river") { $0.spreadsOutlets = true }.results
    #expect(Set(plain.map(\.article.id)) == Set(spread.map(\.article.id)))
    #expect(spread.map(\.rank) == Array(1...spread.count))
    func outlets(_ results: [SearchResult]) -> Int { Set(results.prefix(10).map(\.article.outlet)).count }
    #expect(outlets(spread) >= outlets(plain))
    let pages = try [0, 5].flatMap { offset in
      try results("town OR people OR river", limit: 5) {
        $0.spreadsOutlets = true
        $0.offset = offset
      }.results.map(\.article.id)
    }
    #expect(pages == spread.prefix(10).map(\.article.id))
  }

  @Test func `newer articles come first where they answer as well`() throws {
    let fresh = try results("town OR people OR river") { $0.freshness = 0.5 }.results
    let plain = try results("town OR people OR river") { _ in }.results
    #expect(Set(plain.map(\.article.id)) == Set(fresh.map(\.article.id)))
    func meanRank(_ results: [SearchResult]) -> Double {
      let newest = results.enumerated().filter {
        $0.element.article.published?.description ?? "" >= "2024-04"
      }
      return Double(newest.reduce(0) { $0 + $1.offset }) / Double(max(1, newest.count))
    }
    #expect(meanRank(fresh) < meanRank(plain))
  }
}

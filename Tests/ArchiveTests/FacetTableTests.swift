import Articles
import Testing

@testable import Archive

/// Facets that are counted by the table of an archive against those that are read from its index.
struct FacetTableTests {
  private static let queries = [
    "Constanta terminal", "Constanta", "-xyzzyx", "lang:uk", "silos grain port ship", "the", "outlet:kestrel",
    "xyzzyx",
    "drone OR harbour",
  ]

  @Test(arguments: queries, [1, 2, 10, 1_000])
  func `a table counts what the index has`(query: String, limit: Int) throws {
    let archive = try Corpus.archive()
    let prepared = try PreparedSearch(query, SearchOptions(), in: archive)
    let ranking = CandidateRanking(archive: archive, query: prepared.query)
    let answers = try QueryAnswers(most: prepared.query, ranking: ranking, in: archive)
    let read = try FacetCounter(archive: archive, answers: answers, limit: limit).facets(FacetField.allCases)
    let table = try FacetTable(archive.reader)
    let counted = try TabledFacets(archive: archive, table: table, answers: answers, limit: limit)
      .facets(FacetField.allCases)
    #expect(counted == read)
  }

  @Test func `an archive that is asked again and again gives the same counts`() throws {
    let archive = try Archive(path: Corpus.archive().path)
    var options = SearchOptions(limit: 3)
    options.facets = FacetField.allCases
    let first = try archive.search("grain terminal", options: options).facets
    #expect(first?.facets.allSatisfy { !$0.values.isEmpty } == true)
    for _ in 0..<3 {
      #expect(try archive.search("grain terminal", options: options).facets == first)
    }
    #expect(try archive.facetMemory.table(archive.reader) != nil)
  }

  @Test func `texts are told apart as their fingerprints are`() {
    // Every article against all before it: with half of the fingerprints of an earlier one, with fewer, with none at all.
    let articles: [[UInt64]] = [
      [1, 2, 3, 4], [1, 2, 9, 10], [1, 20, 21, 22], [], [20, 21, 22, 1, 1], [9, 10], [30], [30, 31, 32], [],
    ]
    var builder = TextPrintsBuilder()
    for article in articles { builder.add(article) }
    let prints = builder.made()
    for some in [[0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 4, 5], [7, 8], []] {
      var distinct = DistinctTexts()
      let expected = some.map { distinct.text(of: Set(articles[$0])) }
      let found = prints.texts(of: some)
      #expect(found.texts == expected && found.count == distinct.count)
    }
  }

  @Test func `a fingerprint of very many texts is not looked at`() {
    // A thousand texts with one line in common, of which some pairs are one text besides.
    let articles = (0..<1_000).map { number -> [UInt64] in
      let pair: UInt64 = 1_000 + UInt64(number / 2)
      return [7, pair, 5_000 + UInt64(number)]
    }
    var builder = TextPrintsBuilder()
    var distinct = DistinctTexts()
    for article in articles { builder.add(article) }
    let expected = articles.map { distinct.text(of: Set($0)) }
    let found = builder.made().texts(of: Array(articles.indices))
    #expect(found.texts == expected && found.count == distinct.count)
  }
}

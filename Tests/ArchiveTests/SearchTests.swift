import Archive
import Articles
import Ranking
import Testing

/// Searches in the corpus.
struct SearchTests {
  private func found(
    _ query: String, _ grouping: ResultGrouping = .article, limit: Int = 60
  ) throws -> [String] {
    let options = SearchOptions(limit: limit, grouping: grouping)
    return try Corpus.archive().search(query, options: options).results.map(\.article.id)
  }

  // MARK: Words

  @Test(arguments: [
    ("goat", "kestrel/school-goat"), ("violin", "names-ohara"), ("coal oven", "voice-bread"),
    ("delivery drone", "drone-kr40"), ("typographer letter", "names-cyrillic"), ("comet", "tweet-science"),
    ("茶馆", "zh-tea"), ("ελιές", "el-elia"), ("телескоп", "ru-telescope"), ("phare", "fr-phare"),
    ("archivo gato", "es-archivo"), ("Getreideterminal", "de-hafen"), ("مكتبة", "ar-maktaba"),
    ("KR-40", "drone-kr40"), ("title:violin", "names-ohara"), ("id:kelp-a", "kelp-a"),
  ])
  func `the article that a query means comes first`(query: String, id: String) throws {
    #expect(try found(query).first == id)
  }

  @Test func `a word finds its other forms`() throws {
    #expect(try found("inspectors") == found("inspector"))
    #expect(try found("inspectors").contains("rail-pause"))
  }

  @Test func `accents and case do not count`() throws {
    #expect(try Set(found("TOLEGEN")) == Set(found("Tölegen")))
    #expect(try found("tölegen").contains("president-visit"))
  }

  @Test func `a designation is not found in longer ones`() throws {
    for text in try Corpus.archive().search("\"KR-4\"").results.map(\.extract.text) {
      #expect(!text.isEmpty)
    }
    #expect(try found("KR-77").isEmpty)
  }

  // MARK: Operators

  @Test func `a phrase is found where its words stand together`() throws {
    #expect(try Set(found("\"grain terminal\"")).isSuperset(of: ["harbour-wire", "harbour-echo"]))
    #expect(try found("\"terminal grain\"").isEmpty)
  }

  @Test func `an excluded word is in none of the passages`() throws {
    let all = Set(try found("Constanta", .none))
    let without = Set(try found("Constanta -Rotterdam", .none))
    #expect(!without.isEmpty && without.isSubset(of: all))
    for result in try Corpus.archive().search(
      "Constanta -Rotterdam", options: .init(limit: 60, grouping: .none)
    )
    .results {
      let text = try Corpus.archive().record(ofArticle: result.article.id).article.text
      #expect(!String(decoding: Array(text.utf8)[result.passage], as: UTF8.self).contains("Rotterdam"))
    }
  }

  @Test func `AND narrows and OR widens`() throws {
    let both = Set(try found("goat AND school"))
    let either = Set(try found("goat OR violin"))
    #expect(both == ["kestrel/school-goat"])
    #expect(either == ["kestrel/school-goat", "names-ohara"])
  }

  @Test(arguments: [
    "foo:bar", "\"unclosed", "tea AND", "", "***", "date:2024-13", "date:tomorrow", "a NEAR/x b", "(goat",
    "goat)",
  ])
  func `a query that cannot be read is an error, not a guess`(_ query: String) throws {
    let archive = try Corpus.archive()
    #expect {
      _ = try archive.search(query)
    } throws: { error in
      guard case ArchiveError.query = error else { return false }
      return true
    }
  }

  @Test func `a word that no article has is told`() throws {
    let results = try Corpus.archive().search("goat xylophonist")
    #expect(results.results.map(\.article.id) == ["kestrel/school-goat"])
    #expect(results.notices.count == 1)
    #expect(results.notices[0].contains("xylophonist"))
  }

  @Test func `a query as long as an article is answered`() throws {
    let text = try Corpus.archive().record(ofArticle: "glacier-lab").article.text
    let words = String(text.map { $0.isLetter ? $0 : " " })
    #expect(try found(words).first == "glacier-lab")
  }

  // MARK: Fields

  @Test(arguments: [
    ("outlet:\"The Eastern Post\"", ["harbour-verbatim"]),
    ("outlet:\"міський вісник\"", ["uk-tram"]),
    ("lang:uk", ["uk-tram", "uk-tram-copy"]), ("lang:de", ["de-hafen"]),
    ("date:2024-04-22", ["fair-day"]), ("date:2024-06", ["tunnel-printed"]), ("date:2023", []),
    ("date:2024-02-15..2024-02-16", ["bridge-capital", "bridge-region"]),
    ("after:2024-05", ["es-archivo", "tunnel-printed"]),
    ("place:\"La Palma\"", ["tweet-local", "tweet-science"]), ("place:Atlantis", []),
    ("person:Barker", ["two-barkers"]), ("person:\"Denise Barker\"", ["two-barkers"]),
    ("place:Constanta place:Hamburg", ["de-hafen"]), ("id:kelp-c", ["kelp-c"]), ("id:none", []),
  ])
  func `a field finds the articles that have it`(query: String, ids: [String]) throws {
    #expect(try found(query).sorted() == ids)
  }

  @Test(arguments: ["place:\"United States\"", "place:US", "place:U.S.", "place:America"])
  func `the United States are one place by any name`(_ query: String) throws {
    #expect(try found(query) == ["treaty-us"])
  }

  @Test func `a family name alone finds everybody of that name`() throws {
    let found = Set(try found("person:O'Hara"))
    #expect(found.isSuperset(of: ["names-ohara", "harbour-wire"]))
    #expect(try !self.found("person:\"Niamh O'Hara\"").contains("harbour-wire"))
  }

  // MARK: Grouping

  @Test func `the wire story is one result with all its outlets`() throws {
    let results = try Corpus.archive().search("fire grain terminal ships anchor").results
    #expect(results.count { $0.article.id.hasPrefix("harbour-") } == 1)
    let first = try #require(results.first)
    let outlets = Set([first.article.outlet] + first.repeats.map(\.article.outlet)).compactMap { $0 }
    #expect(
      Set(outlets).isSuperset(of: ["Meridian Wire", "The Eastern Post", "Rapid Nine", "Steppe Herald"]))
    #expect(outlets.count >= 9)
  }

  @Test func `a text that is credited to one of its outlets is shown as that outlet has it`() throws {
    let results = try Corpus.archive().search("fire grain terminal ships anchor").results
    let first = try #require(results.first)
    #expect(first.article.id == "harbour-wire" && first.isOrigin)
    #expect(first.repeats.map(\.article.id).contains("harbour-source"))
    #expect(!results.dropFirst().contains { $0.article.id.hasPrefix("harbour-") })
  }

  @Test func `one result an article names each copy`() throws {
    let ids = try found("fire grain terminal ships anchor")
    #expect(Set(ids).count == ids.count)
    #expect(ids.count { $0.hasPrefix("harbour-") } == 10)
  }

  @Test func `one result a passage names an article as often as it answers`() throws {
    let ids = try found("harbour terminal grain fire", .none)
    #expect(ids.count > Set(ids).count)
  }

  @Test(arguments: ["text", "article", "none"].compactMap(ResultGrouping.init))
  func `ranks are counted from one, scores fall, pages fit together`(_ grouping: ResultGrouping) throws {
    let archive = try Corpus.archive()
    func page(_ limit: Int, _ offset: Int) throws -> [SearchResult] {
      try archive.search(
        "people of the town", options: .init(limit: limit, offset: offset, grouping: grouping)
      )
      .results
    }
    let all = try page(12, 0)
    #expect(all.map(\.rank) == Array(1...all.count))
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
    let pages = try page(5, 0) + page(5, 5) + page(2, 10)
    #expect(pages.map(\.article.id) == all.map(\.article.id))
    #expect(pages.map(\.rank) == all.map(\.rank))
    #expect(try page(5, 1_000).isEmpty)
  }

  @Test func `results come in the order of their dates when that is asked for`() throws {
    for (order, isInOrder) in [(ResultOrder.oldest, { $0 <= $1 }), (.newest, { $0 >= $1 })]
      as [(ResultOrder, (String, String) -> Bool)]
    {
      let dates = try Corpus.archive().search("-xyzzyx", options: .init(limit: 60, order: order))
        .results
        .compactMap { $0.article.published?.description.prefix(10) }.map(String.init)
      #expect(dates.count > 5)
      #expect(zip(dates, dates.dropFirst()).allSatisfy { isInOrder($0, $1) }, "\(order)")
    }
  }

  @Test(arguments: [ResultOrder.oldest, .newest])
  func `articles without a date come last in an order of dates`(_ order: ResultOrder) throws {
    let options = SearchOptions(limit: 60, grouping: .article, order: order)
    let dates = try Corpus.archive().search("pear OR tree OR goat OR town", options: options).results
      .map { $0.article.published != nil }
    #expect(dates.contains(true) && dates.contains(false))
    #expect(!dates.drop { $0 }.contains(true))
  }

  // MARK: Repeats and extracts

  @Test func `a repeat has the share of the passage that it repeats, and where`() throws {
    let archive = try Corpus.archive()
    let result = try #require(
      try archive.search("id:harbour-wire", options: .init(grouping: .article)).results.first)
    let repeats = Dictionary(uniqueKeysWithValues: result.repeats.map { ($0.article.id, $0) })
    let copy = try #require(repeats["harbour-verbatim"])
    #expect(copy.evidence == .verbatim && copy.share == 1)
    let edited = try #require(repeats["harbour-edited"])
    #expect(edited.evidence == .edited && edited.share > 0.4 && edited.share < 1)
    #expect(
      repeats["kestrel/harbour-night"] == nil && repeats["de-hafen"] == nil && repeats["harbour-wire"] == nil)
  }

  @Test(arguments: ["fire grain terminal ships anchor", "ministry statement bridge", "date:2024-03", "tram"])
  func `every repeat says where it has the passage`(_ query: String) throws {
    let archive = try Corpus.archive()
    for result in try archive.search(query, options: .init(limit: 30)).results {
      for repeated in result.repeats {
        #expect((0...1).contains(repeated.share))
        #expect(!repeated.spans.isEmpty, "\(repeated.article.id) under \(result.article.id)")
        let length = try archive.record(ofArticle: repeated.article.id).article.text.utf8.count
        #expect(repeated.spans.allSatisfy { $0.upperBound <= length })
      }
    }
  }

  @Test func `marks are the words found, within the passage`() throws {
    let archive = try Corpus.archive()
    let results = try archive.search("violin judges", options: .init(limit: 5)).results
    try #require(!results.isEmpty)
    for result in results {
      let text = Array(try archive.record(ofArticle: result.article.id).article.text.utf8)
      #expect(!result.extract.marks.isEmpty || result.extract.pieces.allSatisfy { !$0.isMatch })
      for mark in result.extract.marks {
        #expect(result.passage.contains(mark.lowerBound) && mark.upperBound <= result.passage.upperBound)
        let word = String(decoding: text[mark], as: UTF8.self).lowercased()
        #expect(word.hasPrefix("violin") || word.hasPrefix("judge"), "\(word)")
      }
    }
  }

  @Test func `an article of which passages are found has the entities of its passage`() throws {
    let result = try #require(try Corpus.archive().search("comet La Palma").results.first)
    #expect(result.entities.contains { $0.entityClass == .place && $0.name == "La Palma" })
    #expect(Set(result.entities).count == result.entities.count)
  }

  @Test func `articles are ranked for evaluation in the order of the search`() throws {
    let archive = try Corpus.archive()
    let ranked = try archive.rankedArticles("harbour fire", options: .init(limit: 5))
    let shown = try archive.search("harbour fire", options: .init(limit: 5, grouping: .article)).results
    #expect(ranked.articles.map(\.id) == shown.map(\.article.id))
  }

  @Test(arguments: ["harbour fire", "comet", "the harbour of La Palma"])
  func `words score the same whichever way articles are found`(query: String) throws {
    let archive = try Corpus.archive()
    let options = SearchOptions(limit: 50, grouping: .article)
    let direct = try archive.search(query, options: options)
    let filtered = try archive.search(query + " -zzzzz", options: options)
    #expect(!direct.results.isEmpty)
    #expect(direct.results.map(\.article.id) == filtered.results.map(\.article.id))
    #expect(direct.results.map(\.score) == filtered.results.map(\.score))
    #expect(direct.results.map(\.passage) == filtered.results.map(\.passage))
  }

  @Test func `the parts of a search are timed`() throws {
    let timings = try Corpus.archive().search("harbour fire").timings
    #expect(timings.ranking > .zero && timings.extracts > .zero && timings.repeats > .zero)
    #expect(timings.total >= timings.ranking + timings.extracts + timings.repeats)
  }
}

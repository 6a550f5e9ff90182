import Archive
import Articles
import Formats
import FoundationEssentials
import Query
import TestSupport
import Testing

/// What goes wrong in queries to Xapian's own parser, and what people expect instead, each asked of an archive.
struct QueryTrapTests {
  private static let texts = [
    "hyphen": "The ZT-180 was seen over the bay. Officials called it a no-limits exercise.",
    "space": "The ZT 180 was seen over the lake. There were no limits to the exercise.",
    "joined": "The ZT180 was seen over the dam. Nolimits is the name of the exercise.",
    "jet-hyphen": "A Su-27 landed on Friday during the COVID-19 lockdown.",
    "jet-space": "A Su 27 landed on Sunday, when Covid 19 was over.",
    "jet-joined": "A Su27 landed on Thursday, before anybody spoke of COVID19.",
    "country-dots": "Diplomats from the U.S. met the press. Between us, nothing was said.",
    "country-plain": "Diplomats from the US met the press.",
    "band": "The Who played in the square, and nobody asked who they were.",
    "agency": "The WHO published its yearly report on malaria.",
    "words": "Nobody knows the people who live by the old square.",
    "accents": "El élan de la élite: Ljubljana, Zürich, Kraków and Señor Núñez.",
    "plain": "An elan that Zurich and Krakow had not seen since Senor Nunez.",
    "number": "The town spent 1,250,000 crowns on 3.5 kilometres of pavement.",
    "warning": "The service warned of ice; its warnings went unheard, as most warning does.",
    "drone": "A drone fell into the garden and the owner of the dog complained.",
    "drones": "Drones were banned. The ban came after a long and rather tedious debate about dogs.",
  ]

  private static let home = Result { try TemporaryFolder() }

  private static let made = Result {
    let folder = try home.get()
    let lines = texts.keys.sorted().enumerated().map { day, id in
      """
      {"id": "\(id)", "outlet": "The Évening Post", "language": "en", "published": "2024-03-\(day + 10)", \
      "title": "Item \(id)", "text": "\(texts[id, default: ""])", \
      "entities": [{"class": "person", "name": "\(id == "drone" ? "Antony Blinken" : "Ann Other")"}]}
      """
    }
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index)
  }

  private func results(_ query: String) throws -> SearchResults {
    try Self.made.get().search(query, options: .init(limit: 50, grouping: .article))
  }

  private func found(_ query: String) throws -> [String] { try results(query).results.map(\.article.id) }

  private func message(of query: String) throws -> String {
    do {
      _ = try found(query)
      return ""
    } catch ArchiveError.query(let error) {
      return error.description
    }
  }

  // MARK: What Xapian's parser does

  @Test func `an excluded word alone finds everything without it, the newest first`() throws {
    let ids = try found("-drone")
    #expect(ids.count == Self.texts.count - 2)
    #expect(!ids.contains("drone") && !ids.contains("drones"))
    #expect(ids.first == "words")
  }

  @Test func `NOT at the beginning excludes`() throws {
    #expect(try Set(found("NOT drone")) == Set(found("-drone")))
  }

  @Test(arguments: ["drone AND", "drone OR", "AND drone", "drone NOT", "drone NEAR/3"])
  func `an operator without words is an error that names it`(query: String) throws {
    let name = try #require(query.split(separator: " ").map(String.init).first { $0 != "drone" })
    #expect(try message(of: query).contains("\(name) needs words on both sides"))
  }

  @Test func `an unknown field is an error that lists the fields`() throws {
    let message = try message(of: "foo:bar")
    for field in [
      "title:", "outlet:", "person:", "org:", "place:", "lang:", "date:", "after:", "before:", "id:",
    ] {
      #expect(message.contains(field), "\(field)")
    }
  }

  @Test(arguments: [
    "outlet:\"the évening post\"", "outlet:\"THE EVENING POST\"", "OUTLET:\"The  Évening Post\"",
  ])
  func `fields are found in any case and with any accents`(query: String) throws {
    #expect(try found(query).count == Self.texts.count)
  }

  @Test func `a query of fields alone is in the order of dates, not in none`() throws {
    let dates = try results("lang:en after:2024-03-12").results.compactMap(\.article.published)
    #expect(dates.count == Self.texts.count - 2)
    #expect(dates == dates.sorted(by: >))
  }

  @Test func `a prefix finds words that begin so, and says when it is too short`() throws {
    #expect(try Set(found("dron*")) == ["drone", "drones"])
    #expect(try found("warning*").contains("warning"))
    #expect(try found("malari* square").first == "agency", "a rare prefix counts for the order")
    #expect(try found("title:dron*").sorted() == ["drone", "drones"])
    #expect(try message(of: "dr*").contains("at least 3 letters"))
  }

  // MARK: Words however they are written

  @Test(arguments: ["ZT-180", "ZT180", "zt180", "ZT 180", "\"ZT-180\"", "zt\u{2011}180"])
  func `a designation is found however it is written`(query: String) throws {
    let ids = try Set(found(query))
    #expect(ids.isSuperset(of: query.contains("\"") ? ["hyphen", "space"] : ["hyphen", "space", "joined"]))
    #expect(!ids.contains("jet-hyphen"))
  }

  @Test(arguments: ["Su-27", "Su27", "su 27", "SU-27", "COVID-19", "covid19", "Covid 19"])
  func `a name with a number is found however it is written`(query: String) throws {
    #expect(try Set(found(query)) == ["jet-hyphen", "jet-space", "jet-joined"])
  }

  @Test(arguments: ["no-limits", "nolimits", "\"no limits\""])
  func `a hyphenated word is found in two words and in one`(query: String) throws {
    let ids = try Set(found(query))
    #expect(ids.contains("hyphen"))
    if query == "no-limits" { #expect(ids == ["hyphen", "space", "joined"]) }
    if query.hasPrefix("\"") { #expect(ids == ["hyphen", "space"]) }
  }

  @Test(arguments: ["U.S.", "US", "U.S", "u.s."])
  func `an abbreviation is found with and without dots`(query: String) throws {
    #expect(try Set(found(query)).isSuperset(of: ["country-dots", "country-plain"]))
  }

  @Test func `a phrase of small words is found as it stands`() throws {
    #expect(try found("\"The Who\"").sorted() == ["agency", "band"])
    #expect(try found("\"who they were\"") == ["band"])
    #expect(try found("WHO malaria").first == "agency")
  }

  @Test(arguments: [("élan", "elan"), ("Zürich", "zurich"), ("KRAKÓW", "krakow"), ("Núñez", "nunez")])
  func `accents do not count on either side`(with: String, without: String) throws {
    #expect(try Set(found(with)) == ["accents", "plain"])
    #expect(try Set(found(without)) == ["accents", "plain"])
  }

  @Test(arguments: ["1250000", "1,250,000", "3.5"])
  func `numbers are found with and without their commas`(query: String) throws {
    #expect(try found(query) == ["number"])
  }

  @Test func `NEAR counts positions in both directions`() throws {
    #expect(try found("garden NEAR/4 drone") == ["drone"])
    #expect(try found("drone NEAR/4 garden") == ["drone"])
    #expect(try found("drone NEAR/3 garden").isEmpty)
  }

  @Test(arguments: ["Antony Blinken", "Blinken", "A. Blinken", "Tony Blinken", "BLINKEN"])
  func `a person is found by any of the names`(name: String) throws {
    #expect(try found("person:\"\(name)\"") == ["drone"])
  }

  // MARK: Nothing found

  @Test func `what stands in quotes must be there, and words beside it add to the order`() throws {
    let quoted = try found("\"warning\"")
    #expect(try Set(found("\"warning\" drone")) == Set(quoted))
    #expect(try found("drone").count > quoted.count)
  }

  @Test(arguments: [
    ("drone person:Atlantis", "no article names the person \"Atlantis\""),
    ("drone \"garden of the drone\"", "nothing matches \"garden of the drone\""),
    ("drone AND \"garden owner\"", "nothing matches \"garden owner\""),
    ("drone date:1999", "nothing matches date:1999"),
    ("drone NEAR/1 complained", "nothing matches drone NEAR/1 complained"),
    ("xyzzyx*", "nothing matches xyzzyx*"),
    ("drone AND malaria", "each part of the query matches something, but no article matches them all"),
    ("drone AND zzzyx", "no article has the word \"zzzyx\""),
  ])
  func `a query that nothing answers says which part`(query: String, notice: String) throws {
    let results = try results(query)
    #expect(results.results.isEmpty == !notice.isEmpty)
    #expect(
      notice.isEmpty ? results.notices.isEmpty : results.notices.contains { $0.contains(notice) },
      "\(results.notices)")
  }

  @Test func `a misspelt word is asked back, with the results of what was typed`() throws {
    let results = try results("dronne garden")
    #expect(results.results.map(\.article.id) == ["drone"])
    #expect(results.notices.contains { $0.contains("no article has the word \"dronne\"") })
  }
}

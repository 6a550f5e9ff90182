import Archive
import Articles
import Reprints
import Testing

/// Whose text a text is, and two articles side by side.
struct CheckTests {
  private func text(_ id: String) throws -> String { try Corpus.archive().record(ofArticle: id).article.text }

  @Test func `a text of the archive is found at all outlets that have it, the origin first`() throws {
    let matches = try Corpus.archive().matches(of: try text("harbour-wire"))
    #expect(matches.first?.article.id == "harbour-wire")
    #expect(matches.first?.share == 1)
    #expect(matches.first?.report.relation == .reprint)
    #expect(matches.count { $0.article.id.hasPrefix("harbour-") } == 10)
    #expect(matches.map(\.share) == matches.map(\.share).sorted(by: >))
  }

  @Test func `two paragraphs of a story name it and its copies`() throws {
    let draft = try text("glacier-lab").components(paragraphs: 0..<2)
    let matches = try Corpus.archive().matches(of: draft)
    #expect(matches.first?.article.id == "glacier-lab")
    #expect(matches.first?.report.relation == .reprint)
  }

  @Test func `a draft that quotes a post is told to share the quotation`() throws {
    let draft = try text("tweet-local").components(paragraphs: 1..<9)
    let matches = try Corpus.archive().matches(of: draft)
    #expect(matches.first { $0.article.id == "tweet-science" }?.report.relation == .quotes)
  }

  @Test(arguments: [
    "", " \n\t", "!", "Nobody wrote these words about a purple tortoise in the archive before today.",
  ])
  func `a text of nobody's is found nowhere`(_ text: String) throws {
    #expect(try Corpus.archive().matches(of: text).isEmpty)
  }

  @Test func `no more matches are named than asked for`() throws {
    #expect(try Corpus.archive().matches(of: try text("harbour-wire"), limit: 3).count == 3)
  }

  @Test func `the spans of a match lie in the text and in the article`() throws {
    let draft = "Some words of our own. " + (try text("kelp-a"))
    for match in try Corpus.archive().matches(of: draft) {
      let length = try text(match.article.id).utf8.count
      for span in match.report.spans {
        #expect(span.a.upperBound <= draft.utf8.count && span.b.upperBound <= length)
      }
    }
  }

  // MARK: Compare

  @Test(arguments: try KnownPair.all())
  func `a comparison of two agrees with the report on all`(_ known: KnownPair) throws {
    let comparison = try Corpus.archive().compare(known.ids.a, with: known.ids.b)
    let reported = try Corpus.reprints()[known.ids]?.report.relation ?? .none
    // Two articles that share nothing but a headline in a sidebar: the report does not even look at them.
    #expect(
      comparison.report.relation == reported
        || (reported, comparison.report.relation) == (.none, .boilerplate))
    #expect(comparison.a.article.id == known.ids.a && comparison.b.article.id == known.ids.b)
  }

  @Test func `a comparison the other way round says the same`() throws {
    let archive = try Corpus.archive()
    let one = try archive.compare("harbour-wire", with: "harbour-cut").report
    let other = try archive.compare("harbour-cut", with: "harbour-wire").report
    #expect(one.relation == other.relation)
    #expect(one.containmentA == other.containmentB && one.containmentB == other.containmentA)
  }

  @Test func `an article is a reprint of itself`() throws {
    let report = try Corpus.archive().compare("kelp-a", with: "kelp-a").report
    #expect(report.relation == .reprint && report.containmentA == 1 && report.containmentB == 1)
    #expect(report.direction == .unknown)
  }

  @Test func `an article that is not there cannot be compared`() throws {
    let archive = try Corpus.archive()
    #expect(throws: ArchiveError.unknownArticle(id: "none")) { try archive.compare("kelp-a", with: "none") }
    #expect(throws: ArchiveError.unknownArticle(id: "none")) { try archive.compare("none", with: "kelp-a") }
  }

  @Test(arguments: ["paris-name", "ledger-eels", "voice-chess", "drone-kr40"])
  func `standing text is learned for outlets that have some`(_ id: String) throws {
    let ranges = try Corpus.archive().standingText(inArticle: id)
    let length = try text(id).utf8.count
    #expect(!ranges.isEmpty)
    #expect(ranges.allSatisfy { $0.upperBound <= length })
  }

  @Test(arguments: ["dam-first", "dam-update", "harbour-wire", "kestrel/school-goat"])
  func `an update is no standing text`(_ id: String) throws {
    #expect(try Corpus.archive().standingText(inArticle: id).isEmpty)
  }

  // MARK: Entities

  @Test func `entities are listed by how many passages name them`() throws {
    let places = try Corpus.archive().entities(.place, limit: 500)
    #expect(places.map(\.passages) == places.map(\.passages).sorted(by: >))
    #expect(places.contains { $0.key == "constanta" && $0.passages >= 9 })
    #expect(try Corpus.archive().entities(.place, limit: 3).count == 3)
  }

  @Test func `entities are listed that are named with another`() throws {
    let archive = try Corpus.archive()
    let places = try archive.entities(.place, with: "Okafor", limit: 10).map(\.key)
    #expect(places.contains("la palma") && !places.contains("vienna"))
    let people = try archive.entities(.person, with: "Ines Okafor", limit: 10).map(\.key)
    #expect(!people.contains { $0.contains("okafor") })
    #expect(try archive.entities(.place, with: "Nobody Atall", limit: 10).isEmpty)
  }

  @Test func `an entity is found by any form of its name`() throws {
    let found = try Corpus.archive().entities(named: "Barker", .person)
    #expect(found.count >= 2)
    #expect(try Corpus.archive().entities(named: "U.S.", .place).count == 1)
    #expect(try Corpus.archive().entities(named: "Nobody Atall", .person).isEmpty)
  }
}

extension String {
  /// Some paragraphs of the text.
  fileprivate func components(paragraphs: Range<Int>) -> String {
    let all = split(separator: "\n\n")
    return all[paragraphs.clamped(to: all.indices)].joined(separator: "\n\n")
  }
}

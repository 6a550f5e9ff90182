import Archive
import Articles
import Reprints
import TestSupport
import Testing

/// One story in English, German and Russian, cut and changed on the way, and another report of the same event.
struct TranslatedArticlesTests {
  private static let english = [
    "Fire shuts grain terminal in Constanta as fourteen ships wait.",
    "A fire broke out on Tuesday morning in the largest grain terminal of the Romanian port of Constanta.",
    "Fourteen ships are waiting at anchor because loading was stopped at 5:40 in the morning.",
    "The director of the port, Marin Dobrescu, said that 46,000 tonnes of wheat are stored in the burning silos.",
    "Two workers were taken to hospital with light injuries.",
    "Firefighters from three towns are still trying to save the neighbouring warehouse.",
    "The company Danubia Cereals, which owns the terminal, expects losses of 12 million euros.",
    "The government in Bucharest promised help to the farmers whose harvest was destroyed.",
  ]

  private static let german = [
    "Feuer legt Getreideterminal in Constanta lahm, vierzehn Schiffe warten.",
    "Im größten Getreideterminal des rumänischen Hafens Constanta ist am Dienstagmorgen ein Feuer ausgebrochen.",
    "Vierzehn Schiffe warten vor Anker, weil das Laden um 5:40 Uhr morgens gestoppt wurde.",
    "Der Direktor des Hafens, Marin Dobrescu, sagte, dass 46.000 Tonnen Weizen in den brennenden Silos lagern.",
    "Feuerwehrleute aus drei Städten versuchen noch, das benachbarte Lagerhaus zu retten.",
    "Die Firma Danubia Cereals, der das Terminal gehört, erwartet Verluste von 14 Millionen Euro.",
    "Die Regierung in Bukarest versprach den Bauern Hilfe, deren Ernte zerstört wurde.",
  ]

  private static let other = [
    "Wheat prices rise after blaze at Black Sea port.",
    "Wheat futures in Paris climbed four percent on Tuesday after news of a blaze at the port of Constanta.",
    "Analysts at the brokerage Halden called the reaction overdone, since Romanian exports peak in August.",
    "Marin Dobrescu, who runs the port, could not say when ships would be loaded again.",
    "Insurers sent their first inspectors in the afternoon.",
    "Egypt, the largest buyer of Romanian wheat, said that its stocks last for five months.",
    "A spokesman of the union complained that sprinklers had not been tested since 2019.",
  ]

  private static let home = Result { try TemporaryFolder() }

  /// An archive of some articles: id, outlet, day of May 2024, sentences.
  private static func archive(
    _ name: String, _ articles: [(id: String, outlet: String, day: Int, text: [String])]
  ) throws -> Archive {
    let folder = try home.get()
    let lines = articles.map { article in
      """
      {"id": "\(article.id)", "outlet": "\(article.outlet)", "published": "2024-05-0\(article.day)", \
      "text": "\(article.text.joined(separator: " "))"}
      """
    }
    let file = try folder.write("\(name).jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.path + "/" + name).run(paths: [file])
    return try Archive(path: folder.path + "/" + name)
  }

  private static let made = Result {
    try archive(
      "one",
      [
        ("wire", "Harbour Wire", 7, english), ("blatt", "Hafenblatt", 7, german),
        ("market", "Market Post", 7, other), ("again", "Selby Post", 7, english),
      ])
  }

  private func archive() throws -> Archive { try Self.made.get() }

  // MARK: Comparing

  @Test func `a translation is told with the sentences that correspond as evidence`() throws {
    let comparison = try archive().compare("blatt", with: "wire")
    let report = comparison.report
    #expect(report.relation == .translation)
    #expect(report.confidence >= 0.8 && report.containmentA > 0.9 && report.containmentB > 0.7)
    let (a, b) = (Array(comparison.a.article.text.utf8), Array(comparison.b.article.text.utf8))
    let pairs = report.spans.map { span in
      (String(decoding: a[span.a], as: UTF8.self), String(decoding: b[span.b], as: UTF8.self))
    }
    let line = try #require(pairs.first { $0.0.contains("46.000") })
    #expect(line.0 == Self.german[3] && line.1 == Self.english[3])
    #expect(pairs.count == 7)
  }

  @Test func `what was left out and changed on the way is told`() throws {
    let comparison = try archive().compare("blatt", with: "wire")
    let changes = comparison.report.changes
    #expect(changes.first?.kind == .changed && changes.first?.weight == .number)
    #expect(changes.first?.wordsA == "14" && changes.first?.wordsB == "12")
    let text = Array(comparison.b.article.text.utf8)
    let added = changes.filter { $0.kind == .added }.map { String(decoding: text[$0.b], as: UTF8.self) }
    #expect(added == [Self.english[4]])
  }

  @Test func `the segments cover both texts, each byte once and in order`() throws {
    let comparison = try archive().compare("blatt", with: "wire")
    var (a, b) = (0, 0)
    for segment in comparison.segments {
      if !segment.a.isEmpty { #expect(segment.a.lowerBound == a) }
      if !segment.b.isEmpty { #expect(segment.b.lowerBound == b) }
      (a, b) = (max(a, segment.a.upperBound), max(b, segment.b.upperBound))
    }
    #expect(a == comparison.a.article.text.utf8.count && b == comparison.b.article.text.utf8.count)
    #expect(comparison.segments.contains { $0.kind == .translated })
  }

  @Test func `who has it from whom is not said where nothing tells`() throws {
    let report = try archive().compare("blatt", with: "wire").report
    #expect(report.direction == .unknown && report.basis.isEmpty && report.credit == .none)
  }

  @Test func `a credit tells who has it from whom`() throws {
    let credited = Self.german + ["Das berichtet Harbour Wire."]
    let archive = try Self.archive(
      "credited", [("wire", "Harbour Wire", 7, Self.english), ("blatt", "Hafenblatt", 8, credited)])
    let report = try archive.compare("blatt", with: "wire").report
    #expect(report.relation == .translation && report.direction == .aFromB)
    #expect(report.source == "Harbour Wire")
  }

  @Test func `another report of the event in another language is no translation`() throws {
    #expect(try archive().compare("blatt", with: "market").report.relation == .none)
  }

  // MARK: Checking

  @Test(arguments: [(german, "wire"), (english, "blatt")])
  func `a text is found by its translation, in both directions`(text: [String], id: String) throws {
    let matches = try archive().matches(of: text.joined(separator: " "))
    let match = try #require(matches.first { $0.article.id == id && $0.evidence == .translation })
    #expect(match.report.relation == .translation && match.share > 0.7)
    #expect(!matches.contains { $0.article.id == "market" })
  }

  @Test func `a text in an archive of one language is not translated`() throws {
    let archive = try Self.archive("english", [("wire", "Harbour Wire", 7, Self.english)])
    #expect(try archive.matches(of: Self.german.joined(separator: " ")).isEmpty)
  }

  // MARK: The report

  @Test func `the report has translations, and the family has them as members`() throws {
    let report = try archive().reprints()
    let translations = report.pairs.filter { $0.report.relation == .translation }
    #expect(translations.map { "\($0.a.id) \($0.b.id)" } == ["again blatt", "blatt wire"])
    let family = try #require(report.families.first)
    #expect(report.families.count == 1)
    #expect(Set(family.articles.map(\.id)) == ["again", "blatt", "wire"])
    #expect(family.outlets == 3 && family.texts == 1)
    let branch = try #require(family.tree.first { $0.article == "blatt" })
    #expect(branch.translationOf != nil && branch.parent == nil)
    #expect(family.tree.count == 3)
  }

  @Test func `a translation whose original nobody else has makes a family of two`() throws {
    let archive = try Self.archive(
      "two", [("wire", "Harbour Wire", 2, Self.english), ("blatt", "Hafenblatt", 7, Self.german)])
    let family = try #require(try archive.reprints().families.first)
    #expect(family.articles.map(\.id) == ["wire", "blatt"])
    #expect(family.origin.article == "wire")
    let branch = try #require(family.tree.last)
    #expect(branch.article == "blatt" && branch.parent == "wire" && branch.translationOf == "wire")
  }

  @Test func `other relations alone are reported where they are asked for`() throws {
    let report = try archive().reprints(options: ReprintOptions(relations: [.reprint]))
    #expect(report.pairs.allSatisfy { $0.report.relation == .reprint })
  }
}

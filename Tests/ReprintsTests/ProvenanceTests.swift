import Articles
import Testing
import TextAnalysis

@testable import Reprints

struct ProvenanceTests {
  private let body = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt.

    Lifeboats from three harbours brought everyone ashore before nightfall.
    """

  private func text(_ body: String, outlet: String?, day: Int? = nil) -> ComparableText {
    ComparableText(
      AnalysedText(body), outlet: outlet,
      published: day.flatMap { ArticleDate(year: 2021, month: 5, day: $0) })
  }

  @Test func `a copy that names its original is credited`() {
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette"), text("LOWMERE GAZETTE: \(body)", outlet: "Selby Post"))
    #expect(report.direction == .bFromA)
    #expect(report.credit == .creditedAndCopied)
    #expect(report.source == "Lowmere Gazette")
  }

  @Test func `an agency's text in two papers comes from a third`() {
    let report = RelationClassifier().report(
      text("LOWMERE (AP) — \(body)", outlet: "Lowmere Gazette"),
      text("LOWMERE (AP) — \(body)", outlet: "Selby Post"))
    #expect(report.direction == .bothFromThird)
    #expect(report.source == "AP")
    #expect(report.credit == .creditedAndCopied)
  }

  @Test func `a credit that one of two copies dropped is lost on the way`() {
    let report = RelationClassifier().report(
      text("LOWMERE (AP) — \(body)", outlet: "Lowmere Gazette"), text(body, outlet: "Selby Post"))
    #expect(report.credit == .lostOnTheWay)
  }

  @Test func `without credits the one that is days earlier has it first, and nobody is accused`() {
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette", day: 4), text(body, outlet: "Selby Post", day: 2))
    #expect(report.direction == .aFromB)
    #expect(report.credit == .none)
    #expect(report.basis.contains("2021-05-02"))
  }

  @Test(arguments: [2, 3])
  func `dates of one day and of the next do not say who was first`(_ day: Int) {
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette", day: day), text(body, outlet: "Selby Post", day: 2))
    #expect(report.direction == .unknown)
    #expect(report.basis.isEmpty)
  }

  @Test func `a copy of what an outlet says it found out itself is without credit where none is found`() {
    let own = "\(body)\n\nThe rudder had failed before, an engineer told the Lowmere Gazette in the spring."
    let report = RelationClassifier().report(
      text(own, outlet: "Lowmere Gazette", day: 2), text(body, outlet: "Selby Post", day: 9))
    #expect(report.direction == .bFromA)
    #expect(report.credit == .copiedWithoutCredit)
    let cut = text(String(body.dropLast(12)) + "…", outlet: "Selby Post", day: 9)
    #expect(
      RelationClassifier().report(text(own, outlet: "Lowmere Gazette", day: 2), cut).credit == .none)
  }

  @Test(arguments: ["Lowmere Gazette Online", "www.lowmeregazette.example", "The Lowmere Gazette"])
  func `what one outlet has twice is its own`(_ other: String) {
    let report = RelationClassifier().report(
      text(body, outlet: "www.lowmeregazette.example", day: 2),
      text(body, outlet: "m.lowmeregazette.example", day: 4))
    #expect(report.credit == .withinOutlet)
    #expect(report.direction == .bFromA)
    #expect(SourceName.mayBeOneHouse("Lowmere Gazette", other))
  }

  @Test func `an address is a credit of the outlet that is found there`() {
    let original = ComparableText(
      AnalysedText(body), outlet: "Lowmere Gazette", url: "https://www.gazette.example/ondine")
    let copy = text("\(body)\n\nSource: https://gazette.example/ondine", outlet: "Selby Post", day: 1)
    let report = RelationClassifier().report(original, copy)
    #expect(report.direction == .bFromA)
    #expect(report.source == "Lowmere Gazette")
    #expect(report.credit == .creditedAndCopied)
  }

  @Test func `an unknown name in a dateline is a source where both carry it`() {
    let signed = "LOWMERE, 4 May (Harrow Wire) — \(body)"
    let both = RelationClassifier().report(
      text(signed, outlet: "Lowmere Gazette"), text(signed, outlet: "Selby Post"))
    #expect(both.direction == .bothFromThird)
    #expect(both.source == "Harrow Wire")
    let one = RelationClassifier().report(
      text(signed, outlet: "Lowmere Gazette"), text(body, outlet: "Selby Post"))
    #expect(one.direction == .unknown)
  }

  @Test func `a byline of the record is a credit`() {
    let copy = ComparableText(
      AnalysedText(body), outlet: "Selby Post", byline: "By Jane Doe, Associated Press")
    let report = RelationClassifier().report(text(body, outlet: "Lowmere Gazette", day: 2), copy)
    #expect(report.direction == .bothFromThird)
    #expect(report.source == "AP")
  }

  @Test(arguments: [
    "The Lone Star State reported more rain.", "He called it Fake News and said that fake news reported it.",
    "READ MORE NEWS: All of it.",
  ])
  func `what is no outlet is no source`(_ sentence: String) {
    #expect(CreditReader.credits(in: AnalysedText(sentence)).isEmpty)
  }

  @Test func `a month is neither before nor after its days`() throws {
    let month = try #require(ArticleDate(year: 2021, month: 5))
    let vague = ComparableText(AnalysedText(body), outlet: "Lowmere Gazette", published: month)
    let report = RelationClassifier().report(vague, text(body, outlet: "Selby Post", day: 2))
    #expect(report.direction == .unknown)
  }

  @Test func `a date that cannot be is not believed`() throws {
    let impossible = try #require(ArticleDate(year: 1, month: 11, day: 30))
    let undated = ComparableText(AnalysedText(body), outlet: "Lowmere Gazette", published: impossible)
    let report = RelationClassifier().report(undated, text(body, outlet: "Selby Post", day: 2))
    #expect(undated.published == nil)
    #expect(report.direction == .unknown)
  }

  @Test func `naming a source of which nothing is copied is credited not copied`() {
    let other = "Trains were late again, the Lowmere Gazette reported, and nobody knows when that will end."
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette"), text(other, outlet: "Selby Post"))
    #expect(report.credit == .creditedNotCopied)
  }

  @Test func `credits that a copy dropped are named`() {
    let original = "\(body)\n\nThe rudder had failed before, an engineer told CNN in the spring."
    let report = RelationClassifier().report(
      text(original, outlet: "Lowmere Gazette"), text("LOWMERE GAZETTE: \(body)", outlet: "Selby Post"))
    #expect(report.droppedCredits == ["CNN"])
  }
}

/// Credits that count for where they stand.
struct ProvenanceOfPlaceTests {
  private let lead =
    "The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt."
  private let wire =
    "Lifeboats from three harbours brought everyone ashore before nightfall, the harbour master told AFP."
  private let rest = """
    Divers will look at the hull when the storm is over, and the company has cancelled its sailings until Friday.
    """

  private func report(_ a: String, _ b: String) -> PairReport {
    RelationClassifier().report(
      ComparableText(AnalysedText(a), outlet: "Lowmere Gazette"),
      ComparableText(AnalysedText(b), outlet: "Selby Post"))
  }

  @Test func `what somebody told an agency in a sentence that both share is the agency's`() {
    let text = "\(lead)\n\n\(wire)\n\n\(rest)"
    let report = report(text, text.replacing(", the harbour master told AFP", with: ""))
    #expect(report.direction == .bothFromThird)
    #expect(report.source == "AFP")
  }

  @Test func `an agency that two articles cite elsewhere says nothing of the sentence that they share`() {
    let a =
      "\(lead)\n\nThe mayor told AFP that the pier needs work, and that the town has no money to pay for it."
    let b =
      "\(lead)\n\nA fisherman told AFP of a night on the quay, of soup, of blankets and of the lights at sea."
    let report = report(a, b)
    #expect(report.relation == .partial)
    #expect(report.direction == .unknown)
    #expect(report.source == nil)
  }

  @Test(arguments: ["Reuters - Ap - Afp", "With Reuters and AFP", "Source: Gazette staff and agencies"])
  func `a line of agencies signs the text`(_ line: String) {
    let credits = CreditReader.credits(in: AnalysedText("\(lead)\n\n\(rest)\n\n\(line)"))
    #expect(!credits.isEmpty)
    #expect(credits.allSatisfy { $0.kind == .text && $0.strength >= .named })
  }

  @Test func `an agency before the date of the day is a credit of the text`() {
    let credits = CreditReader.credits(
      in: AnalysedText("Ferry aground off Lowmere AFP Tuesday 6 Aug 2013 \(lead)"))
    #expect(credits.map(\.source) == ["AFP"])
    #expect(credits.map(\.strength) == [.attributed])
  }

  @Test func `an agency that quotes a paper has it from there`() {
    let editorial = """
      Whoever keeps a harbour keeps a promise, and a promise that is kept only in fair weather is none at all. The company \
      knew that the rudder was weak, and it let the ferry sail with two hundred people on board.
      """
    let agency = "\(lead)\n\n“\(editorial)” the Lowmere Gazette wrote on Tuesday.\n\n\(rest)"
    let report = RelationClassifier().report(
      ComparableText(AnalysedText(editorial), outlet: "Lowmere Gazette"),
      ComparableText(AnalysedText(agency), outlet: "Reuters"))
    #expect(report.relation == .partial || report.relation == .reprint)
    #expect(report.direction == .bFromA)
    #expect(report.source == "Lowmere Gazette")
  }

  @Test func `the folder of an address names the wire`() {
    #expect(WebAddress.agencies(inPathOf: "https://gazette.example/aponline/2017/12/27/ferry.html") == ["AP"])
    #expect(WebAddress.agencies(inPathOf: "https://gazette.example/wires/pa/article-1.html") == ["PA"])
    #expect(WebAddress.agencies(inPathOf: "https://gazette.example/news/maps/ferry-ap.html") == [])
  }

  @Test func `an institution is called by its name`() {
    let body =
      "\(lead)\n\nResearchers of the University of Selby have measured the current there for years.\n\n\(rest)"
    let report = RelationClassifier().report(
      ComparableText(AnalysedText(body), outlet: "news.selby.ac.uk", url: "https://news.selby.ac.uk/ondine"),
      ComparableText(AnalysedText(body), outlet: "Lowmere Gazette"))
    #expect(report.source == "University of Selby")
  }

  @Test(arguments: [
    ("据新华社报道,渡轮在港口附近搁浅。", "Xinhua"), ("新华社北京5月14日电 渡轮在港口附近搁浅。", "Xinhua"),
    ("Паром сел на мель, сообщает ТАСС.", "TASS"),
    ("Паром сел на мель, передает РИА Новости.", "RIA Novosti"),
    ("جنحت العبارة قرب الميناء، بحسب رويترز.", "Reuters"),
    ("La chaloupe a chaviré, selon Reuters.", "Reuters"),
  ])
  func `agencies are found in other scripts and languages`(_ text: String, _ source: String) {
    #expect(CreditReader.credits(in: AnalysedText(text)).map(\.source) == [source])
  }

  @Test(arguments: [
    ("晨报", "据《晨报》报道,渡轮在港口附近搁浅,二百一十四名乘客全部获救,海事部门已经展开调查,预计下周公布结果。"),
    (
      "Новая газета",
      "Паром сел на мель у входа в гавань, сообщает «Новая газета». Все 214 пассажиров спасены, погибших нет."
    ),
  ])
  func `an outlet that is cited in its own script is credited`(_ outlet: String, _ copy: String) {
    let report = RelationClassifier().report(
      ComparableText(AnalysedText(copy), outlet: outlet),
      ComparableText(AnalysedText(copy), outlet: "Selby Post"))
    #expect(report.direction == .bFromA)
    #expect(report.credit == .creditedAndCopied)
  }

  @Test func `a headline behind a label names no source`() {
    let text = "Sources: guard made prison employee feel special\n\n\(lead)\n\n\(rest)"
    #expect(CreditReader.credits(in: AnalysedText(text)).isEmpty)
  }
}

/// What a user says of outlets; serial, since a list holds for the whole process.
@Suite(.serialized)
struct OutletListTests {
  private let body = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt.

    Lifeboats from three harbours brought everyone ashore before nightfall.
    """

  @Test func `names and hosts that a list joins are one outlet`() throws {
    let list = """
      # Houses of the coast
      Quillmere Gazette = Die Quillpost = quillpost.example
      """
    SourceName.use(try OutletList(parsing: list))
    defer { SourceName.use(OutletList()) }
    let one = ComparableText(AnalysedText(body), outlet: "Die Quillpost")
    let other = ComparableText(AnalysedText(body), outlet: nil, url: "https://www.quillpost.example/ondine")
    #expect(one.outletName == "Quillmere Gazette")
    #expect(RelationClassifier().report(one, other).credit == .withinOutlet)
  }

  @Test func `without a list they are two`() {
    let one = ComparableText(AnalysedText(body), outlet: "Die Quillpost")
    let other = ComparableText(AnalysedText(body), outlet: "Quillmere Gazette")
    #expect(RelationClassifier().report(one, other).credit != .withinOutlet)
  }

  @Test(arguments: [
    ("Lowmere Gazette", "line 1 joins no names"), ("A = B\nC = ", "line 2 joins no names"),
    ("A = B\nC = B", "“B” is already a name of A"),
  ])
  func `a list that says nothing clear is refused with the line`(_ text: String, _ message: String) {
    #expect(performing: { try OutletList(parsing: text) }, throws: { "\($0)".contains(message) })
  }
}

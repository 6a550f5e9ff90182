import Articles
import Entities
import Testing

struct AliasFileTests {
  private func key(_ text: String) -> EntityKey { EntityKey(entityClass: .person, text: text) }

  @Test func `names on one line are one entity, over lines too`() throws {
    let file = try AliasFile(
      parsing: "# people\nperson: Antony Blinken = Tony Blinken\n\nperson: Tony Blinken = A. J. Blinken\n")
    #expect(file.joins(key("blinken antony"), key("blinken a j")))
    #expect(file.representative(of: key("blinken a j")) == key("blinken antony"))
    #expect(file.shownName(of: key("blinken tony")) == "Antony Blinken")
  }

  @Test func `names parted are two entities`() throws {
    let file = try AliasFile(parsing: "person: George W. Bush != George H. W. Bush")
    #expect(file.splits(key("bush george h w"), key("bush george w")))
    #expect(!file.joins(key("bush george w"), key("bush george h w")))
  }

  @Test func `what is said of one name of a group holds for all`() throws {
    let file = try AliasFile(
      parsing: "person: George W. Bush != George Bush\nperson: George W. Bush = Dubya")
    #expect(file.splits(key("dubya"), key("bush george")))
    #expect(file.others(of: key("dubya")) == [key("bush george w")])
    #expect(file.others(of: key("lee ann")).isEmpty)
  }

  @Test(arguments: [
    ("Blinken = Tony", AliasFileError.noClass(line: 1, "Blinken = Tony")),
    ("\nanimal: Cat = Dog", AliasFileError.unknownClass(line: 2, "animal")),
    ("person: Blinken =", AliasFileError.emptyName(line: 1)),
    ("person: Blinken", AliasFileError.oneName(line: 1, " Blinken")),
    (
      "person: Ann Lee = Anna Lee\nperson: Ann Lee != Anna Lee",
      AliasFileError.contradiction("lee ann", "lee anna")
    ),
  ])
  func `a line that cannot be used is an error that names it`(text: String, error: AliasFileError) {
    #expect(throws: error) { try AliasFile(parsing: text) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end as on any system`(end: String) throws {
    let lines = ["# names", "person: John Smith = Peter Jones", "", "person: Maria Lopez = Hans Weber"]
    let file = try AliasFile(parsing: lines.joined(separator: end) + end)
    #expect(file.joins(key("smith john"), key("jones peter")))
    #expect(file.joins(key("lopez maria"), key("weber hans")))
    #expect(!file.joins(key("smith john"), key("lopez maria")))
    #expect(throws: AliasFileError.noClass(line: 2, "nobody")) {
      try AliasFile(parsing: ["person: Ann Smith = Anna Smith", "nobody"].joined(separator: end))
    }
  }
}

import Query
import Testing

struct StopListTests {
  @Test(arguments: [
    ("the state of the drone", "state drone"),
    ("the who", "the who"),
    ("The", "The"),
    ("\"The Who\" on stage", "(\"The Who\" OR stage) AND \"The Who\""),
    ("WHO warns of the flu", "WHO warns flu"),
    ("THE WHO ON STAGE", "STAGE"),
    ("the AND drone", "the AND drone"),
    ("the drone -of", "drone AND NOT of"),
    ("us troops in may", "us troops may"),
    ("don’t look up", "look"),
    ("drones, e.g. in war", "drones war"),
    ("die Lage in der Ukraine", "Lage Ukraine"),
    ("people die in war", "people die war"),
    ("la guerre en Ukraine et les sanctions", "guerre Ukraine sanctions"),
    ("война в Украине и санкции", "война Украине санкции"),
    ("lang:de war OR lage", "lage AND lang:de"),
    ("the date:2023", "the AND date:2023"),
  ])
  func `words that only bind others are left out`(query: String, expected: String) throws {
    let query = try QueryParser.parse(query)
    #expect(query.withoutStopWords(StopList.list(for: query)).description == expected)
  }
}

import TestSupport
import Testing

/// Names, as the command joins and parts them.
struct EntitiesCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  /// Indexes one article a text, each of an outlet of its own.
  private func index(_ texts: [String]) async throws {
    let lines = texts.enumerated().map { number, text in
      #"{"id":"a\#(number)","outlet":"Outlet \#(number)","text":"\#(text)"}"#
    }
    try tool.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    let outcome = try await tool.run("index", "--quiet", "articles.jsonl")
    try #require(outcome.code == 0, "\(outcome.errors)")
  }

  private func keys(_ arguments: String...) async throws -> [String] {
    try await tool.run(["entities", "--json"] + arguments).objects().compactMap { $0["key"]?.string }
  }

  private static let ministers = [
    "Antony Blinken met reporters in Kyiv on Monday. Blinken said that talks would go on.",
    "Anthony Blinken flew to Berlin on Tuesday, his office said.",
    "The minister Waldo Winken spoke in Oslo. Winken said little else.",
  ]

  @Test func `spellings of one name are joined, with the reason`() async throws {
    try await index(Self.ministers)
    let found = try await tool.run("entities", "--json", "--class", "person", "Antony Blinken").objects()
    #expect(found.map { $0["key"]?.string } == ["blinken antony", "blinken anthony"])
    #expect(found.map { $0["reason"]?.string } == ["same", "given name"])
    #expect(found[0]["name"]?.string == "Antony Blinken")
  }

  @Test func `a wrong joining is undone by an alias file, without indexing again`() async throws {
    try await index(Self.ministers)
    try tool.write("names.txt", "# Two people.\nperson: Antony Blinken != Anthony Blinken\n")
    let arguments = ["--aliases", "names.txt", "--class", "person"]
    let found = try await tool.run(["entities", "--json", "Antony Blinken"] + arguments).objects()
    #expect(found.map { $0["key"]?.string } == ["blinken antony"])
    let query = #"person:"Antony Blinken""#
    #expect(try await tool.run("search", "--json", query).objects().count == 2)
    let parted = try await tool.run("search", "--json", "--aliases", "names.txt", query).objects()
    #expect(parted.map { $0["article"]?.string } == ["a0"])
  }

  @Test func `names that share no letter are joined by an alias file`() async throws {
    try await index(Self.ministers)
    try tool.write("names.txt", "person: Antony Blinken = Waldo Winken\n")
    let found = try await tool.run(
      "entities", "--aliases", "names.txt", "--json", "--class", "person", "Waldo Winken"
    ).objects()
    #expect(found.map { $0["key"]?.string } == ["winken waldo", "blinken antony", "blinken anthony"])
    #expect(found.map { $0["reason"]?.string } == ["same", "alias", "given name"])
    let results = try await tool.run(
      "search", "--json", "--aliases", "names.txt", #"person:"Waldo Winken""#)
    #expect(try results.objects().count == 3)
  }

  @Test func `the list counts what is joined as one, under the name that the alias file shows`() async throws
  {
    try await index(Self.ministers)
    try tool.write("names.txt", "person: Tony Blinken = Antony Blinken\n")
    let listed = try await tool.run("entities", "--aliases", "names.txt", "--json", "--class", "person")
      .objects()
    let blinken = try #require(listed.first { $0["name"]?.string == "Tony Blinken" })
    #expect(blinken["passages"]?.number == 2)
    #expect(Set(blinken["variants"]?.array?.compactMap(\.string) ?? []).count == 1)
    #expect(listed.count == 2)
  }

  @Test func `an alias file that cannot be read is an error with file and line`() async throws {
    try await index(Self.ministers)
    try tool.write("names.txt", "\nperson Antony Blinken = Tony Blinken\n")
    for command in [["entities"], ["search", "kyiv"]] {
      let outcome = try await tool.run(command + ["--aliases", "names.txt"])
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("names.txt: line 2") && outcome.errors.contains("no class"))
    }
    #expect(try await tool.run("entities", "--aliases", "nowhere.txt").code == 2)
  }

  @Test func `places carry their country and where they lie`() async throws {
    try await index(Self.ministers)
    let places = try await tool.run("entities", "--json", "--class", "place").objects()
    let kyiv = try #require(places.first { $0["name"]?.string == "Kyiv" })
    #expect(kyiv["country"]?.string == "UA")
    #expect(abs((kyiv["latitude"]?.number ?? 0) - 50.45) < 0.1)
    #expect(try await tool.run("entities", "--class", "place").output.contains("Kyiv  (UA 50."))
  }

  @Test func `tags of the record hold for every passage, and are marked as given`() async throws {
    let paragraph = String(
      repeating: "Rain fell on the harbour all night and the boats stayed in. ", count: 20)
    let record =
      #"{"id":"a","text":"\#(paragraph)The ferry was late.","entities":[{"class":"person","name":"Ida Holm"}]}"#
    try tool.write("articles.jsonl", record + "\n")
    #expect(try await tool.run("index", "articles.jsonl").code == 0)
    let found = try await tool.run("search", "--json", #"person:"Ida Holm" ferry"#).objects()
    let entities = try #require(found.first?["entities"]?.array)
    #expect(entities.contains { $0["name"]?.string == "Ida Holm" && $0["given"] != nil })
    #expect(try await tool.run("search", "ferry").output.contains("Ida Holm (given)"))
    #expect(try await tool.run("show", "a").output.contains("Ida Holm (given)"))
  }
}

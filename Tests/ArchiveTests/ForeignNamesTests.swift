import Archive
import Articles
import FoundationEssentials
import TestSupport
import Testing

/// Names of an archive in English and Russian, and one language without a model.
struct ForeignNamesTests {
  private static let texts = [
    (
      "en-1", "en",
      "Secretary of State Antony Blinken met President Volodymyr Zelensky in Kyiv on Monday, aides said."
    ),
    (
      "ru-1", "ru",
      "Госсекретарь Энтони Блинкен приехал в Киев в понедельник. Перед встречей с Блинкеном президент Владимир "
        + "Зеленский говорил с журналистами. Слова Зеленского передали агентства."
    ),
    (
      "ru-2", "ru",
      "В понедельник в Москве Ивана Лосева спросили о встрече. По словам Лосева, о ней ничего не известно."
    ),
    (
      "cs-1", "cs",
      "Starosta města v pondělí oznámil, že most bude opět otevřen a lodě poplují podle jízdního řádu."
    ),
  ]

  private static let home = Result { try TemporaryFolder() }
  private static let archive = Result {
    let folder = try home.get()
    let lines = texts.map { id, language, text in
      #"{"id":"\#(id)","language":"\#(language)","text":"\#(text)"}"# + "\n"
    }
    let file = try folder.write("news.jsonl", lines.joined())
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index)
  }

  @Test func `a name finds its entity in both scripts, asked for in either`() throws {
    let archive = try Self.archive.get()
    let latin = try archive.entities(named: "Antony Blinken", .person).map(\.key)
    #expect(latin == ["blinken antony", "blinken entoni"])
    let cyrillic = try archive.entities(named: "Энтони Блинкен", .person).map(\.key)
    #expect(Set(cyrillic) == Set(latin))
    #expect(Set(try archive.entities(named: "Blinken", .person).map(\.key)) == Set(latin))
  }

  @Test func `transliterations of one family name meet`() throws {
    let archive = try Self.archive.get()
    #expect(try archive.entities(named: "Зеленський", .person).count == 2)
    #expect(try archive.entities(named: "Volodymyr Zelenskyy", .person).count == 2)
  }

  @Test func `nobody is joined by sound`() throws {
    #expect(try Self.archive.get().entities(named: "Lasev", .person).isEmpty)
    #expect(try Self.archive.get().entities(named: "Иван Лосев", .person).map(\.key) == ["losev ivan"])
  }

  @Test func `languages without a model are told`() throws {
    #expect(try Self.archive.get().status().languagesWithoutModel.map(\.code) == ["cs"])
    #expect(Archive.recognisesNames(in: "ru") && !Archive.recognisesNames(in: "cs"))
  }
}

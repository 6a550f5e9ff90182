import Lexicons
import Testing

struct LexiconTests {
  @Test func `a list is found by its name and language`() {
    #expect(Lexicon(.sourceLabels, "uk")?.entries == ["джерело"])
    #expect(Lexicon(.sourceLabels, "fi") == nil)
    #expect(Lexicon(.stopWords, "en")?.entries.prefix(3) == ["a", "an", "the"])
  }

  @Test func `the lists of a name come by language`() {
    let labels = Lexicon.all(.sourceLabels)
    #expect(labels.map(\.language) == labels.map(\.language).sorted())
    #expect(Set(labels.map(\.language)).isSuperset(of: ["de", "en", "ru", "uk"]))
    #expect(Lexicon.entries(.sourceLabels) == labels.flatMap(\.entries))
  }

  @Test func `bars part the fields of an entry`() {
    #expect(Lexicon(.monthNames, "en")?.records.map(\.first).last == "december")
    #expect(Lexicon(.monthNames, "en")?.records[8] == ["september", "sep", "sept"])
  }

  @Test(arguments: Lexicon.Name.allCases)
  func `every name has a list with entries`(name: Lexicon.Name) {
    #expect(!Lexicon.all(name).isEmpty)
    for list in Lexicon.all(name) { #expect(!list.entries.isEmpty, "\(list.language)/\(name.rawValue)") }
  }
}

import Testing

@testable import Translations

struct DictionaryTests {
  @Test(
    "a word leads to its translations, inflected or not",
    arguments: [
      ("ru", "пшеницы", "wheat"), ("ru", "пожар", "fire"), ("de", "krankenhaus", "hospit"),
      ("de", "bauern", "farmer"),
      ("fr", "maison", "hous"), ("es", "casa", "hous"),
    ])
  func translation(language: String, word: String, english: String) throws {
    let dictionary = try #require(BilingualDictionary(language: language))
    let stemmer = try #require(WordStemmer(language: language))
    let found = dictionary.translations(ofWord: Array(word.utf8), stemmer)
    let spelt = found.map { String(decoding: EnglishStems.table.spelling(of: $0), as: UTF8.self) }
    #expect(spelt.contains(english), "\(spelt)")
  }

  @Test("a German compound that is not listed is tried in two parts")
  func compound() throws {
    let dictionary = try #require(BilingualDictionary(language: "de"))
    let stemmer = try #require(WordStemmer(language: "de"))
    let found = dictionary.translations(ofWord: Array("weizenkrankenhaus".utf8), stemmer)
    let spelt = Set(found.map { String(decoding: EnglishStems.table.spelling(of: $0), as: UTF8.self) })
    #expect(spelt.isSuperset(of: ["wheat", "hospit"]))
  }

  @Test("an unknown word has no translation, an unknown language no dictionary")
  func unknown() throws {
    let dictionary = try #require(BilingualDictionary(language: "ru-RU"))
    let stemmer = try #require(WordStemmer(language: "ru"))
    #expect(dictionary.translations(ofWord: Array("кракозябрища".utf8), stemmer).isEmpty)
    #expect(BilingualDictionary(language: "xx") == nil)
  }

  @Test("a rare stem weighs more than a common one, and every stem is found by its spelling")
  func weights() throws {
    let table = EnglishStems.table
    let (rare, common) = (
      try #require(table.place(of: Array("silo".utf8))), try #require(table.place(of: Array("say".utf8)))
    )
    #expect(table.weight(of: rare) > table.weight(of: common) + 2)
    #expect(table.spelling(of: rare) == Array("silo".utf8))
  }
}

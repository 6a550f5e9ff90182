import Testing
import TextAnalysis

struct StemmerTests {
  private func stem(_ word: String, _ language: String) throws -> String {
    let stemmer = try #require(Stemmer(language: language))
    return Array(word.utf8).withUnsafeBufferPointer { bytes in
      stemmer.withStem(of: bytes) { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("en", "warnings", "warn"), ("de", "drohnen", "drohn"), ("nb", "bilene", "bil"), ("en", "", ""),
    ("el", "κυβέρνησης", "κυβερνησ"), ("ru", "отчётами", "отчет"), ("hi", "लड़कियाँ", "लड़क"),
  ])
  func `words are cut to their stems`(language: String, word: String, expected: String) throws {
    #expect(try stem(word, language) == expected)
  }

  @Test(arguments: ["uk", "zh", "klingon", "", "none", "english"])
  func `a language without a stemmer has none`(language: String) {
    #expect(Stemmer(language: language) == nil)
  }
}

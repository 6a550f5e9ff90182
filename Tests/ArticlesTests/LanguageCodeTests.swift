import Testing

@testable import Articles

struct LanguageCodeTests {
  @Test(
    arguments: [
      ("en", "en"), ("EN", "en"), ("en-US", "en"), ("pt_BR", "pt"), ("eng", "en"), ("English", "en"),
      ("ger", "de"),
      ("deu", "de"), ("ukrainian", "uk"), ("zh-Hans", "zh"), ("zz", "zz"), ("unknown", nil), ("", nil),
      ("e1", nil),
      ("xyz", nil),
    ] as [(String, String?)])
  func `a declared language becomes a code of two letters`(declared: String, expected: String?) {
    #expect(LanguageCode.normalised(declared) == expected)
  }
}

import Testing

@testable import Formats

struct TextFileTests {
  @Test(
    arguments: [
      ("Headline\n\nText", "Headline"), ("\n \r\n\t Headline \r\nText", "Headline"), ("One line", "One line"),
      ("Überschrift\rText", "Überschrift"), ("\n\n", nil), ("", nil),
      ("\u{FEFF}\nHeadline", "Headline"), (" \u{A0}\nHeadline", "Headline"),
      (String(repeating: "a", count: 300) + "\nb", String(repeating: "a", count: 300)),
      (String(repeating: "a", count: 301) + "\nb", nil),
    ] as [(String, String?)])
  func `the headline is the first line that is not blank`(text: String, expected: String?) {
    #expect(TextFile.headline(of: text) == expected)
  }
}

import Presentation
import Testing

/// Text from outside in the languages that the program writes.
struct EscapingTests {
  /// Scalars that join what follows or precedes them into one character, so that looking for characters misses it.
  static let joiners = ["\u{600}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{1F1E6}", "\u{1F3FD}", "\u{110BD}"]

  @Test(arguments: joiners)
  func `markup is escaped whatever stands around it`(_ joiner: String) {
    let text = HTMLText.escaped("\(joiner)<img src=\"x\(joiner)\" onerror=a&b>\(joiner)")
    let scalars = text.unicodeScalars
    #expect(!scalars.contains("<") && !scalars.contains(">") && !scalars.contains("\""))
    #expect(scalars.count { $0 == "&" } == 5)
  }

  @Test func `text without markup is the same in HTML`() {
    let text = "Zoë's “tea”\n\tis tea – 茶, שלום"
    #expect(HTMLText.escaped(text) == text)
  }

  @Test(arguments: ["\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}"])
  func `controls are shown as replaced in HTML`(_ control: String) {
    #expect(HTMLText.escaped("a\(control)b") == "a\u{FFFD}b")
  }

  @Test(arguments: [
    ("https://u.example/a?b=c&d#e", "https://u.example/a?b=c&amp;d#e"),
    ("HTTP://u.example", "HTTP://u.example"),
    ("javascript:alert(1)", nil), (" https://u.example", nil), ("data:text/html,x", nil),
    ("//u.example", nil),
    ("https://u.example/\" onclick=\"x", nil), ("https://u.example/\u{202E}", nil), ("java\nscript:x", nil),
    ("", nil),
  ])
  func `only addresses of the web are links`(address: String, link: String?) {
    #expect(HTMLText.link(address) == link)
  }

  @Test func `fields keep all marks of a letter, and no writing is changed`() {
    for text in ["e\u{301}\u{323}", "Tiê\u{301}ng Viê\u{323}t", String(repeating: "茶", count: 99)] {
      #expect(TableText.csvField(text).utf8.elementsEqual(text.utf8))
    }
  }

  @Test(arguments: joiners)
  func `fields of a table keep their borders`(_ joiner: String) {
    #expect(TableText.csvField("a\(joiner),b").hasPrefix("\""))
    #expect(
      Array(TableText.csvField("a\(joiner)\"\(joiner)").unicodeScalars)
        == Array("\"a\(joiner)\"\"\(joiner)\"".unicodeScalars))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u{FF1D}1", "\r\n=1"])
  func `no field is a formula`(_ text: String) {
    #expect(TableText.csvField(text).hasPrefix("'"))
  }

  @Test func `a formula with commas is quoted too`() {
    #expect(TableText.csvField("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")
  }

  @Test func `plain fields stay as they are`() {
    #expect(TableText.csvField("The Hill Echo") == "The Hill Echo")
    #expect(TableText.csvField("a=b") == "a=b")
    #expect(TableText.csvField("") == "")
  }

  @Test func `a string of DOT ends where it should`() {
    #expect(TableText.dotString("a\"b\\") == "\"a\\\"b\\\\\"")
    #expect(TableText.dotString("a", "b\nc") == "\"a\\nb c\"")
    #expect(TableText.dotString("\u{600}\"];x") == "\"\u{600}\\\"];x\"")
  }

  @Test func `a column of a run has no white space`() {
    #expect(TableText.trecColumn("q1 Q0 forged 1 99.0\nq2") == "q1_Q0_forged_1_99.0_q2")
    #expect(TableText.trecColumn(" a\u{2028}b\u{3000}c ") == "a_b_c")
    #expect(TableText.trecColumn("\n") == "_")
  }

  @Test func `a terminal gets no controls`() {
    let controls =
      (0..<0x20).map { UInt32($0) } + Array(0x7F..<0xA0) + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for value in controls where value != 0x0A {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(TerminalText.harmless("a\(Character(scalar))b") == "a b")
      #expect(TerminalText.harmlessLine("a\(Character(scalar))b") == "a b")
    }
    #expect(TerminalText.harmless("a\nb\tc") == "a\nb c")
    #expect(TerminalText.harmless("a\nb\tc", keepsTabs: true) == "a\nb\tc")
    #expect(TerminalText.harmlessLine("a\r\nb\u{2028}c") == "a  b c")
    #expect(TerminalText.harmlessLine("a\u{200F}b") == "ab")
  }
}

import TextAnalysis
import Testing

struct LanguageDetectorTests {
  private static let english =
    "The council met on Tuesday and decided that the bridge will be repaired this summer."

  @Test func `a text of one language is told`() {
    #expect(LanguageDetector().language(of: Self.english) == "en")
    #expect(LanguageDetector().language(of: Self.english.uppercased()) == "en")
  }

  @Test(arguments: ["", "Hello", "1,250 3.5 2024 --- 77", "\u{0} \u{1}", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"])
  func `of a text with few letters nothing is said`(text: String) {
    #expect(LanguageDetector().language(of: text) == nil)
  }

  @Test func `of a text of two languages in equal parts nothing is said`() {
    let german =
      "Der Stadtrat hat am Dienstag beschlossen, dass die Brücke noch in diesem Sommer erneuert wird."
    #expect(LanguageDetector().language(of: Self.english + " " + german) == nil)
  }

  @Test func `a long text is told by more than its beginning`() {
    let french = "Le conseil municipal a décidé mardi que le pont sera réparé avant la fin de cet été. "
    let text = Self.english + " " + Self.english + " " + String(repeating: french, count: 30)
    #expect(LanguageDetector().language(of: text) == "fr")
  }

  @Test func `a sample of tables is not enough to tell their language`() {
    var whole = LanguageDetector()
    whole.sampleBytes = whole.enoughBytes
    let text = String(repeating: "May 2/1 D May 2.5 unch\nJun/Jly 12/9 D 48 pct 8.5/10 P\n", count: 40)
    #expect(LanguageDetector().language(of: text) == whole.language(of: text))
  }

  @Test func `a long text is cut between characters`() {
    var detector = LanguageDetector()
    let text = String(repeating: "Управление порта снова открыло северные мосты. ", count: 20)
    for bytes in 200..<208 {
      detector.mostBytes = bytes
      #expect(detector.language(of: text) == "ru")
    }
  }

  @Test(arguments: [
    ("en", "ru", "ru"), ("ru", "uk", "ru"), ("it", "fr", "it"), ("ja", "zh", "ja"), ("en", "zh", "zh"),
    ("sr", "ru", "sr"), ("xx", "en", "xx"), ("ar", "en", "en"),
  ])
  func `what is declared counts, unless its letters are others`(
    declared: String, detected: String, language: String
  ) {
    #expect(LanguageDetector.language(declared: declared, detected: detected) == language)
  }

  @Test func `what is not known of the one is taken from the other`() {
    #expect(LanguageDetector.language(declared: nil, detected: "de") == "de")
    #expect(LanguageDetector.language(declared: "de", detected: nil) == "de")
    #expect(LanguageDetector.language(declared: nil, detected: nil) == nil)
  }
}

import Ranking
import Testing

struct SpellingSuggesterTests {
  private static let words = [
    ("ukraine", 900), ("ukrainian", 400), ("sanctions", 300), ("sanction", 120), ("intelligence", 250),
    ("élysée", 40),
    ("house", 700), ("horse", 30), ("blinken", 80), ("china", 600), ("chine", 1), ("київ", 50),
  ].map { SpellingSuggester.Candidate(word: $0.0, frequency: $0.1) }

  @Test(
    arguments: [
      ("ukriane", 0, "ukraine"), ("Ukrane", 0, "ukraine"), ("sanctoins", 0, "sanctions"),
      ("inteligence", 1, "intelligence"),
      ("intelligance", 0, "intelligence"), ("hose", 0, "house"), ("chine", 1, "china"), ("elysee", 0, nil),
      ("elisee", 0, "élysée"),
      ("blinkin", 0, "blinken"), ("кїив", 0, "київ"), ("linken", 0, nil), ("zt180", 0, nil), ("ukr", 0, nil),
      ("horse", 30, nil), ("ukraine", 900, nil), ("xylophone", 0, nil), ("blinken", 2, nil), ("", 0, nil),
    ] as [(String, Int, String?)])
  func `a rare word near a frequent one is taken for a slip`(word: String, frequency: Int, expected: String?)
  {
    #expect(SpellingSuggester().suggestion(for: word, frequency: frequency, among: Self.words) == expected)
  }
}

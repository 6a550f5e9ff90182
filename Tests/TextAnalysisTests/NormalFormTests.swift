import Testing
import TextAnalysis

/// Words that are one in spite of how they are written, and words that are not.
struct NormalFormTests {
  private func hashes(_ text: String, _ language: String? = nil) -> [UInt64] {
    AnalysedText(text, language: language).tokens.filter(\.isWord).map(\.hash)
  }

  private func words(_ text: String, _ language: String? = nil) -> [String] {
    let analysed = AnalysedText(text, language: language)
    return analysed.tokens.filter(\.isWord).map { String(decoding: analysed.lowercased($0), as: UTF8.self) }
  }

  @Test(arguments: [
    ("Ковалёва", "Ковалева"), ("Счёт", "СЧЕТ"), ("п'ять", "п\u{2BC}ять"), ("п’ять", "п\u{2BC}ять"),
    ("أعلنت", "اعلنت"), ("المحكمة", "المحكمه"), ("الميـــاه", "المياه"), ("لمدّة", "لمدة"), ("فی", "في"),
    ("أوسریک", "أوسريك"), ("ﻻ", "لا"), ("٢٠٢٤", "2024"), ("Ｒｅｐｒｉｓｅ", "reprise"), ("２０２４", "2024"),
    ("ﬁnd", "find"), ("e\u{301}lan", "élan"), ("и\u{306}", "й"), ("за\u{301}мок", "замок"),
    ("Αθήνα", "ΑΘΗΝΑ"), ("λόγος", "λογοσ"), ("שָׁלוֹם", "שלום"), ("irri\u{AD}gation", "irrigation"),
    ("irri\u{AD}\ngation", "irrigation"), ("Xi\u{2BC}an", "Xi’an"), ("ｶﾀｶﾅ", "カタカナ"), ("क़लम", "क\u{93C}लम"),
  ])
  func `letters that are one make one word`(left: String, right: String) {
    #expect(hashes(left) == hashes(right))
    #expect(words(left).map { $0.filter { $0 != "'" } }.joined().utf8.count > 0)
  }

  @Test(arguments: [
    ("й", "и"), ("ґ", "г"), ("ї", "і"), ("ם", "מ"), ("بڑے", "بڑی"), ("の", "ノ"), ("a-\u{AD}b", "ab"),
  ])
  func `letters that are two make two words`(left: String, right: String) {
    #expect(hashes(left) != hashes(right))
  }

  @Test func `stemmers get Latin letters with their diacritics, however they are written`() {
    #expect(words("e\u{301}lan É ｅ\u{301}") == ["élan", "é", "é"])
  }

  @Test(arguments: [
    (
      "fr", "L’eau qu'il but d'abord, aujourd'hui",
      ["l", "eau", "qu", "il", "but", "d", "abord", "aujourd'hui"]
    ),
    ("it", "Dell'acqua l'un", ["dell", "acqua", "l", "un"]),
    ("en", "l'eau O'Neill's", ["l'eau", "o'neill's"]),
    ("tr", "Ankara'da İstanbul'un 2024'te ISI", ["ankara", "istanbul", "2024", "ısı"]),
  ])
  func `a language parts words at its apostrophes`(language: String, text: String, expected: [String]) {
    #expect(words(text, language) == expected)
  }

  @Test func `a word and what is joined to it cover the text`() {
    let text = AnalysedText("L’eau, Ankara’da", language: "fr")
    #expect(text.tokens.map { text.string(of: $0) } == ["L’", "eau", ",", "Ankara’da"])
    let turkish = AnalysedText("Ankara’da", language: "tr")
    #expect(turkish.tokens.map { turkish.string(of: $0) } == ["Ankara’da"])
    #expect(text.isReadByLanguage && !AnalysedText("eau").isReadByLanguage)
  }

  @Test(arguments: [
    ("น้ำมา", ["น้ำ", "มา"]), ("เก้าเมตร", ["เก้า", "เม", "ต", "ร"]), ("ក្រុមហ៊ុន", ["ក្រុ", "ម", "ហ៊ុ", "ន"]),
    ("မြန်မာ", ["မြန်", "မာ"]), ("ລາວ", ["ລາ", "ວ"]), ("GDP ไทย", ["gdp", "ไท", "ย"]),
  ])
  func `scripts without spaces are read by syllables`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `lengths count two Chinese characters and one Thai syllable as a word`() {
    func halves(_ text: String) -> Int { AnalysedText(text).tokens.reduce(0) { $0 + $1.halfWords } }
    #expect(halves("中国") == 2)
    #expect(halves("น้ำมา") == 4)
    #expect(halves("two words, 3") == 6)
  }
}

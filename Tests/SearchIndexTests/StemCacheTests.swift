import Testing

@testable import SearchIndex

/// Words are told apart by their bytes, whatever their hashes.
struct StemCacheTests {
  @Test func `words have numbers of their own, by language and field`() {
    let cache = StemCache()
    let stemmers = ["en", "fr"].map { cache.stemmer(language: $0) }
    var numbers: [String: UInt32] = [:]
    for round in 0..<2 {
      for number in 0..<4_000 {
        let word = "word" + String(number, radix: 7)
        for (language, stemmer) in stemmers.enumerated() {
          for field in [Field.text, .title] {
            let found = Array(word.utf8).withUnsafeBufferPointer {
              cache.number(of: $0, stemmer: stemmer, field: field)
            }
            let key = "\(word) \(language) \(field)"
            if round == 0 { numbers[key] = found } else { #expect(numbers[key] == found) }
          }
        }
      }
    }
    #expect(Set(numbers.values).count == numbers.count)
  }

  @Test func `a word that is too long for a term is not indexed`() {
    let cache = StemCache()
    let stemmer = cache.stemmer(language: "en")
    for count in [201, 255, 256, 1 << 16] {
      let number = [UInt8](repeating: 0x78, count: count).withUnsafeBufferPointer {
        cache.number(of: $0, stemmer: stemmer, field: .text)
      }
      #expect(number == 0)
    }
  }
}

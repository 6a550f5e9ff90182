import Testing
import TextAnalysis

struct HashSetTests {
  @Test func `an empty set has nothing in it`() {
    #expect(HashSet().isEmpty)
    #expect(!HashSet().contains(1))
    #expect(!HashSet().contains(0))
  }

  @Test func `a set has what was put into it, once, and nothing else`() {
    var set = HashSet()
    // Multiples of a high power of two all want the same slot.
    let hashes = (1...1000).map { UInt64($0) << 32 }
    let isNew = (hashes + hashes).map { set.insert($0) }
    #expect(isNew.prefix(hashes.count).allSatisfy { $0 })
    #expect(!isNew.suffix(hashes.count).contains(true))
    #expect(set.count == hashes.count)
    #expect(hashes.allSatisfy(set.contains))
    #expect(!set.contains(0))
    #expect((1...1000).allSatisfy { !set.contains(UInt64($0) << 32 | 1) })
  }

  @Test func `the hash 0 can be put into a set too`() {
    var set = HashSet()
    set.insert(7)
    #expect(!set.contains(0))
    let isNew = [set.insert(0), set.insert(0)]
    #expect(isNew == [true, false])
    #expect(set.contains(0) && set.contains(7) && set.count == 2)
  }

  @Test func `words are listed by the hashes that tokens have`() {
    let set = HashSet(words: "mr mrs\n  dr")
    let tokens = AnalysedText("Mrs Dr. Prof").tokens.filter(\.isWord)
    #expect(tokens.map { set.contains($0.hash) } == [true, true, false])
    #expect(set.count == 3)
  }
}

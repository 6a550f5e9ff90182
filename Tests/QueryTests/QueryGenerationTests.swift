import Query
import Testing

/// Queries made at random, from a fixed seed.
struct QueryGenerationTests {
  @Test func `the normal form of any query parses to an equal query`() throws {
    var generator = QueryGenerator(seed: 20_230_221)
    var read = 0
    for _ in 0..<3_000 {
      let text = generator.group(depth: 0)
      guard let query = try? QueryParser.parse(text) else { continue }
      read += 1
      let again = try QueryParser.parse(query.description)
      #expect(again == query, "\(text) → \(query) → \(again)")
      #expect(again.description == query.description)
    }
    #expect(read > 2_000)
  }

  @Test func `no query crashes, and what is read has a normal form`() throws {
    var generator = QueryGenerator(seed: 42)
    var read = 0
    for _ in 0..<10_000 {
      let text = generator.mutated(generator.group(depth: 0))
      do {
        let query = try QueryParser.parse(text)
        read += 1
        #expect(try QueryParser.parse(query.description) == query, "\(text) → \(query)")
        for leaf in query.leaves { #expect(!query.text(of: leaf).isEmpty) }
      } catch {
        #expect(error.range.upperBound <= text.utf8.count && !error.description.isEmpty, "\(text): \(error)")
      }
      _ = try? QueryParser.parse(plainText: text)
    }
    #expect(read > 1_000)
  }
}

/// Makes queries at random.
private struct QueryGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[next(choices.count)] }

  mutating func group(depth: Int) -> String {
    var text = item(depth: depth)
    for _ in 0..<next(4) {
      text += pick([" ", " ", " ", " AND ", " OR ", " AND NOT ", " -"]) + item(depth: depth)
    }
    return text
  }

  private mutating func item(depth: Int) -> String {
    switch next(depth < 3 ? 9 : 7) {
    case 0, 1, 2: word()
    case 3: "\"" + word() + " " + word() + "\""
    case 4: pick(["drone*", "élan*", "polit*"])
    case 5: word() + " NEAR/4 " + word()
    case 6: field()
    default: "(" + group(depth: depth + 1) + ")"
    }
  }

  private mutating func word() -> String {
    pick([
      "drone", "élan", "ZT-180", "U.S.", "AT&T", "the", "and", "1,000", "3.5", "no-limits",
      "state-of-the-art", "Who",
      "WHO", "China's", "中国经济", "10:30", "9/11", "http://a.example/b?c=d", "x@y.example", "Київ", "C++",
    ])
  }

  private mutating func field() -> String {
    pick([
      "title:drone", "title:\"drone attack\"", "outlet:bbc.co.uk", "outlet:\"El País\"",
      "person:\"Antony Blinken\"",
      "place:Ukraine", "org:NATO", "lang:de", "date:2023", "date:2023-02..2023-03", "date:..2023",
      "after:2022-05-01",
      "before:2023-01", "id:a/1", "title:ZT-180", "title:zivil*", "outlet:A&B",
    ])
  }

  /// A text with some of its characters taken out, doubled, or replaced by others.
  mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let others = Array("\"()-*:+~&|/.,AND OR\u{201C}\u{AB}：＊　\u{301}中\u{0}\n\u{FEFF}🙂e1".unicodeScalars)
    for _ in 0...next(4) {
      let index = next(scalars.count + 1)
      switch next(3) {
      case 0 where index < scalars.count: scalars.remove(at: index)
      case 1 where index < scalars.count: scalars.insert(scalars[index], at: index)
      default: scalars.insert(pick(others), at: index)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

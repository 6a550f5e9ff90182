import Archive
import FoundationEssentials
import Glibc
import Testing

/// Ten thousand queries made of pieces that mean something, cut, repeated and spoilt; the same ones in every run, or others
/// for as many seconds as REPRISE_FUZZ_SECONDS says.
struct MutatedQueryTests {
  private static let pieces = [
    "AND", "OR", "NOT", "NEAR/3", "NEAR/", "NEAR/999999999999999999999", "(", ")", "\"", "'", "“", "”", "-",
    "+", "*",
    "goat*", "*goat", "a*", ":", "title:", "outlet:", "person:", "org:", "place:", "lang:", "lang:de",
    "date:", "after:",
    "before:", "id:", "foo:", "date:2024", "date:2024-13-45", "date:2024..2023", "date:..", "title:\"", "~",
    "^", "&&",
    "||", "\\", "/", "%", "_", "@", "#", "the", "Who", "\"the Who\"", "U.S.", "u.s.", "KR-40", "kr40",
    "Kr 40", "COVID-19",
    "élan", "İstanbul", "ß", "ﬁ", "東京", "العربية", "Київ", "👩‍👩‍👧", "\u{200B}", "\u{202E}", "\u{FEFF}",
    "e\u{301}\u{301}", "\u{10FFFF}", "\0", "\u{1}", "violin", "harbour", "fire", "1,250,000", "3.5", "10:30",
    "9/11",
  ]

  /// A generator with a seed: SplitMix64 of Steele, Lea and Flood (OOPSLA 2014, figure 4).
  private struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }

  private static func query(_ draw: inout Draw) -> String {
    let count = [1, 2, 2, 3, 4, 6, 12].randomElement(using: &draw) ?? 1
    let space = Int.random(in: 0..<10, using: &draw) < 7 ? " " : ""
    let text = (0..<count).compactMap { _ in pieces.randomElement(using: &draw) }.joined(separator: space)
    switch Int.random(in: 0..<40, using: &draw) {
    case 0: return String(repeating: "(", count: Int.random(in: 1...200, using: &draw)) + text
    case 1: return String(repeating: "NOT ", count: Int.random(in: 1...200, using: &draw)) + text
    case 2: return String(repeating: text, count: Int.random(in: 1...20, using: &draw))
    case 3...8: return spoilt(text, &draw)
    default: return text
    }
  }

  /// A text with some of its bytes changed or gone.
  private static func spoilt(_ text: String, _ draw: inout Draw) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &draw) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &draw)
      if Bool.random(using: &draw) {
        bytes[place] = UInt8.random(in: 0...255, using: &draw)
      } else {
        bytes.remove(at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Asks a query; false where it is refused, with words.
  private func isAnswered(_ query: String, by archive: Archive) throws -> Bool {
    do {
      let results = try archive.search(query, options: .init(limit: 1, grouping: .article))
      #expect(results.results.count <= 1)
      return true
    } catch ArchiveError.query(let error) {
      #expect(!"\(error)".isEmpty)
      return false
    }
  }

  @Test func `whatever is asked gets an answer or a message`() throws {
    let archive = try Corpus.archive()
    let seconds = getenv("REPRISE_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) }
    let start = time(nil)
    var draw = Draw(state: seconds == nil ? 20_241_121 : UInt64(start))
    var (asked, answered) = (0, 0)
    func goesOn() -> Bool {
      if let seconds { return time(nil) < start + seconds }
      return asked < 10_000
    }
    while goesOn() {
      asked += 1
      answered += try isAnswered(Self.query(&draw), by: archive) ? 1 : 0
    }
    #expect(min(answered, asked - answered) > asked / 5)
  }
}

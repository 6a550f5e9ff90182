import Articles
import FoundationEssentials
import Testing

/// Ids, names and paths that Swift takes for equal, and that are not.
struct ByteKeyTests {
  private let composed = "caf\u{E9}"
  private let decomposed = "cafe\u{301}"

  @Test func `texts that differ in bytes are two keys`() {
    #expect(composed == decomposed)
    #expect(ByteKey(composed) != ByteKey(decomposed))
    #expect(ByteKey(composed) == ByteKey(String(composed.unicodeScalars.map(Character.init))))
    #expect(Set([composed, decomposed, composed].map(ByteKey.init)).count == 2)
    #expect(Dictionary(uniqueKeysWithValues: [(ByteKey(composed), 1), (ByteKey(decomposed), 2)]).count == 2)
  }

  @Test func `the order is that of the bytes`() {
    #expect(ByteKey(decomposed) < ByteKey(composed))
    #expect(!(ByteKey(composed) < ByteKey(decomposed)))
    #expect(["b", "é", "a", "z"].map(ByteKey.init).sorted().map(\.text) == ["a", "b", "z", "é"])
  }

  @Test(arguments: ["", "plain/path.txt", "50%", "%41", "%", "%zz", "a%2", "茶/é.txt"])
  func `a key of JSON comes back`(text: String) throws {
    let data = try JSONEncoder().encode([ByteKey(text): 1])
    #expect(data.allSatisfy { $0 < 0x80 })
    #expect(try JSONDecoder().decode([ByteKey: Int].self, from: data) == [ByteKey(text): 1])
  }

  @Test func `keys of JSON that are canonically equivalent stay two`() throws {
    let values = [ByteKey(composed): 1, ByteKey(decomposed): 2]
    #expect(try JSONDecoder().decode([ByteKey: Int].self, from: JSONEncoder().encode(values)) == values)
  }

  @Test func `keys as they were written before are read`() throws {
    let json = Data(#"{"/in/caf\#u{E9}.txt": 1, "/in/50%": 2}"#.utf8)
    let values = try JSONDecoder().decode([ByteKey: Int].self, from: json)
    #expect(values == [ByteKey("/in/caf\u{E9}.txt"): 1, ByteKey("/in/50%"): 2])
  }
}

import Articles
import Entities
import Glibc
import Testing

/// Files of aliases made of pieces that mean something, cut and spoilt.
///
/// Goes on for as many seconds as REPRISE_FUZZ_SECONDS says, else for one.
struct MutatedAliasTests {
  private static let pieces = [
    "person:", "org:", "place:", "animal:", " = ", "=", "!=", " != ", "#", "\n", "\r\n", "\r", "\u{2028}",
    " ", "\t",
    "John Smith", "Smith", "Peter Jones", "J. Smith", "U.S.", "café", "cafe\u{301}", "", ":", "\0",
    "\u{202E}", "茶",
    "\u{301}", "x = y = z",
  ]

  @Test func `any file of aliases is read or refused with its line`() {
    let seconds = getenv("REPRISE_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 1
    let end = time(nil) + seconds
    var (state, read, refused) = (UInt64(seconds > 1 ? time(nil) : 1), 0, 0)
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    repeat {
      var bytes: [UInt8] = []
      for _ in 0...below(14) { bytes += Array(Self.pieces[below(Self.pieces.count)].utf8) }
      if below(3) == 0, !bytes.isEmpty { bytes[below(bytes.count)] = UInt8(below(256)) }
      do {
        let aliases = try AliasFile(parsing: String(decoding: bytes, as: UTF8.self))
        for name in ["John Smith", "café"] {
          _ = EntityKey(name: name, entityClass: .person).flatMap(aliases.shownName)
        }
        read += 1
      } catch {
        #expect(!error.description.isEmpty)
        refused += 1
      }
    } while time(nil) < end
    #expect(read > 0 && refused > 0)
  }
}

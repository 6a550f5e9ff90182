import Testing

@testable import SearchIndex

/// Contents that Xapian would not take as a term.
struct LongTermTests {
  @Test func `what has at most 200 bytes and no NUL stays as it is`() {
    let content = [UInt8](repeating: 97, count: 200)
    #expect(LongTerm.shortened(content) == content)
    #expect(LongTerm.shortened([]) == [])
  }

  @Test func `longer ones are their beginning and the hash of the whole, so that ends tell them apart`() {
    let term = LongTerm.shortened([UInt8](repeating: 97, count: 201))
    // As `sha256sum` has it.
    let hash = "a92efd82109373e58f9a2056dee01e807e216ce6075f7051207c0a9f7d666e50"
    #expect(String(decoding: term, as: UTF8.self) == String(repeating: "a", count: 100) + "#" + hash)
    let other = LongTerm.shortened([UInt8](repeating: 97, count: 200) + [98])
    #expect(other.count == term.count && other != term)
  }

  @Test func `a NUL never stands in a term`() {
    let term = LongTerm.shortened([97, 0, 98])
    let hash = "59b271ae1bbcb1d31d41929817f4b16fb439eb4f31520b5ad1d5ce98920a7138"
    #expect(String(decoding: term, as: UTF8.self) == "ab#" + hash)
  }
}

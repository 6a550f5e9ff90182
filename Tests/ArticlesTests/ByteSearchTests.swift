import Testing

@testable import Articles

struct ByteSearchTests {
  @Test(arguments: [
    ("abcabc", "abc", 0..<3), ("xabc", "bc", 2..<4), ("abc", "abc", 0..<3), ("aab", "ab", 1..<3),
    ("a\0b", "\0b", 1..<3),
  ])
  func `the first place of some bytes is found`(text: String, pattern: String, range: Range<Int>) {
    #expect(Array(text.utf8).firstRange(ofBytes: Array(pattern.utf8)) == range)
    #expect(Array(text.utf8).contains(bytesOf: pattern))
  }

  @Test(arguments: [("abc", "d"), ("abc", "abcd"), ("", "a"), ("abc", ""), ("", "")])
  func `what is not there is not found`(text: String, pattern: String) {
    #expect(Array(text.utf8).firstRange(ofBytes: Array(pattern.utf8)) == nil)
  }

  @Test func `places in a slice are those of its array`() {
    let bytes = Array("abcabc".utf8)
    #expect(bytes[1...].firstRange(ofBytes: Array("abc".utf8)) == 3..<6)
    #expect(bytes[4...].firstRange(ofBytes: Array("abc".utf8)) == nil)
  }
}

import Testing

@testable import Reprints

struct PostingLayoutTests {
  @Test(arguments: [1, 1 << 24, 1 << 24 + 1, 1 << 32])
  func `the last article of a collection has room beside a key`(_ count: Int) {
    let layout = PostingLayout(articleCount: count)
    let key: UInt64 = 0x12_3456_789a
    let entry = layout.packed(key, count - 1)
    #expect(layout.article(of: entry) == count - 1)
    #expect(layout.key(of: entry) == layout.shortened(key))
    #expect(layout.shortened(key) == key & (1 << UInt64(layout.keyBits) - 1))
  }

  @Test func `up to sixteen million articles no bit of a key is left out`() {
    #expect(PostingLayout(articleCount: 1 << 24).keyBits == 40)
    #expect(PostingLayout(articleCount: 1 << 32).keyBits == 32)
  }
}

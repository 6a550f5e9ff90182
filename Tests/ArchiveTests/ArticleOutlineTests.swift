import Articles
import Reprints
import SearchIndex
import Testing

@testable import Archive

struct ArticleOutlineTests {
  private static let whole = ArticleOutline(
    id: "tölegen-1", outlet: "Міський вісник", published: ArticleDate(parsing: "2024-03-05T08:10:00+02:00"),
    sketch: StorySketch(values: [0, 7, 7_000_000, UInt32.max]))

  @Test(arguments: [whole, ArticleOutline(id: "", sketch: StorySketch(values: []))])
  func `an outline comes back from its bytes as it was`(_ outline: ArticleOutline) throws {
    #expect(try ArticleOutline(decoding: outline.encoded()) == outline)
  }

  @Test func `what is no outline is noticed`() {
    let bytes = Self.whole.encoded()
    for count in 0..<bytes.count {
      #expect(throws: RecordReader.Damaged.self) { try ArticleOutline(decoding: Array(bytes[..<count])) }
    }
    #expect(throws: RecordReader.Damaged.self) { try ArticleOutline(decoding: bytes + [0]) }
    #expect(throws: RecordReader.Damaged.self) { try ArticleOutline(decoding: [9] + bytes.dropFirst()) }
  }

  @Test func `an archive's outlines say what its records say`() throws {
    let corpus = try Corpus.archive()
    let handles = try corpus.reader.articles()
    for (outline, article) in zip(try corpus.outlines(at: handles), try corpus.articles(at: handles)) {
      #expect((outline.id, outline.outlet) == (article.id, article.outlet))
      #expect(outline.published?.description == article.published?.description)
    }
  }
}

import Articles
import Testing

@testable import Formats

struct RecordEncoderTests {
  static let articles: [Article] = [
    Article(id: "1", title: "T", text: "X"),
    Article(id: #"q"b\s/"#, outlet: "é😀", text: "a\u{0}\u{1F}\u{7F}\n\r\t\u{2028}\u{FFFD}"),
    Article(
      id: "3", outlet: "O", url: "https://o.example/?a=b&c=\"d\"", title: "T", text: " text\n",
      language: "uk",
      byline: "Ann Lee, Bo Day", published: ArticleDate(year: 2024),
      printed: ArticleDate(year: 2024, month: 2),
      crawled: ArticleDate(year: 2024, month: 2, day: 21, second: 34_200),
      entities: EntityClass.allCases.map { GivenEntity(entityClass: $0, name: "\($0), \"x\"") },
      sources: ["A", "B, C"]),
  ]

  @Test(arguments: articles)
  func `an article is read back as it was written`(article: Article) {
    let line = RecordEncoder.line(for: article)
    let expected = ReadingEvent.article(article, at: SourceLocation(file: "-"), bytes: line.count)
    #expect(RecordLine.events(from: line) == [expected])
  }

  @Test(arguments: articles)
  func `a record is one line`(article: Article) {
    #expect(!RecordEncoder.line(for: article).contains { $0 < 0x20 })
  }

  @Test func `what is missing is left out`() {
    let line = String(decoding: RecordEncoder.line(for: Article(id: "1", text: "X")), as: UTF8.self)
    #expect(line == #"{"id": "1", "text": "X"}"#)
  }
}

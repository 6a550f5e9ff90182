import Archive
import Articles
import TestSupport
import Testing

/// Which articles come first.
struct AnswerOrderTests {
  private func archive(_ articles: [(id: String, published: String, title: String, text: String)]) throws
    -> (folder: TemporaryFolder, archive: Archive)
  {
    let folder = try TemporaryFolder()
    let lines = articles.map { article in
      """
      {"id": "\(article.id)", "outlet": "Valley Post", "language": "en", "published": "\(article.published)", \
      "title": "\(article.title)", "text": "\(article.text)", \
      "entities": [{"class": "person", "name": "Brett Kavanaugh"}]}
      """
    }
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return (folder, try Archive(path: folder.index))
  }

  private func found(_ query: String, _ archive: Archive, _ order: ResultOrder = .relevance) throws
    -> [String]
  {
    try archive.search(query, options: SearchOptions(grouping: .article, order: order)).results.map(
      \.article.id)
  }

  @Test func `articles about a person come before newer ones that name the person`() throws {
    let (folder, archive) = try archive([
      ("about", "2018-10-06", "Kavanaugh is sworn in", "The judge took the oath in the hall."),
      ("names", "2019-05-01", "A term ends", "The court rose for the summer, and the judges left."),
    ])
    #expect(try found("person:Kavanaugh", archive) == ["about", "names"])
    #expect(try found("person:Kavanaugh", archive, .newest) == ["names", "about"])
    withExtendedLifetime(folder) {}
  }

  @Test func `several different words come before one again and again`() throws {
    let (folder, archive) = try archive([
      ("fox", "2018-10-06", "The hunt", String(repeating: "Hunters hunt when the hunt is on. ", count: 12)),
      ("film", "2018-10-06", "At the festival", "Producers hunt for hits at Sundance, and Hollywood pays."),
      ("other", "2018-10-07", "Weather", "Rain came down on the valley, and Hollywood saw none of it."),
    ])
    #expect(try found("Hollywood hunts hits at Sundance", archive).first == "film")
    withExtendedLifetime(folder) {}
  }

  @Test func `the article with the words in a row comes first, without quotes`() throws {
    let (folder, archive) = try archive([
      (
        "others", "2018-10-06", "Ask your country",
        "Ask the country. The country can ask, and you can ask for it."
      ),
      (
        "words", "2018-10-06", "An address",
        "Then he said: ask not what your country can do for you. They cheered."
      ),
    ])
    #expect(try found("ask not what your country can do for you", archive).first == "words")
    withExtendedLifetime(folder) {}
  }

  @Test func `a quotation typed without quotes may have other words at its ends and another not`() throws {
    let (folder, archive) = try archive([
      (
        "hall", "2018-10-06", "Building",
        "They built a hall. You build it, did you not? You did, and that was that."
      ),
      ("words", "2018-10-06", "A speech", "If you have a firm, you didn't build that, he told them."),
      ("build", "2018-10-06", "Build", String(repeating: "Build, build and build. ", count: 9)),
    ])
    #expect(try found("you did not build that", archive).first == "words")
    #expect(try found("but you did not build that", archive).first == "words")
    withExtendedLifetime(folder) {}
  }

  @Test func `an article with another spelling of a name is found, after those with the one that was typed`()
    throws
  {
    let texts = ["Zelenskiy", "Zelenskyy", "Zelinsky"].map { name in
      (id: name, published: "2019-07-25", title: "A call", text: "Volodymyr \(name) spoke for half an hour.")
    }
    let folder = try TemporaryFolder()
    let lines = texts.map { article in
      """
      {"id": "\(article.id)", "outlet": "Valley Post", "language": "en", "title": "\(article.title)", \
      "text": "\(article.text)", "entities": [{"class": "person", "name": "Volodymyr \(article.id)"}]}
      """
    }
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    let archive = try Archive(path: folder.index)
    #expect(try found("Zelenskiy", archive) == ["Zelenskiy", "Zelenskyy"])
    #expect(try found("zelenskyy", archive) == ["Zelenskyy", "Zelenskiy"])
    #expect(try found("Zelensky", archive).sorted() == ["Zelenskiy", "Zelenskyy"])
  }

  @Test func `a name that is filed under another class is said`() throws {
    let (folder, archive) = try archive([("one", "2018-10-06", "Court", "The judge took the oath.")])
    let notices = try archive.search("org:Kavanaugh").notices
    #expect(notices.contains { $0.contains("person:\"Kavanaugh\"") })
    withExtendedLifetime(folder) {}
  }
}

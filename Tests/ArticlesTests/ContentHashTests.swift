import Articles
import Testing

struct ContentHashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("é", "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"),
  ])
  func `the hash of a text is its SHA-256`(text: String, expected: String) {
    #expect(ContentHash(text: text).description == expected)
  }

  @Test func `every field changes the hash of an article`() {
    let article = Article(id: "1", text: "X")
    let date = ArticleDate(year: 2024)
    let changes: [WritableKeyPath<Article, String?>] = [\.outlet, \.url, \.title, \.language, \.byline]
    var variants = [article, Article(id: "2", text: "X"), Article(id: "1", text: "Y")]
    variants += changes.flatMap { change in ["", "X"].map { article.with(change, $0) } }
    let dates: [WritableKeyPath<Article, ArticleDate?>] = [\.published, \.printed, \.crawled]
    variants += dates.map { article.with($0, date) }
    variants += [["X"], ["X", "Y"], ["XY"]].map { article.with(\.sources, $0) }
    variants += EntityClass.allCases.map {
      article.with(\.entities, [GivenEntity(entityClass: $0, name: "X")])
    }
    #expect(Set(variants.map { ContentHash($0) }).count == variants.count)
  }

  @Test func `the same article has the same hash`() {
    #expect(
      ContentHash(Article(id: "1", text: "e\u{301}")) == ContentHash(Article(id: "1", text: "e\u{301}")))
  }

  @Test func `texts that look alike but differ in bytes differ`() {
    #expect(ContentHash(text: "e\u{301}") != ContentHash(text: "é"))
  }

  @Test func `a hash is restored from its bytes`() {
    let hash = ContentHash(text: "abc")
    #expect(ContentHash(bytes: hash.bytes) == hash)
    #expect(ContentHash(bytes: [1, 2, 3]) == nil)
  }
}

extension Article {
  fileprivate func with<Value>(_ field: WritableKeyPath<Article, Value>, _ value: Value) -> Article {
    var changed = self
    changed[keyPath: field] = value
    return changed
  }
}

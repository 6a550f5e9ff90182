import Articles
import SearchIndex
import TextAnalysis

/// Articles made of a line or two, for tests that know them by heart.
enum Sample {
  /// An article; its content hash and its record say its id and text.
  static func article(
    _ id: String, _ text: String, title: String? = nil, outlet: String? = nil, language: String? = nil,
    published: ArticleDate? = nil, entities: [EntityTag] = [], fingerprints: [UInt64] = [],
    outline: String = "", sequence: UInt64 = 0
  ) -> IndexedArticle {
    let analysed = AnalysedText(text)
    let passages = analysed.passages().map {
      IndexedPassage($0, entities: entities, fingerprints: fingerprints)
    }
    return IndexedArticle(
      id: id, contentHash: hash(id + text), record: Array("\(id): \(text)".utf8),
      outline: Array(outline.utf8), outlet: outlet, language: language, published: published,
      title: title.map { AnalysedText($0) }, text: analysed, passages: passages, sequence: sequence)
  }

  /// 32 bytes that differ between different texts.
  static func hash(_ text: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    for (index, byte) in text.utf8.enumerated() {
      bytes[index % 32] = bytes[index % 32] &* 31 &+ byte &+ UInt8(truncatingIfNeeded: index)
    }
    return bytes
  }

  /// A text of many passages in which `word` stands in each sentence.
  static func longText(_ word: String, sentences: Int) -> String {
    (0..<sentences).map { "Sentence number \($0) speaks of \(word) and of other matters at some length." }
      .joined(separator: " ")
  }

  /// The ids of articles, from their records.
  static func ids(_ reader: IndexReader, _ articles: [ArticleHandle]) throws -> [String] {
    try reader.records(of: articles).map { record in
      String(String(decoding: record, as: UTF8.self).prefix { $0 != ":" })
    }
  }

  /// The ids of the articles with passages that match, sorted.
  static func found(_ reader: IndexReader, _ query: IndexQuery) throws -> [String] {
    let page = try reader.search(SearchRequest(query, limit: 1000))
    return try Set(ids(reader, page.hits.map(\.article))).sorted()
  }

  /// The query for one word, stemmed as the index does.
  static func word(_ word: String) -> IndexQuery {
    .or(TermGenerator().terms(of: AnalysedText(word)).map { .term(.word($0.stem)) })
  }
}

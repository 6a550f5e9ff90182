internal import CXapianShim
import Articles
import TextAnalysis

/// Turns articles into the documents that the shim takes; its buffers are used again for the next article.
struct ArticleDocuments {
  private var postings: [cxs_posting] = []
  private var values: [cxs_value] = []
  private var sizes: [cxs_document_size] = []
  private var locator: [UInt8] = []
  /// The number of terms of the headline of the article in hand.
  private var titleTerms = 0
  private let generator: TermGenerator

  /// - Parameter generator: Makes the terms of words.
  init(_ generator: TermGenerator) { self.generator = generator }

  /// The positions between the text and the title of a passage, so that no phrase spans both.
  private static let titleGap = 100

  /// What is the same for all passages of an article.
  private struct Shared {
    var terms: [cxs_posting] = []
    var values: [cxs_value] = []
  }

  /// Makes the documents of some passages and gives them to `body`, good until it returns.
  ///
  /// - Parameter passages: Indices into the passages of the article; the head's record goes with them where
  ///   they begin with 0.
  mutating func with<Result>(
    _ article: IndexedArticle, passages: Range<Int>, _ body: (inout cxs_documents) -> Result
  ) -> Result {
    startOver()
    var ends: [Int] = []
    for index in passages {
      addWords(of: article, passage: index)
      ends.append(postings.count)
    }
    let words = postings
    postings.removeAll(keepingCapacity: true)
    let shared = sharedParts(of: article)
    var start = 0
    for (index, end) in zip(passages, ends) {
      addDocument(article, index, words: words[start..<end], shared: shared)
      start = end
    }
    return withDocuments(data: passages.lowerBound == 0 ? article.record : [], body)
  }

  private mutating func startOver() {
    generator.cache.startOver()
    postings.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
  }

  // MARK: Words

  /// Adds the words of a passage and of the title.
  ///
  /// Words come first: other bytes are placed behind them.
  private mutating func addWords(of article: IndexedArticle, passage index: Int) {
    let passage = article.passages[index].passage
    var found = postings
    postings = []
    let positions = generator.generate(
      article.text, tokens: passage.tokens, language: article.language, field: .text
    ) { term, position, _, origin in
      found.append(Self.posting(term, position, origin))
    }
    titleTerms = 0
    if let title = article.title {
      let base = positions + Self.titleGap
      let before = found.count
      for field in [Field.text, .title] {
        generator.generate(title, tokens: title.tokens.indices, language: article.language, field: field) {
          term, position, _, origin in
          found.append(index == 0 ? Self.posting(term, base + position, origin) : Self.counted(term))
        }
      }
      titleTerms = (found.count - before) / 2
    }
    postings = found
  }

  @inline(__always)
  private static func posting(
    _ term: cxs_slice, _ position: Int, _ origin: GeneratedTerm.Origin
  ) -> cxs_posting {
    if origin == .pair { return counted(term) }
    return cxs_posting(term: term, position: UInt32(position), kind: CXS_POSITIONED.rawValue)
  }

  private static func counted(_ term: cxs_slice) -> cxs_posting {
    cxs_posting(term: term, position: 0, kind: CXS_COUNTED.rawValue)
  }

  // MARK: Tags and values

  private func sharedParts(of article: IndexedArticle) -> Shared {
    var shared = Shared()
    shared.terms.append(tag(.article(id: article.id)))
    if let language = article.language { shared.terms.append(tag(.language(language))) }
    if let outlet = article.outlet {
      shared.terms.append(tag(.outlet(outlet)))
      shared.values.append(value(.outlet, FoldedName.bytes(outlet)))
    }
    if let published = article.published {
      shared.values.append(value(.published, DateKey.bytes(published)))
    }
    return shared
  }

  private mutating func addDocument(
    _ article: IndexedArticle, _ index: Int, words: ArraySlice<cxs_posting>, shared: Shared
  ) {
    let passage = article.passages[index]
    let firstPosting = postings.count
    let firstValue = values.count
    postings.append(contentsOf: words)
    postings.append(contentsOf: shared.terms)
    if index == 0 {
      postings.append(tag(.head))
      if let source = article.source { postings.append(tag(.source(source))) }
      values.append(value(.contentHash, article.contentHash))
    }
    for entity in passage.entities { postings.append(tag(.entity(entity.entityClass, key: entity.key))) }
    values.append(contentsOf: shared.values)
    values.append(value(.locator, encodedLocator(passage.passage, of: article.passages.count)))
    sizes.append(
      cxs_document_size(
        postings: UInt32(postings.count - firstPosting), values: UInt32(values.count - firstValue)))
  }

  private mutating func encodedLocator(_ passage: Passage, of count: Int) -> [UInt8] {
    locator.removeAll(keepingCapacity: true)
    PassageLocator(
      ordinal: passage.ordinal, count: count, bytes: passage.bytes, titleTerms: titleTerms
    ).encode(into: &locator)
    return locator
  }

  private func tag(_ term: IndexTerm) -> cxs_posting {
    cxs_posting(term: generator.cache.place(term.bytes), position: 0, kind: CXS_BOOLEAN.rawValue)
  }

  private func value(_ slot: Slot, _ content: [UInt8]) -> cxs_value {
    cxs_value(slot: slot.rawValue, bytes: generator.cache.place(content))
  }

  // MARK: Handing over

  private func withDocuments<Result>(data: [UInt8], _ body: (inout cxs_documents) -> Result) -> Result {
    generator.cache.bytes.withUnsafeBufferPointer { bytes in
      postings.withUnsafeBufferPointer { postings in
        values.withUnsafeBufferPointer { values in
          sizes.withUnsafeBufferPointer { sizes in
            data.withUnsafeBufferPointer { data in
              var documents = cxs_documents(
                bytes: bytes.baseAddress, byte_count: bytes.count, sizes: sizes.baseAddress,
                count: sizes.count,
                postings: postings.baseAddress, posting_count: postings.count, values: values.baseAddress,
                value_count: values.count, data: data.baseAddress, data_count: data.count)
              return body(&documents)
            }
          }
        }
      }
    }
  }
}

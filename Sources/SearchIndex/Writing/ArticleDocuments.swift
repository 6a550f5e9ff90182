import Articles
import Glass
import Storage
import TextAnalysis

/// Turns articles into documents: a passage is one, and its words, tags and values go where they belong.
struct ArticleDocuments {
  private let generator: TermGenerator
  private var inverter = SegmentInverter()
  /// For each word of the generator's cache the number of its term in the segment plus one; 0 where it has none yet.
  private var termNumbers: [UInt32] = []
  /// The epoch of the cache for which these are good.
  private var epoch: Int
  /// The headline of the article in hand: its terms in the text and as a title, with their positions.
  private var title: [TitleTerm] = []
  private var locator: [UInt8] = []

  private struct TitleTerm {
    let term: UInt32
    /// From 1; nil for a term without one.
    let position: UInt32?
  }

  /// - Parameter generator: Makes the terms of words.
  init(_ generator: TermGenerator) {
    self.generator = generator
    epoch = generator.cache.epoch
  }

  /// The number of occurrences of terms that are kept in memory.
  var occurrenceCount: Int { inverter.count }

  /// The tokens of a headline that are indexed: each of the article's passages has them.
  private static let mostTitleTokens = 512

  /// The positions between the text and the title of a passage, so that no phrase spans both.
  private static let titleGap: UInt32 = 100

  /// Adds the passages of an article as documents.
  mutating func add(
    _ article: IndexedArticle, to database: inout SegmentDatabase, words: inout WordTableArticles
  ) throws(IndexError) {
    generator.cache.startOver()
    if epoch != generator.cache.epoch {
      epoch = generator.cache.epoch
      termNumbers.removeAll(keepingCapacity: true)
    }
    readTitle(of: article)
    let tags = sharedTags(of: article)
    let values = sharedValues(of: article)
    for (index, passage) in article.passages.enumerated() {
      inverter.beginDocument()
      let length = addWords(of: article, passage: index)
      for tag in tags { inverter.add(tag, .tag) }
      for entity in passage.entities { addTag(.entity(entity.entityClass, key: entity.key)) }
      let place = PassageLocator(
        ordinal: passage.passage.ordinal, count: article.passages.count, bytes: passage.passage.bytes,
        titleTerms: title.count / 2)
      var own = values
      own.append((Slot.locator.number, encoded(place)))
      if index == 0 {
        addTag(.head)
        if let source = article.source { addTag(.source(source)) }
        own.append((Slot.contentHash.number, article.contentHash))
      }
      let document = try database.addDocument(
        length: length, values: own, data: index == 0 ? article.record : [])
      let isPlaced = words.add(document: document, length: length, place)
      precondition(isPlaced, "passages are numbered in order")
    }
  }

  /// What was added, term by term; nothing may follow.
  mutating func takeInverted() throws(IndexError) -> InvertedSegment {
    var taken = SegmentInverter()
    swap(&taken, &inverter)
    return try taken.inverted()
  }

  // MARK: Words

  /// Adds the words of a passage and of the title; gives the length of the document.
  private mutating func addWords(of article: IndexedArticle, passage index: Int) -> UInt32 {
    var length: UInt32 = 0
    let positions = generator.generate(
      article.text, tokens: article.passages[index].passage.tokens, language: article.language, field: .text
    ) { word, position, _, origin in
      inverter.add(term(ofWord: word), origin == .pair ? .counted : .at(UInt32(position)))
      length += 1
    }
    let base = UInt32(positions) + Self.titleGap
    for entry in title {
      if index == 0, let position = entry.position {
        inverter.add(entry.term, .at(base + position))
      } else {
        inverter.add(entry.term, .counted)
      }
    }
    return length + UInt32(title.count)
  }

  private mutating func readTitle(of article: IndexedArticle) {
    title.removeAll(keepingCapacity: true)
    guard let headline = article.title else { return }
    let tokens = 0..<min(headline.tokens.count, Self.mostTitleTokens)
    for field in [Field.text, .title] {
      generator.generate(headline, tokens: tokens, language: article.language, field: field) {
        word, position, _, origin in
        title.append(
          TitleTerm(term: term(ofWord: word), position: origin == .pair ? nil : UInt32(position)))
      }
    }
  }

  @inline(__always)
  private mutating func term(ofWord word: UInt32) -> UInt32 {
    if Int(word) < termNumbers.count, termNumbers[Int(word)] > 0 { return termNumbers[Int(word)] - 1 }
    return newTerm(ofWord: word)
  }

  private mutating func newTerm(ofWord word: UInt32) -> UInt32 {
    let limit = generator.cache.wordLimit
    while termNumbers.count < limit { termNumbers.append(0) }
    let number = generator.cache.withTerm(word) { inverter.number(of: $0) }
    termNumbers[Int(word)] = number + 1
    return number
  }

  // MARK: Tags and values

  private mutating func sharedTags(of article: IndexedArticle) -> [UInt32] {
    var tags = [IndexTerm.article(id: article.id)]
    if let language = article.language { tags.append(.language(language)) }
    if let outlet = article.outlet { tags.append(.outlet(outlet)) }
    return tags.map { number(of: $0) }
  }

  private func sharedValues(of article: IndexedArticle) -> [(slot: Int, bytes: [UInt8])] {
    var values: [(slot: Int, bytes: [UInt8])] = []
    if let outlet = article.outlet { values.append((Slot.outlet.number, FoldedName.bytes(outlet))) }
    if let published = article.published { values.append((Slot.published.number, DateKey.bytes(published))) }
    return values
  }

  private mutating func addTag(_ tag: IndexTerm) { inverter.add(number(of: tag), .tag) }

  private mutating func number(of term: IndexTerm) -> UInt32 {
    term.bytes.withUnsafeBufferPointer { inverter.number(of: $0) }
  }

  private mutating func encoded(_ place: PassageLocator) -> [UInt8] {
    locator.removeAll(keepingCapacity: true)
    place.encode(into: &locator)
    return locator
  }
}

import Storage

/// The articles and passages of a segment by which its word table is numbered, and its words as they go into that.
struct WordTableArticles {
  /// The articles, in order.
  private(set) var articles: [TabledArticle] = []
  /// For each document id its number of words, the headline's once.
  private var lengths: [UInt16] = [0]
  /// For each document id the number of its article.
  private var owners: [UInt32] = [WordTableLayout.noArticle]

  /// A document that has a word.
  struct Occurrence {
    let document: UInt32
    let frequency: UInt32
    /// How many of its positions are among the first ``WordTableLayout/leadLength``, for an untitled head.
    let early: UInt32
  }

  /// Adds the next document.
  ///
  /// - Parameters:
  ///   - document: Its id, one more than that of the document before.
  ///   - length: The number of its words, those of the headline twice: in the text and as a title.
  ///   - place: Where it lies in its article.
  /// - Returns: Whether it comes after the documents before it as its place says.
  mutating func add(document: UInt32, length: UInt32, _ place: PassageLocator) -> Bool {
    let titleLength = UInt32(clamping: place.titleTerms)
    if place.ordinal == 0 {
      articles.append(
        TabledArticle(first: document, passages: 0, titleLength: titleLength, length: titleLength))
    }
    guard let last = articles.last, document == last.first + last.passages,
      place.ordinal == Int(last.passages)
    else { return false }
    let own = length - min(length, titleLength)
    articles[articles.count - 1].passages += 1
    articles[articles.count - 1].length += own - min(own, titleLength)
    owners.append(UInt32(articles.count - 1))
    lengths.append(UInt16(clamping: own))
    return true
  }

  /// Adds an article of another table as the next one, its documents behind all others.
  ///
  /// - Parameter lengths: Those of the other table's documents, the article's among them.
  mutating func append(_ article: TabledArticle, lengths others: UnsafeBufferPointer<UInt16>) {
    let passages = Int(article.first)..<Int(article.first) + Int(article.passages)
    owners.append(contentsOf: repeatElement(UInt32(articles.count), count: passages.count))
    var moved = article
    moved.first = UInt32(lengths.count)
    articles.append(moved)
    lengths.append(contentsOf: others[passages])
  }

  /// The number of documents.
  var documentCount: Int { owners.count - 1 }

  /// Whether a document is the first passage of an article without a headline.
  func isUntitledHead(_ document: UInt32) -> Bool {
    let article = articles[Int(owners[Int(document)])]
    return article.titleLength == 0 && article.first == document
  }

  /// The articles with a word in the headline, from the documents with it: each passage has the headline, and the first
  /// one speaks for the article.
  func titlePostings(_ documents: some Sequence<(UInt32, UInt32)>) -> [WordTableWriter.Posting] {
    documents.compactMap { document, frequency in
      let owner = owners[Int(document)]
      return articles[Int(owner)].first == document ? .init(number: owner, frequency: frequency) : nil
    }
  }

  /// Adds a word to a table, after all before it in byte order.
  ///
  /// - Parameters:
  ///   - name: The stem.
  ///   - occurrences: The documents with it, ascending.
  ///   - titles: The articles with it in the headline, ascending.
  func add(
    _ name: some Collection<UInt8>, _ occurrences: [Occurrence], titles: [WordTableWriter.Posting],
    to writer: inout WordTableWriter
  ) throws(IndexError) {
    var passages: [WordTableWriter.Posting] = []
    passages.reserveCapacity(occurrences.count)
    var leads: [WordTableWriter.Posting] = []
    var count = 0
    var last = WordTableLayout.noArticle
    for occurrence in occurrences {
      let owner = owners[Int(occurrence.document)]
      if owner != last { count += 1 }
      last = owner
      passages.append(.init(number: occurrence.document, frequency: occurrence.frequency))
      if occurrence.early > 0 { leads.append(.init(number: owner, frequency: occurrence.early)) }
    }
    let both = leads.isEmpty ? titles : (titles + leads).sorted { $0.number < $1.number }
    try writer.add(name, articles: count, titles: both, passages: passages)
  }

  /// Writes the rest of a table.
  func finish(_ writer: consuming WordTableWriter) throws(IndexError) {
    try writer.finish(articles: articles, lengths: lengths, owners: owners)
  }
}

internal import Articles
public import Entities
internal import Ranking
internal import SearchIndex
internal import Synchronization
internal import TextAnalysis
internal import Translations

/// An archive of news, opened for reading: a snapshot that does not change while others add to the index.
///
/// ```swift
/// let archive = try Archive(path: "articles.reprise")
/// let found = try archive.search("satellite intelligence")
/// ```
///
/// - Searching: ``search(_:options:)``
/// - Reprints: ``reprints(options:)``, ``compare(_:with:)``, ``matches(of:options:)``
/// - Articles and names: ``record(ofArticle:)``, ``entities(_:named:limit:)``, ``status()``
///
/// It can be used by any number of threads at once. A program that answers for long, while others add to the index, asks
/// an ``ArchivePool`` for it.
public final class Archive: Sendable {
  /// The folder of the index.
  public let path: String
  let reader: IndexReader
  /// What the user says of names.
  let aliases: AliasFile
  /// What is remembered of facets.
  let facetMemory = FacetMemory()
  private let figures = Mutex<Figures?>(nil)
  private let knownStems = Mutex<[String: WordStems]>([:])
  private let foreignWords = Mutex<[String: ForeignWords]>([:])

  /// What is counted once for all searches.
  private struct Figures: Sendable {
    var statistics: IndexStatistics
    var languages: [String]
  }

  /// Opens an archive as its last commit left it.
  ///
  /// - Parameters:
  ///   - path: The folder of the index.
  ///   - aliases: What the user says of names; it overrules what is decided from the names alone.
  /// - Throws: ``ArchiveError/index(_:)`` where there is none, or none that this version can read.
  public init(path: String, aliases: AliasFile = AliasFile()) throws(ArchiveError) {
    self.path = path
    self.aliases = aliases
    reader = try indexed { () throws(IndexError) in try IndexReader(path: path) }
  }

  /// The article of an id, with the entities found in it.
  ///
  /// - Throws: ``ArchiveError/unknownArticle(id:)`` where there is none.
  public func record(ofArticle id: String) throws(ArchiveError) -> ArticleRecord {
    try record(at: handle(ofArticle: id))
  }

  /// What finds the entities that a name stands for.
  var names: EntityNames { EntityNames(reader: reader, aliases: aliases) }

  private func counted() throws(ArchiveError) -> Figures {
    try figures.withLock { figures throws(ArchiveError) in
      if let figures { return figures }
      let counted = try indexed { () throws(IndexError) in
        Figures(statistics: try reader.statistics(), languages: try reader.languages().map(\.name))
      }
      figures = counted
      return counted
    }
  }

  /// The languages whose stemmers articles were read with, the default one first.
  func stemmingLanguages() throws(ArchiveError) -> [String] {
    let first = TermGenerator.defaultLanguage
    return [first] + (try counted().languages.filter { $0 != first })
  }

  /// The stems of a language's words, which are remembered from one search to the next.
  func wordStems(language: String) -> WordStems {
    knownStems.withLock { known in
      if let stems = known[language] { return stems }
      let stems = WordStems(language: language)
      known[language] = stems
      return stems
    }
  }

  /// A language's words turned round, where they were asked for before.
  func knownForeignWords(of language: String) -> ForeignWords? {
    foreignWords.withLock { known in known[language] }
  }

  func keepForeignWords(_ words: ForeignWords, of language: String) {
    foreignWords.withLock { known in known[language] = words }
  }

  /// The UTF-8 bytes of all texts, those replaced or removed since the last merge included.
  func textBytes() throws(ArchiveError) -> Int { try counted().statistics.textBytes }

  /// The mean number of passages of an article, at least 1.
  func meanPassages() throws(ArchiveError) -> Double {
    let statistics = try counted().statistics
    return max(1, Double(statistics.passages) / Double(max(1, statistics.articles)))
  }

  /// The latest date of publication; nil where no article has one.
  func latestDate() throws(ArchiveError) -> ArticleDate? { try counted().statistics.latest }

  /// What the ranking must know of all articles together.
  func collection() throws(ArchiveError) -> CollectionStatistics {
    let statistics = try counted().statistics
    let passage = max(1, statistics.meanPassageLength)
    return CollectionStatistics(
      articles: statistics.articles, averageArticleLength: passage * (try meanPassages()),
      averagePassageLength: passage)
  }

  /// Whether it holds no article.
  var isEmpty: Bool { (try? reader.articles().isEmpty) ?? true }

  /// The ids of the articles that were read from a file.
  ///
  /// - Parameter path: The absolute path of the file.
  func ids(ofSource path: String) throws(ArchiveError) -> [String] {
    let handles = try indexed { () throws(IndexError) in try reader.articles(fromSource: path) }
    return try records(at: handles).map(\.article.id)
  }

  func handle(ofArticle id: String) throws(ArchiveError) -> ArticleHandle {
    let found = try indexed { () throws(IndexError) in try reader.article(id: id) }
    guard let found else { throw .unknownArticle(id: id) }
    return found
  }

  func record(at handle: ArticleHandle) throws(ArchiveError) -> ArticleRecord {
    try records(at: [handle])[0]
  }

  /// The records of some articles, in the order asked for.
  func records(at handles: [ArticleHandle]) throws(ArchiveError) -> [ArticleRecord] {
    try decoded(stored(handles)) { bytes throws(RecordReader.Damaged) in try ArticleRecord(decoding: bytes) }
  }

  /// Some articles, in the order asked for, without the entities found in them.
  func articles(at handles: [ArticleHandle]) throws(ArchiveError) -> [Article] {
    try decoded(stored(handles)) { bytes throws(RecordReader.Damaged) in
      try ArticleRecord.article(decoding: bytes)
    }
  }

  private func stored(_ handles: [ArticleHandle]) throws(ArchiveError) -> [[UInt8]] {
    try indexed { () throws(IndexError) in try reader.records(of: handles) }
  }

  /// The outlines of some articles, in the order asked for: much cheaper than their records.
  func outlines(at handles: [ArticleHandle]) throws(ArchiveError) -> [ArticleOutline] {
    let outlines = try indexed { () throws(IndexError) in try reader.outlines(of: handles) }
    return try decoded(outlines) { bytes throws(RecordReader.Damaged) in try ArticleOutline(decoding: bytes) }
  }

  /// The fingerprints of some articles, in the order asked for, each in the order of its text.
  func fingerprints(at handles: [ArticleHandle]) throws(ArchiveError) -> [[UInt64]] {
    try indexed { () throws(IndexError) in try reader.fingerprints(ofArticles: handles) }
  }

  private func decoded<Decoded>(
    _ records: [[UInt8]], _ decode: ([UInt8]) throws(RecordReader.Damaged) -> Decoded
  ) throws(ArchiveError) -> [Decoded] {
    var decoded: [Decoded] = []
    decoded.reserveCapacity(records.count)
    for record in records {
      do { decoded.append(try decode(record)) } catch { throw .damagedRecord(path: path) }
    }
    return decoded
  }
}

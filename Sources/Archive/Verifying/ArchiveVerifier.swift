internal import Articles
internal import Formats
internal import SearchIndex

/// Reads every byte of an archive, and holds everything that must be true of it against what is there.
///
/// The bytes of every file, Xapian's own check, the passages of each article and its id are the index's part
/// (`IndexExamination`). Of each article the record must be readable, the SHA-256 of the whole article be the one that was
/// kept when it came in, its outline say what the record says, and its passages cover its text to the end. The ledger of
/// files read must be readable, and the list of refusals be what it says.
public struct ArchiveVerifier {
  private let path: String
  private let report: (ArchiveVerification.Progress) -> Void

  /// - Parameters:
  ///   - path: The folder of the index.
  ///   - report: Told how far it has come.
  public init(path: String, report: @escaping (ArchiveVerification.Progress) -> Void = { _ in }) {
    self.path = path
    self.report = report
  }

  /// Verifies the last commit; writers may go on meanwhile.
  ///
  /// - Throws: ``ArchiveError/index(_:)`` where there is no index, or none whose manifest can be read.
  public func verified() throws(ArchiveError) -> ArchiveVerification {
    for _ in 0..<10 {
      let (found, isOutdated) = try attempt()
      // Where a writer has committed meanwhile, files may be gone that rightly are.
      if found.isSound || !isOutdated { return found }
    }
    return try attempt().found
  }

  private func attempt() throws(ArchiveError) -> (found: ArchiveVerification, isOutdated: Bool) {
    let examination = try indexed { () throws(IndexError) in
      try IndexExamination(path: path) { report(.files(bytes: $0, of: $1)) }
    }
    var found = ArchiveVerification()
    found.problems = examination.problems
    found.articles = examination.articleCount
    found.segments = examination.segmentCount
    found.bytes = examination.bytes
    found.segmentsWithoutCheck = examination.segmentsWithoutCheck
    let before = found.affectedSegments
    var articles = ArticleVerification(examination: examination, leavingOut: before)
    articles.verify { report(.articles($0, of: found.articles)) }
    found.problems += articles.problems + ledgerProblems(examination)
    found.affectedArticles = examination.articles(inSegments: found.affectedSegments)
    return (found, examination.isOutdated)
  }

  private func ledgerProblems(_ examination: IndexExamination) -> [IndexProblem] {
    let name = SourceLedger.companionName
    guard !examination.problems.contains(where: { $0.kind == .brokenLedger }) else { return [] }
    do {
      let json = try examination.sound.companion(name)
      guard let ledger = SourceLedger(checking: json) else {
        return [IndexProblem(.brokenLedger, at: name, "is no list of what was read")]
      }
      if try examination.sound.companion(RefusalLog.companionName) ?? [] == RefusalLog.lines(of: ledger) {
        return []
      }
      return [
        IndexProblem(.brokenLedger, at: RefusalLog.companionName, "is not the list of refusals in \(name)")
      ]
    } catch {
      return [IndexProblem(.brokenLedger, at: name, "cannot be read: \(error)")]
    }
  }
}

/// Holds each article against its hash, its id and its passages.
private struct ArticleVerification {
  private static let articlesAtOnce = 128

  let examination: IndexExamination
  /// Segments of which it is known already that something is wrong.
  let damaged: Set<String>
  private(set) var problems: [IndexProblem] = []

  init(examination: IndexExamination, leavingOut damaged: Set<String>) {
    self.examination = examination
    self.damaged = damaged
  }

  mutating func verify(_ report: (Int) -> Void) {
    guard let articles = try? examination.sound.articles() else { return }
    for start in stride(from: 0, to: articles.count, by: Self.articlesAtOnce) {
      report(start)
      let batch = articles[start..<min(start + Self.articlesAtOnce, articles.count)].filter { article in
        (try? examination.place(of: article)).map { !damaged.contains($0.segment) } ?? false
      }
      do { try verify(batch) } catch { for article in batch { verifyAlone(article) } }
    }
  }

  /// Finds the article of a batch that cannot be read.
  private mutating func verifyAlone(_ article: ArticleHandle) {
    do { try verify([article]) } catch { note(article, "holds an article that cannot be read: \(error)") }
  }

  private mutating func verify(_ articles: [ArticleHandle]) throws(IndexError) {
    let reader = examination.sound
    let records = try reader.records(of: articles)
    let hashes = try reader.contentHashes(of: articles)
    let outlines = try reader.outlines(of: articles)
    let ends = try reader.bytes(
      of: try reader.extents(of: articles).map {
        PassageHandle(article: $0.article, ordinal: $0.passageCount - 1)
      })
    var decoded: [(handle: ArticleHandle, id: String)] = []
    for (number, handle) in articles.enumerated() {
      guard let article = try? ArticleRecord(decoding: records[number]).article else {
        note(handle, "holds an article whose record cannot be read")
        continue
      }
      decoded.append((handle, article.id))
      if ContentHash(article).bytes != hashes[number] {
        note(handle, "holds an article that is not as it was given", id: article.id)
      }
      let outline = try? ArticleOutline(decoding: outlines[number])
      if outline.map({ ByteKey($0.id) }) != ByteKey(article.id)
        || outline?.outlet.map(ByteKey.init) != article.outlet.map(ByteKey.init)
        || outline?.published != article.published
      {
        note(handle, "holds an article whose outline is another's", id: article.id)
      }
      if ends[number].upperBound != article.text.utf8.count {
        note(handle, "holds an article whose passages do not cover its text", id: article.id)
      }
    }
    for (expected, found) in zip(decoded, try reader.articles(ids: decoded.map(\.id)))
    where expected.handle != found {
      note(expected.handle, "holds an article that is not found by its id", id: expected.id)
    }
  }

  private mutating func note(_ article: ArticleHandle, _ detail: String, id: String? = nil) {
    guard let place = try? examination.place(of: article) else { return }
    problems.append(
      IndexProblem(
        .brokenArticle, at: place.folder, segment: place.segment, detail + (id.map { ": \"\($0)\"" } ?? "")))
  }
}

internal import Articles
public import Reprints
internal import SearchIndex
internal import TextAnalysis
internal import Translations

/// Two articles side by side.
public struct ArticleComparison: Sendable {
  /// The first article.
  public var a: ArticleRecord
  /// The second article.
  public var b: ArticleRecord
  /// What was found out about them.
  public var report: PairReport
  /// Both texts whole, cut where they begin and cease to agree.
  public var segments: [TextComparison.Segment]
}

extension ArticleComparison {
  /// Two articles in different languages.
  init(a: ArticleRecord, b: ArticleRecord, translated: TranslatedReport) {
    let comparison = TextComparison(
      translated: translated.found.passages.map { ($0.a, $0.b) },
      lengths: (a.article.text.utf8.count, b.article.text.utf8.count))
    self.init(a: a, b: b, report: translated.report, segments: comparison.segments)
  }
}

extension Archive {
  /// Compares two articles, the outlets' standing text told from their own.
  ///
  /// - Throws: ``ArchiveError/unknownArticle(id:)`` for an id that the archive does not have.
  public func compare(_ a: String, with b: String) throws(ArchiveError) -> ArticleComparison {
    let (first, second) = (try handle(ofArticle: a), try handle(ofArticle: b))
    let (recordA, recordB) = (try record(at: first), try record(at: second))
    let (left, right) = (PreparedArticle(recordA.article), PreparedArticle(recordB.article))
    let alignment = Aligner(left.words).alignment(with: right.words)
    let texts = (
      left.comparable(boilerplate: try standingText(in: left, at: first)),
      right.comparable(boilerplate: try standingText(in: right, at: second))
    )
    let report = RelationClassifier().report(texts.0, texts.1, alignment: alignment)
    // What is copied word for word is no translation, whatever languages the records declare.
    if report.relation != .reprint, report.relation != .partial,
      let translated = TranslatedReport(
        texts.0, texts.1, languages: (recordA.language, recordB.language))
    {
      return ArticleComparison(a: recordA, b: recordB, translated: translated)
    }
    let comparison = TextComparison(
      left.words, right.words, alignment: alignment,
      lengths: (recordA.article.text.utf8.count, recordB.article.text.utf8.count))
    return ArticleComparison(a: recordA, b: recordB, report: report, segments: comparison.segments)
  }

  /// The standing text of its outlet in an article, as UTF-8 offsets.
  public func standingText(inArticle id: String) throws(ArchiveError) -> [Range<Int>] {
    let handle = try handle(ofArticle: id)
    return try standingText(in: PreparedArticle(try record(at: handle).article), at: handle)
  }

  /// The articles with most in common that are looked at for an outlet's standing text, however many share some.
  private static let mostSharers = 2_000

  func standingText(in article: PreparedArticle, at handle: ArticleHandle) throws(ArchiveError) -> [Range<
    Int
  >] {
    guard let outlet = article.article.outlet else { return [] }
    let values = article.fingerprints.map { [$0.value] }
    let lists = try indexed { () throws(IndexError) in try reader.sharing(values) }
    var shared: [ArticleHandle: [Int]] = [:]
    for (index, list) in lists.enumerated() {
      for match in list where match.article != handle { shared[match.article, default: []].append(index) }
    }
    let closest = shared.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let handles = closest.prefix(Self.mostSharers).map(\.key).sorted()
    var siblings: [(stamp: ArticleStamp, sibling: StandingText.Sibling)] = []
    let outlines = zip(handles, try outlines(at: handles)).filter {
      $1.outlet.map(ByteKey.init) == ByteKey(outlet)
    }
    for ((handle, outline), values) in zip(outlines, try fingerprints(at: outlines.map(\.0))) {
      let stamp = ArticleStamp(outline)
      let witness = StandingText.Sibling(
        published: stamp.published, fingerprintCount: Set(values).count, shared: shared[handle] ?? [])
      siblings.append((stamp, witness))
    }
    siblings.sort { $0.stamp < $1.stamp }
    return StandingText().ranges(in: article, siblings: siblings.map(\.sibling))
  }
}

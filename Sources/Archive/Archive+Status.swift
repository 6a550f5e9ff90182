public import Articles
internal import Entities
public import Formats
internal import SearchIndex

/// What an archive holds.
public struct ArchiveStatus: Sendable {
  /// The folder of the index.
  public var path: String
  /// The number of the commit.
  public var commit: Int
  /// The articles that can be found.
  public var articles: Int
  /// Their passages.
  public var passages: Int
  /// Their outlets, as the index compares them.
  public var outlets: Int
  /// The segments that hold them.
  public var segments: Int
  /// Articles that were replaced or removed, and wait to be left out by a merge.
  public var deletedArticles: Int
  /// UTF-8 bytes of all texts.
  public var textBytes: Int
  /// Bytes of all files.
  public var diskBytes: Int
  /// The earliest date of publication.
  public var earliest: ArticleDate?
  /// The latest date of publication.
  public var latest: ArticleDate?
  /// The number of files that were read to their ends.
  public var files: Int
  /// The files that were read in part, since the run that read them was stopped.
  public var unfinished: [UnfinishedFile]
  /// What could not be read, by file and place.
  public var refusals: [Refusal]
  /// The languages of its articles that the recogniser has no model of: of them, only known places are entities.
  public var languagesWithoutModel: [LanguageCount] = []
}

/// A language and how much of an archive is in it.
public struct LanguageCount: Sendable, Equatable {
  /// The ISO 639-1 code.
  public var code: String
  /// The number of passages.
  public var passages: Int
}

/// A file of which the archive has the first records; indexing it again goes on after them.
public struct UnfinishedFile: Sendable, Equatable {
  /// The absolute path of the file.
  public var path: String
  /// The number of records that are in.
  public var records: Int
}

extension Archive {
  /// Dates before this year are slips of whoever wrote them: nothing was printed yet.
  private static let firstYear = 1450

  /// The earliest date of publication that can be.
  private func earliestDate(_ counts: IndexStatistics) throws(ArchiveError) -> ArticleDate? {
    guard let earliest = counts.earliest, earliest.year < Self.firstYear else { return counts.earliest }
    let printed = IndexQuery.published(from: ArticleDate(year: Self.firstYear), to: nil)
    return try indexed { () throws(IndexError) in
      let first = try reader.search(SearchRequest(printed, limit: 1, order: .oldest)).hits.first
      return try reader.publicationDates(of: first.map { [$0.article] } ?? []).first ?? nil
    }
  }

  /// Whether people and organisations are recognised in texts of a language; where not, only known places are entities.
  ///
  /// - Parameter language: An ISO 639-1 code; nil where it is not known, which counts as English.
  public static func recognisesNames(in language: String?) -> Bool {
    ArticleAnalyser.recogniser.covers(language: language)
  }

  /// Counts what the archive holds.
  public func status() throws(ArchiveError) -> ArchiveStatus {
    let (counts, outlets, ledger) = try indexed { () throws(IndexError) in
      (try reader.statistics(), try reader.outlets().count, try reader.companion(SourceLedger.companionName))
    }
    let languages = try indexed { () throws(IndexError) in try reader.languages() }
    let read = SourceLedger(json: ledger)
    return ArchiveStatus(
      path: path, commit: counts.generation, articles: counts.articles, passages: counts.passages,
      outlets: outlets, segments: counts.segments, deletedArticles: counts.deletedArticles,
      textBytes: counts.textBytes, diskBytes: counts.diskBytes, earliest: try earliestDate(counts),
      latest: counts.latest, files: read.files.count,
      unfinished: read.parts.sorted { $0.key < $1.key }
        .map { UnfinishedFile(path: $0.key.text, records: $0.value.position.items) },
      refusals: read.refusals,
      languagesWithoutModel: languages.filter { !Self.recognisesNames(in: $0.name) }
        .map { LanguageCount(code: $0.name, passages: $0.passages) })
  }
}

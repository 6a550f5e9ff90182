internal import Articles
public import Reprints
internal import SearchIndex
internal import TextAnalysis

/// An article of the archive that has text in common with a text that was looked up.
public struct TextMatch: Sendable {
  /// The article.
  public var article: ArticleSummary
  /// How much of the text that was looked up it has, 0 to 1 of the words.
  public var share: Double
  /// What the text has to do with it; the text is "a", the article "b".
  public var report: PairReport
  /// How it was found.
  public var evidence = Evidence.passages

  /// How an article was found.
  public enum Evidence: String, Sendable {
    /// It has passages of the text, word for word or nearly so.
    case passages
    /// It is the text in another language, or a part of it, sentence by sentence.
    case translation
    /// It has no passage of the text, but much of its vocabulary: it may tell the same, or tell of the same.
    case content
  }
}

extension Archive {
  /// The articles that are compared with a text at the least, those with most fingerprints in common first.
  private static let leastCompared = 200

  /// The articles that share text with a text from outside, or are its translation: the most shared first, then the earliest.
  ///
  /// A run of 13 words in common is certain to be looked at, see `Fingerprinter`.
  ///
  /// - Parameters:
  ///   - text: Any text, such as a draft.
  ///   - limit: The most matches.
  public func matches(of text: String, limit: Int = 50) throws(ArchiveError) -> [TextMatch] {
    let draft = PreparedArticle(Article(id: "", text: text))
    let values = draft.fingerprints.map(\.value)
    let shared = try indexed { () throws(IndexError) in try reader.sharing([values])[0] }
      .prefix(max(Self.leastCompared, 4 * limit))
    let comparable = draft.comparable(boilerplate: [])
    let aligner = Aligner(draft.words)
    let classifier = RelationClassifier()
    var matches: [(stamp: ArticleStamp, match: TextMatch)] = []
    for article in try articles(at: shared.map(\.article)) {
      let other = PreparedArticle(article)
      let alignment = aligner.alignment(with: other.words)
      guard alignment.matched > 0 else { continue }
      let report = classifier.report(comparable, other.comparable(boilerplate: []), alignment: alignment)
      guard report.relation != .none else { continue }
      let share = Double(alignment.matched) / Double(max(1, draft.words.count))
      let match = TextMatch(article: ArticleSummary(article), share: share, report: report)
      matches.append((ArticleStamp(article), match))
    }
    let known = Set(matches.map { ByteKey($0.match.article.id) })
    for translated in try translations(of: draft, comparable)
    where !known.contains(ByteKey(translated.article.id)) {
      matches.append((ArticleStamp(translated.article), translated))
    }
    matches.sort { left, right in
      left.match.share != right.match.share ? left.match.share > right.match.share : left.stamp < right.stamp
    }
    return matches.prefix(limit).map(\.match)
  }

  /// The words of a text that articles like it are sought by.
  private static let wordsAsked = 60
  /// The share of the text's vocabulary that such an article has at the least.
  private static let leastVocabulary = 0.4
  /// The most articles that are named for their content.
  private static let mostLike = 10

  /// The articles that are most like a text from outside in what they speak of, the nearest first: for a text of which no
  /// article has a passage.
  public func matchesByContent(of text: String, limit: Int = 10) throws(ArchiveError) -> [TextMatch] {
    let draft = PreparedArticle(Article(id: "", text: text))
    let words = Self.asked(draft)
    guard !words.isEmpty else { return [] }
    var options = SearchOptions(limit: min(limit, Self.mostLike))
    options.grouping = .article
    options.syntax = .plainText
    let comparable = draft.comparable(boilerplate: [])
    let aligner = Aligner(draft.words)
    var matches: [TextMatch] = []
    for result in try search(words.joined(separator: " "), options: options).results {
      let other = PreparedArticle(try record(ofArticle: result.article.id).article)
      let candidate = other.comparable(boilerplate: [])
      guard comparable.sharedVocabulary(with: candidate) >= Self.leastVocabulary else { continue }
      let alignment = aligner.alignment(with: other.words)
      let share = Double(alignment.matched) / Double(max(1, draft.words.count))
      matches.append(
        TextMatch(
          article: result.article, share: share,
          report: RelationClassifier().report(comparable, candidate, alignment: alignment), evidence: .content
        ))
    }
    return matches
  }

  /// The longest different words of a text, which tell most of what it is about, in the order of the text.
  private static func asked(_ draft: PreparedArticle) -> [String] {
    var seen: Set<UInt64> = []
    let places = draft.words.words.indices.filter { seen.insert(draft.words.hashes[$0]).inserted }
    let longest = places.sorted { one, other in
      let (left, right) = (draft.words.words[one], draft.words.words[other])
      return (right.end - right.start, one) < (left.end - left.start, other)
    }
    return longest.prefix(wordsAsked).sorted().map {
      draft.text.string(draft.words.bytes(ofWords: $0..<$0 + 1))
    }
  }
}

internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Finds the articles that repeat a passage: by its fingerprints, then word for word.
///
/// The closest are compared, so that it is known what they changed and where they have it. Where a text is run by
/// hundreds, the others are told by the fingerprints that they share.
struct RepeatFinder {
  /// The share of a passage's words from which on an article is said to repeat it.
  private static let leastShare = 0.25
  /// Fewer words in common than this tell nothing.
  private static let leastWords = 12
  /// The fingerprints that an article shares at the least, where the passage has many.
  private static let leastFingerprints = 2

  /// The articles that are compared for one passage beside earlier results, those with most fingerprints in common first.
  private static let mostCompared = 32
  /// The articles that are listed for one passage, those that are compared included.
  private static let mostListed = 500
  /// The bytes of text that a search compares, all its passages together, before it compares only ``batch`` articles
  /// for each further passage.
  private static let mostBytes = 256 << 10
  /// Of these, the bytes of articles that turn out to repeat nothing: what outlets print under many articles shares
  /// fingerprints with all of them.
  private static let mostBytesInVain = 128 << 10
  /// How many articles are read at a time, and for each passage at the least.
  private static let batch = 8
  /// The share of a passage's fingerprints from which on an article that is not compared is said to repeat it.
  private static let likelyShare = 0.5
  /// The fingerprints that such an article shares at the least.
  private static let leastLikely = 4

  private let archive: Archive
  /// The articles that were read for earlier passages: one page often repeats the same ones.
  private var read: [ArticleHandle: Other] = [:]
  /// The bytes of text of the articles that were compared.
  private var bytes = 0
  /// The bytes of those that were found to repeat nothing.
  private var bytesInVain = 0

  init(archive: Archive) { self.archive = archive }

  /// Whether so much was compared that only a few articles more are for each passage.
  var isSpent: Bool { bytes >= Self.mostBytes || bytesInVain >= Self.mostBytesInVain }

  /// An article that may repeat a passage.
  private struct Other {
    let summary: ArticleSummary
    let stamp: ArticleStamp
    let words: WordList
    /// The length of its text.
    let byteCount: Int
  }

  /// An article that repeats a passage, with its place in the index.
  struct Found {
    let handle: ArticleHandle
    let repeated: PassageRepeat
  }

  private typealias Stamped = (stamp: ArticleStamp, found: Found)

  /// The articles that repeat a passage, the earliest first, and how many more share some of it, as far as fingerprints
  /// tell, that are not among them.
  ///
  /// - Parameters:
  ///   - passage: UTF-8 offsets into the article's text.
  ///   - handle: The article itself, which is left out.
  ///   - related: Results that share some of it: the closest of them are compared before all others.
  ///   - isEnough: Asked after these whether what was found of them is all that is wanted.
  mutating func repeats(
    of passage: Range<Int>, in article: PreparedArticle, at handle: ArticleHandle,
    related: [SeenTexts.Match], isEnough: ([Found]) -> Bool
  ) throws(ArchiveError) -> (found: [Found], notListed: Int) {
    let words = article.words.wordRange(inBytes: passage)
    let values = Set(article.fingerprints.filter { words.contains($0.word) }.map(\.value))
    guard !values.isEmpty else { return ([], 0) }
    let least = values.count >= 8 ? Self.leastFingerprints : 1
    let first = related.filter { $0.sharedCount >= least }.sorted { $0.share > $1.share }
      .prefix(Self.batch).map(\.article)
    let aligner = Aligner(article.words)
    var found = try compared(words, of: aligner, with: first)
    if !first.isEmpty, isEnough(found.map(\.found)) { return (found.map(\.found), 0) }
    let (matches, count) = try indexed { () throws(IndexError) in
      try archive.reader.closest(to: Array(values), atLeast: least, most: Self.mostListed)
    }
    let order = matches.map(\.article).filter { $0 != handle && !first.contains($0) }
    let limit = min(order.count, Self.mostCompared)
    var next = 0
    while next < limit, next == 0 || !isSpent {
      let end = min(next + Self.batch, limit)
      found += try compared(words, of: aligner, with: Array(order[next..<end]))
      next = end
    }
    let compared = Set(first + order[..<next])
    let enough = max(Self.leastLikely, Int((Self.likelyShare * Double(values.count)).rounded(.up)))
    let listed = matches.filter {
      $0.sharedCount >= enough && $0.article != handle && !compared.contains($0.article)
    }
    found += try likely(listed, fingerprints: values.count)
    // The article itself is one of those counted.
    let told = matches.count { $0.article == handle || compared.contains($0.article) } + listed.count
    return (found.sorted { $0.stamp < $1.stamp }.map(\.found), count - told)
  }

  /// Those of some articles that repeat some words of another.
  private mutating func compared(
    _ words: Range<Int>, of aligner: Aligner, with handles: [ArticleHandle]
  ) throws(ArchiveError) -> [Stamped] {
    try readMissing(handles)
    var found: [Stamped] = []
    for handle in handles {
      guard let other = read[handle] else { continue }
      bytes += other.byteCount
      if let repeated = repeated(words, of: aligner, in: other) {
        found.append((other.stamp, Found(handle: handle, repeated: repeated)))
      } else {
        bytesInVain += other.byteCount
      }
    }
    return found
  }

  /// The articles that share many fingerprints with a passage, as ones that repeat it.
  ///
  /// - Parameter fingerprints: How many different ones the passage has.
  private func likely(
    _ matches: [FingerprintMatch], fingerprints: Int
  ) throws(ArchiveError) -> [Stamped] {
    zip(matches, try archive.outlines(at: matches.map(\.article))).map { match, outline in
      let repeated = PassageRepeat(
        article: ArticleSummary(outline), share: Double(match.sharedCount) / Double(fingerprints),
        evidence: .fingerprints, spans: [])
      return (ArticleStamp(outline), Found(handle: match.article, repeated: repeated))
    }
  }

  private mutating func readMissing(_ handles: [ArticleHandle]) throws(ArchiveError) {
    let missing = handles.filter { read[$0] == nil }
    guard !missing.isEmpty else { return }
    for (handle, article) in zip(missing, try archive.articles(at: missing)) {
      read[handle] = Other(
        summary: ArticleSummary(article), stamp: ArticleStamp(article),
        words: WordList(AnalysedText(article.text)), byteCount: article.text.utf8.count)
    }
  }

  /// What an article has of some words of another; nil where that is too little.
  private func repeated(_ words: Range<Int>, of aligner: Aligner, in other: Other) -> PassageRepeat? {
    let runs = aligner.alignment(with: other.words).runs.compactMap { $0.clamped(toA: words) }
    let matched = runs.reduce(0) { $0 + $1.count }
    let share = Double(matched) / Double(max(1, words.count))
    guard matched >= min(Self.leastWords, words.count), share >= Self.leastShare else { return nil }
    let joins = zip(runs, runs.dropFirst())
    let isVerbatim = joins.allSatisfy {
      $1.a == $0.aWords.upperBound && $1.b == $0.bWords.upperBound
    }
    return PassageRepeat(
      article: other.summary, share: share, evidence: isVerbatim ? .verbatim : .edited,
      spans: spans(of: runs, in: other.words))
  }

  /// The bytes of the runs in the other article, neighbouring ones joined over small edits.
  private func spans(of runs: [Alignment.Run], in other: WordList) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for run in runs.sorted(by: { $0.b < $1.b }) {
      if let last = spans.last, run.b - last.upperBound <= 10 {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, run.bWords.upperBound)
      } else {
        spans.append(run.bWords)
      }
    }
    return spans.map { other.bytes(ofWords: $0) }
  }
}

extension Alignment.Run {
  /// The part of the run that lies within some words of the first text; nil where none does.
  fileprivate func clamped(toA words: Range<Int>) -> Alignment.Run? {
    let kept = aWords.clamped(to: words)
    guard !kept.isEmpty else { return nil }
    var run = self
    (run.a, run.b, run.count) = (kept.lowerBound, b + kept.lowerBound - a, kept.count)
    return run
  }
}

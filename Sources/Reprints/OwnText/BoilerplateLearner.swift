public import Articles

/// Learns an outlet's standing text in one of its articles from its other articles.
///
/// A stretch is standing text where two or more other articles of the outlet have it, and the article and those
/// that have it stand on three dates of which each two are at least three days apart. An article that shares much with
/// this one is no witness: a story that an outlet publishes twice, or goes on telling for a week, does not become
/// boilerplate by that. Where dates are missing or vague, it takes three other articles, which share little besides: a
/// form that is half of each article is standing text, but not where it is most of the article in hand.
public struct BoilerplateLearner: Sendable {
  /// Another article of the same outlet, and what it shares with the one in hand.
  public struct Sibling: Sendable {
    /// When it was published.
    public var published: ArticleDate?
    /// What both have, as words of the article in hand.
    public var words: [Range<Int>]
    /// The share that the common text has in the shorter of the two, 0 to 1.
    public var share: Double

    /// Makes a sibling from what is known of it.
    public init(published: ArticleDate?, words: [Range<Int>], share: Double) {
      self.published = published
      self.words = words
      self.share = share
    }
  }

  /// A sibling that shares more than this is another edition of the same story.
  public var editionShare = 0.4
  /// The dates that standing text is found on.
  public var dates = 3
  /// The days between each two of these dates.
  public var daysApart = 3
  /// An article without a date may be another edition of the same story where it has more than this of the words
  /// that are left when the common ones are taken away.
  public var undatedEditionShare = 0.2
  /// The share of an article's words that must be left for that.
  public var undatedRemainder = 0.25
  /// The other articles without a date that standing text is found in, where dates do not tell.
  public var undatedWitnesses = 3
  /// Shorter stretches are the phrases of a house, not its standing text; in words.
  public var shortest = 8

  /// Makes a learner.
  public init() {}

  /// What a text shares with a sibling, as words of the text, judged by fingerprints alone.
  ///
  /// Neighbouring fingerprints are joined over the gaps that winnowing leaves.
  ///
  /// - Parameters:
  ///   - fingerprints: those of the text, in order.
  ///   - shared: the indices of those that the sibling has, ascending.
  public func sharedWords(
    of fingerprints: [Fingerprint], fingerprinter: Fingerprinter = Fingerprinter(), at shared: [Int]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var previous: Int?
    for index in shared {
      let start = fingerprints[index].word
      let end = start + fingerprinter.shingle
      if let previous, previous + 1 == index, let last = ranges.last {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
      previous = index
    }
    return ranges
  }

  /// The standing text in an article, as UTF-8 offsets.
  ///
  /// A sentence of which half or more was learned is standing text whole.
  public func boilerplate(
    in words: WordList, published: ArticleDate?, siblings: [Sibling]
  ) -> [Range<Int>] {
    let undated = siblings.filter { $0.published?.epochDay == nil }
    let witnesses =
      siblings.filter { $0.published?.epochDay != nil && $0.share <= editionShare }
      + differentStories(undated, from: words.count)
    guard witnesses.count >= 2 else { return [] }
    let learned = stretches(witnessedBy: witnesses, published: published)
    guard !learned.isEmpty else { return [] }
    return wholeSentences(around: learned, in: words).map(words.bytes(ofWords:))
  }

  // MARK: Witnesses

  /// The articles without dates that share little with one of some words beside what many of them have.
  private func differentStories(_ siblings: [Sibling], from wordCount: Int) -> [Sibling] {
    guard siblings.count >= undatedWitnesses else { return [] }
    var holders = [Int](repeating: 0, count: wordCount)
    for sibling in siblings { for range in sibling.words { for word in range { holders[word] += 1 } } }
    let left = holders.count { $0 < undatedWitnesses }
    guard Double(left) >= undatedRemainder * Double(wordCount) else { return [] }
    return siblings.filter { sibling in
      let besides = sibling.words.reduce(0) { sum, range in
        sum + range.count { holders[$0] < undatedWitnesses }
      }
      return Double(besides) <= undatedEditionShare * Double(left)
    }
  }

  /// The stretches of words that enough witnesses have.
  private func stretches(witnessedBy witnesses: [Sibling], published: ArticleDate?) -> [Range<Int>] {
    var borders = Set<Int>()
    for witness in witnesses {
      for range in witness.words {
        borders.insert(range.lowerBound)
        borders.insert(range.upperBound)
      }
    }
    var stretches: [Range<Int>] = []
    let ordered = borders.sorted()
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      let here = witnesses.filter { witness in witness.words.contains { $0.contains(start) } }
      let days = here.compactMap { $0.published?.epochDay }
      let isDated = days.count >= 2 && areApart(days + [published?.epochDay].compactMap { $0 })
      guard isDated || here.count - days.count >= undatedWitnesses else { continue }
      if let last = stretches.last, last.upperBound == start {
        stretches[stretches.count - 1] = last.lowerBound..<end
      } else {
        stretches.append(start..<end)
      }
    }
    return stretches.filter { $0.count >= shortest }
  }

  /// Whether enough of some days are far enough apart.
  private func areApart(_ days: [Int]) -> Bool {
    var count = 0
    var last: Int?
    for day in days.sorted() where last.map({ day - $0 >= daysApart }) ?? true {
      count += 1
      last = day
    }
    return count >= dates
  }

  // MARK: Sentences

  private func wholeSentences(around stretches: [Range<Int>], in words: WordList) -> [Range<Int>] {
    var isLearned = [Bool](repeating: false, count: words.count)
    for stretch in stretches { for index in stretch where index < words.count { isLearned[index] = true } }
    var start = 0
    while start < words.count {
      var end = start
      var learned = 0
      while end < words.count, words.words[end].sentence == words.words[start].sentence {
        if isLearned[end] { learned += 1 }
        end += 1
      }
      if learned * 2 >= end - start { for index in start..<end { isLearned[index] = true } }
      start = end
    }
    return runs(of: isLearned)
  }

  private func runs(of flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in flags.indices where flags[index] {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}

/// BM25's measure of a word's frequency, as it counts in passages, articles and headlines.
struct WordMeasure {
  private let factor: Double
  private let fixed: Double
  private let passageSlope: Double
  private let articleSlope: Double
  private let titleNorm: Double
  private let articleShare: Double
  private let titleWeight: Double
  /// Whether more occurrences and shorter texts never count less, and nothing counts below 0.
  let isMonotone: Bool

  init(_ ranking: WordRanking) {
    let (k, b) = (ranking.saturation, ranking.lengthShare)
    factor = k + 1
    fixed = k * (1 - b)
    passageSlope = k * b / ranking.averagePassageLength
    articleSlope = k * b / ranking.averageArticleLength
    titleNorm = k
    articleShare = ranking.articleShare
    titleWeight = ranking.titleWeight
    isMonotone =
      k >= 0 && b >= 0 && b <= 1 && ranking.averagePassageLength > 0 && ranking.averageArticleLength > 0
      && articleShare >= 0 && articleShare <= 1 && titleWeight >= 0
  }

  /// What a passage with so many occurrences has of a word.
  @inline(__always)
  func inPassage(_ frequency: UInt32, length: Double) -> Double {
    let count = Double(frequency)
    return factor * count / (fixed + passageSlope * length + count)
  }

  /// What an article has of a word, in its whole text and its headline, as far as they count.
  @inline(__always)
  func inArticle(_ frequency: UInt32, title: UInt32, length: Double) -> Double {
    let count = Double(frequency)
    let whole = articleShare * (factor * count / (fixed + articleSlope * length + count))
    guard title > 0 else { return whole }
    return whole + inTitle(title)
  }

  /// What a headline with so many occurrences counts.
  @inline(__always)
  func inTitle(_ frequency: UInt32) -> Double {
    titleWeight * (factor * Double(frequency) / (titleNorm + Double(frequency)))
  }

  /// What an article has of a word at most, leaving out its headline.
  @inline(__always)
  func most(_ frequency: UInt32, length: Double, bestPassage: Double) -> Double {
    inArticle(frequency, title: 0, length: length) + (1 - articleShare) * bestPassage
  }

  /// The most that any article can have of a word, its best passage included.
  func most(inPassages passage: UInt32, inTitles title: UInt32) -> Double {
    articleShare * factor + (1 - articleShare) * inPassage(passage, length: 0)
      + (title > 0 ? inTitle(title) : 0)
  }
}

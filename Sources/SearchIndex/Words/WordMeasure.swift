/// BM25's measure of a frequency, as it counts in passages and articles: what a word of weight 1 adds.
struct WordMeasure {
  private let factor: Double
  private let fixed: Double
  private let passageSlope: Double
  private let articleSlope: Double
  private let titleNorm: Double
  private let articleShare: Double
  private let titleWeight: Double

  init(_ ranking: WordRanking) {
    let (k, b) = (ranking.saturation, ranking.lengthShare)
    factor = k + 1
    fixed = k * (1 - b)
    passageSlope = k * b / ranking.averagePassageLength
    articleSlope = k * b / ranking.averageArticleLength
    titleNorm = k
    articleShare = ranking.articleShare
    titleWeight = ranking.titleWeight
  }

  /// No less than a word can add to the score of an article, however often it occurs in it, in its best passage and in its
  /// headline.
  var bound: Double { factor * (articleShare + (1 - articleShare) + titleWeight) }

  /// What a frequency counts in a passage of a length in words.
  @inline(__always)
  func inPassage(_ frequency: UInt32, length: Double) -> Double {
    let count = Double(frequency)
    return factor * count / (fixed + passageSlope * length + count)
  }

  /// What a frequency counts in an article of a length in words, with the frequency in its headline, as its share says.
  @inline(__always)
  func inArticle(_ frequency: UInt32, title: UInt32, length: Double) -> Double {
    let count = Double(frequency)
    let whole = articleShare * (factor * count / (fixed + articleSlope * length + count))
    guard title > 0 else { return whole }
    return whole + titleWeight * (factor * Double(title) / (titleNorm + Double(title)))
  }
}

import SearchIndex
import TestSupport
import Testing

/// The ranking of few articles, which leaves out what cannot be among them, held against that of all.
struct BoundedPassTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
  }

  /// From the commonest to the rarest, as the words of a language are; stemming leaves them alone.
  private static let vocabulary = [
    "gold", "wind", "milk", "salt", "corn", "film", "band", "wolf", "moon", "sand", "lamp", "fish", "bird",
    "rock", "king", "drum", "ship", "coal", "boat", "fork",
  ]

  /// More than the pass wants that scores all articles at once.
  private static let allArticles = 5_000

  private static func word(_ random: inout Lottery) -> String {
    if random.below(3) > 0 { return "filler" }
    return vocabulary[min(random.below(vocabulary.count), random.below(vocabulary.count))]
  }

  /// Articles of one to some passages, in segments of different sizes; every ninth was removed.
  private func write(_ count: Int, seed: UInt64) throws {
    var random = Lottery(seed: seed)
    let writer = try IndexWriter(path: path)
    for number in 0..<count {
      let title = (0..<random.below(5)).map { _ in Self.word(&random) }.joined(separator: " ")
      let sentences = (0..<random.below(30) + 1).map { _ in
        "So " + (0..<random.below(14) + 3).map { _ in Self.word(&random) }.joined(separator: " ") + "."
      }
      let text = sentences.joined(separator: " ")
      try writer.add(Sample.article("a\(number)", text, title: title.isEmpty ? nil : title))
      if number == count / 10 || number == count / 2 { try writer.commit() }
    }
    try writer.commit()
    for number in stride(from: 4, to: count, by: 9) { try writer.remove(id: "a\(number)") }
    try writer.commit()
  }

  private static func ranking(_ random: inout Lottery) -> WordRanking {
    let words = (0..<random.below(7) + 1).map { _ in
      let stems = (0..<(random.below(6) == 0 ? 2 : 1)).map { _ in
        Array(vocabulary[random.below(vocabulary.count)].utf8)
      }
      return WeighedWord(stems: stems, weight: Double(random.below(1_000)) / 100)
    }
    var ranking = WordRanking(words, limit: [1, 2, 5, 30, 90][random.below(5)])
    ranking.averageArticleLength = 140
    ranking.averagePassageLength = 70
    return ranking
  }

  private func expectBestOfAll(_ reader: IndexReader, _ ranking: WordRanking) throws {
    var every = ranking
    every.limit = Self.allArticles
    let (found, all) = (try reader.ranked(ranking), try reader.ranked(every))
    #expect(found.matchingPassages == all.matchingPassages)
    #expect(found.articles.count == min(ranking.limit, all.articles.count))
    for (own, other) in zip(found.articles, all.articles) {
      #expect(own.extent == other.extent && own.base == other.base && own.score == other.score)
      #expect(found.passages[own.passages] == all.passages[other.passages])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `few articles are the best of all, to the last digit`(seed: UInt64) throws {
    try write(400, seed: seed)
    let reader = try IndexReader(path: path)
    var random = Lottery(seed: seed + 100)
    for _ in 0..<150 { try expectBestOfAll(reader, Self.ranking(&random)) }
  }

  @Test func `nothing is left out where more of a word may count less`() throws {
    try write(200, seed: 4)
    let reader = try IndexReader(path: path)
    var random = Lottery(seed: 5)
    for _ in 0..<20 {
      var ranking = Self.ranking(&random)
      ranking.words[0].weight = -1
      try expectBestOfAll(reader, ranking)
      ranking.words[0].weight = 1
      ranking.articleShare = 1.5
      ranking.lengthShare = 1.2
      try expectBestOfAll(reader, ranking)
    }
  }

  @Test func `none are wanted, none are found, and all matches are counted`() throws {
    try write(50, seed: 6)
    let reader = try IndexReader(path: path)
    var random = Lottery(seed: 7)
    var ranking = Self.ranking(&random)
    ranking.limit = 0
    try expectBestOfAll(reader, ranking)
  }
}

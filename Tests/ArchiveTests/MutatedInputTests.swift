import Articles
import Formats
import FoundationEssentials
import Query
import TestSupport
import Testing
import TextAnalysis

/// A short run of what `scripts/fuzz` does at length: the seeds, changed at random, through the readers.
struct MutatedInputTests {
  private static let seeds: [[UInt8]] = {
    let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fuzzing/Seeds"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap {
      FileManager.default.contents(atPath: folder + "/" + $0).map(Array.init)
    }
  }()

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `every seed of records is read`() throws {
    #expect(Self.seeds.count >= 15)
    for seed in Self.seeds where seed[0] < 7 {
      #expect(try articles(in: Array(seed.dropFirst()), ending: ending(seed[0])).isEmpty == false)
    }
  }

  @Test func `mutated inputs give articles that come back, refusals or errors`() throws {
    var random = RandomBytes(state: 2024)
    var read = 0
    for round in 0..<100 {
      for seed in Self.seeds {
        let input = random.mutated(seed, changes: 1 + round % 6)
        guard seed[0] < 7 else {
          _ = try? QueryParser.parse(String(decoding: input.dropFirst(), as: UTF8.self))
          continue
        }
        for article in try articles(in: Array(input.dropFirst()), ending: ending(seed[0])) {
          read += 1
          #expect(try comesBack(article))
          #expect(AnalysedText(article.text).passages().last?.bytes.upperBound == article.text.utf8.count)
        }
      }
    }
    #expect(read > 200)
  }

  private func ending(_ choice: UInt8) -> String {
    switch choice {
    case 4: ".txt"
    case 5: ""
    case 6: ".gz"
    default: ".jsonl"
    }
  }

  private func articles(in bytes: [UInt8], ending: String) throws -> [Article] {
    var source = ArticleSource(paths: [try folder.write("input" + ending, bytes)])
    var articles: [Article] = []
    while let event = source.next() {
      if case .article(let article, _, _) = event { articles.append(article) }
    }
    return articles
  }

  private func comesBack(_ article: Article) throws -> Bool {
    let events = RecordLine.events(from: RecordEncoder.line(for: article))
    guard case .article(let again, _, _) = events.last else { return false }
    return again == article
  }
}

/// Bytes at random, the same for the same state.
private struct RandomBytes {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, count)
  }

  /// The seed with some of its bytes changed, cut, doubled or followed by others.
  mutating func mutated(_ seed: [UInt8], changes: Int) -> [UInt8] {
    var bytes = seed
    for _ in 0..<changes where bytes.count > 2 {
      let place = 1 + next(bytes.count - 1)
      let end = min(bytes.count, place + next(12))
      switch next(5) {
      case 0: bytes[place] = UInt8(next(256))
      case 1: bytes[place] ^= 1 << UInt8(next(8))
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes.insert(contentsOf: (0..<next(5)).map { _ in UInt8(next(256)) }, at: place)
      }
    }
    return bytes
  }
}

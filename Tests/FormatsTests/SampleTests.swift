import Articles
import FoundationEssentials
import Formats
import Testing

/// The samples of `corpus/formats`, one file in each format, held to what is to be read in them.
struct SampleTests {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/corpus/formats"
  }()

  /// What is to be read of an article.
  struct Truth: Equatable {
    let number: Int
    let outlet, published, title, byline, text: String
  }

  /// The truth by the names of the files.
  static let truth: [String: [Truth]] = {
    let data = FileManager.default.contents(atPath: folder + "/articles.tsv") ?? Data()
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(grouping: rows, by: { $0[0] }).mapValues { rows in
      rows.map {
        Truth(
          number: Int($0[1]) ?? 0, outlet: $0[2], published: $0[3], title: $0[4], byline: $0[5], text: $0[6])
      }.sorted { $0.number < $1.number }
    }
  }()

  @Test func `there are samples of all formats but those that need a page`() {
    #expect(Self.truth.count >= 25)
  }

  @Test(arguments: truth.keys.sorted())
  func `a sample is read as it is meant`(file: String) throws {
    let reading = Reading(Self.folder + "/files/" + file)
    let read = reading.articles.enumerated().map { number, article in
      Truth(
        number: number + 1, outlet: article.outlet ?? "", published: article.published?.description ?? "",
        title: article.title ?? "", byline: article.byline ?? "",
        text: article.text.replacing("\n\n", with: "¶").replacing("\u{FEFF}", with: ""))
    }
    let expected = try #require(Self.truth[file])
    #expect(read.count == expected.count)
    for (one, other) in zip(read, expected) { #expect(one == other) }
    #expect(reading.refusals.map(\.reason) == (file == "feed.rss" ? [.summaryOnly] : []))
    #expect(Set(reading.ids).count == reading.ids.count)
  }

  @Test func `all samples are read from their folder at once`() {
    let reading = Reading(Self.folder + "/files")
    #expect(reading.articles.count == Self.truth.values.reduce(0) { $0 + $1.count })
    #expect(reading.leftOut == ["a picture"])
  }
}

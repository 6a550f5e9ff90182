import Articles
import Formats
import FoundationEssentials
import Testing
import TextAnalysis

@testable import Reprints

/// The relations of real pairs of articles that were judged by reading, where `REPRISE_DATA` names a folder that
/// has them; the floors lie a little below what was reached.
struct OutsideDataTests {
  static let data = ProcessInfo.processInfo.environment["REPRISE_DATA"]

  private struct Judgement: Decodable {
    var a: String
    var b: String
    var relation: String?
    var label: String?
    var source: String?
  }

  private func judgements(_ file: String) throws -> [Judgement] {
    let lines = try String(contentsOfFile: try #require(Self.data) + "/" + file, encoding: .utf8)
    return try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Judgement.self, from: Data($0.utf8))
    }
  }

  /// Each judged pair with what is reported of it; nothing is learned of any outlet.
  private func reports(_ folder: String, docs: String) throws -> [(judged: Judgement, report: PairReport)] {
    var texts: [String: ComparableText] = [:]
    var source = ArticleSource(paths: [try #require(Self.data) + "/\(folder)/\(docs)"])
    while let event = source.next() {
      if case .article(let article, _, _) = event {
        texts[article.id] = ComparableText(article, AnalysedText(article.text))
      }
    }
    return try judgements("\(folder)/labels.jsonl").map { judged in
      (judged, RelationClassifier().report(try #require(texts[judged.a]), try #require(texts[judged.b])))
    }
  }

  private func f1(right: Int, reported: Int, wanted: Int) -> Double {
    2 * Double(right) / Double(reported + wanted)
  }

  @Test(.enabled(if: data != nil, "REPRISE_DATA names no folder with outside data"))
  func `judged pairs have their relation`() throws {
    let pairs = try reports("reprints", docs: "docs.jsonl.gz").map { pair in
      (wanted: coarse(pair.judged.relation ?? ""), found: coarse(pair.report.relation.rawValue))
    }
    let scores = ["reprint", "partial", "other"].map { name in
      f1(
        right: pairs.count { $0.wanted == name && $0.found == name },
        reported: pairs.count { $0.found == name },
        wanted: pairs.count { $0.wanted == name })
    }
    #expect(scores.reduce(0, +) / 3 >= 0.92)
    let reuse = f1(
      right: pairs.count { $0.wanted != "other" && $0.found != "other" },
      reported: pairs.count { $0.found != "other" }, wanted: pairs.count { $0.wanted != "other" })
    #expect(reuse >= 0.94)
  }

  private func coarse(_ relation: String) -> String {
    relation == "reprint" || relation == "partial" ? relation : "other"
  }

  @Test(.enabled(if: data != nil, "REPRISE_DATA names no folder with outside data"))
  func `four credited sources in five are named as the judges did`() throws {
    let credited = try reports("reprints", docs: "docs.jsonl.gz").filter { pair in
      coarse(pair.judged.relation ?? "") != "other" && pair.judged.source != nil
    }
    let right = credited.count { pair in
      SourceName.areSame(pair.report.source ?? "", pair.judged.source ?? "")
    }
    #expect(Double(right) >= 0.8 * Double(credited.count))
  }

  @Test(.enabled(if: data != nil, "REPRISE_DATA names no folder with outside data"))
  func `rewritten answers are found and no others`() throws {
    let pairs = try reports("reuse/clough_stevenson", docs: "docs.jsonl").map { pair in
      (
        label: pair.judged.label ?? "", found: [.reprint, .partial, .rewrite].contains(pair.report.relation),
        pair.report
      )
    }
    let right = pairs.count { $0.label != "non" && $0.found }
    #expect(
      f1(right: right, reported: pairs.count { $0.found }, wanted: pairs.count { $0.label != "non" }) >= 0.96)
    #expect(pairs.count { $0.label == "heavy" && [.partial, .rewrite].contains($0.2.relation) } >= 15)
  }
}

import Archive
import FoundationEssentials
import Reprints
import TestSupport
import Testing

/// The corpus of the project, indexed, and the truth about it.
enum Corpus {
  /// The folder of the corpus.
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/corpus"
  }()

  private static let home = Result { try TemporaryFolder() }

  private static let indexing = Result {
    let folder = try home.get()
    let summary = try Indexer(path: folder.index).run(paths: [Corpus.folder])
    return (archive: try Archive(path: folder.index), summary: summary)
  }

  private static let report = Result { try archive().reprints() }

  private static let pairs = Result {
    Dictionary(uniqueKeysWithValues: try report.get().pairs.map { (PairOfIDs($0.a.id, $0.b.id), $0) })
  }

  /// The corpus as an archive, made once and read by all tests, none of which may write to it.
  static func archive() throws -> Archive { try indexing.get().archive }

  /// What the run that indexed the corpus did.
  static func summary() throws -> IndexingSummary { try indexing.get().summary }

  /// The families of the whole corpus.
  static func families() throws -> [ArticleFamily] { try report.get().families }

  /// The pairs of the whole corpus.
  static func reprints() throws -> [PairOfIDs: ArticlePair] { try pairs.get() }

  /// A truth file: for each line the values by the names of the columns.
  static func table(_ name: String) throws -> [[String: String]] {
    let path = folder + "/" + name
    let data = try #require(FileManager.default.contents(atPath: path), "there is no \(path)")
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}

/// The ids of two articles, in byte order.
struct PairOfIDs: Hashable, CustomTestStringConvertible {
  let a: String
  let b: String

  init(_ first: String, _ second: String) {
    (a, b) = first.utf8.lexicographicallyPrecedes(second.utf8) ? (first, second) : (second, first)
  }

  var testDescription: String { "\(a) and \(b)" }
}

/// A line of `families.tsv`.
struct KnownPair: CustomTestStringConvertible {
  let ids: PairOfIDs
  let relation: Relation
  let direction: String
  let credit: String

  var testDescription: String { "\(ids.testDescription): \(relation.rawValue)" }

  /// All of them.
  static func all() throws -> [KnownPair] {
    try Corpus.table("families.tsv").map { row in
      KnownPair(
        ids: PairOfIDs(row["id_a", default: ""], row["id_b", default: ""]),
        relation: try #require(Relation(rawValue: row["relation", default: ""])),
        direction: row["direction", default: ""], credit: row["credit", default: ""])
    }
  }
}

import Archive
import Articles
import Testing

/// Holds the recogniser, as an archive stores what it found, to `corpus/entities.tsv`.
struct EntityTruthTests {
  /// What is measured on the corpus, rounded down.
  static let precisionFloor = 0.80
  static let recallFloor = 0.74
  static let canonicalFloor = 0.95

  /// A name as an article writes it, with what it is.
  struct Form: Hashable {
    let article: String
    let entityClass: EntityClass
    let name: String
  }

  @Test func `precision and recall of written names are at least what was measured`() throws {
    let truth = try Self.truth()
    let found = try Self.found(in: Set(truth.keys.map(\.article)))
    let right = Double(found.keys.filter { truth[$0] != nil }.count)
    let precision = right / Double(found.count)
    let recall = right / Double(truth.count)
    print("names of the corpus: precision \(precision), recall \(recall)")
    #expect(precision >= Self.precisionFloor)
    #expect(recall >= Self.recallFloor)
  }

  @Test func `short forms stand for the full name`() throws {
    let truth = try Self.truth()
    let found = try Self.found(in: Set(truth.keys.map(\.article)))
    let both = found.filter { truth[$0.key] != nil }
    let right = both.filter { !(truth[$0.key] ?? []).isDisjoint(with: $0.value) }
    let share = Double(right.count) / Double(both.count)
    print("canonical names of the corpus: \(share) of \(both.count)")
    #expect(share >= Self.canonicalFloor)
  }

  @Test func `mentions stand in order, within the text, where the text has a name`() throws {
    let archive = try Corpus.archive()
    for id in Set(try Corpus.table("entities.tsv").compactMap({ $0["id"] })) {
      let record = try archive.record(ofArticle: id)
      let starts = record.mentions.map(\.bytes.lowerBound)
      #expect(starts == starts.sorted(), "\(id)")
      for mention in record.mentions {
        #expect(Self.written(mention, in: record) != nil, "\(id) at \(mention.bytes)")
        #expect(!mention.name.isEmpty && !mention.key.isEmpty)
      }
    }
  }

  /// The truth: each written form with what it may stand for.
  private static func truth() throws -> [Form: Set<String>] {
    var truth: [Form: Set<String>] = [:]
    for row in try Corpus.table("entities.tsv") {
      let entityClass = try #require(EntityClass(rawValue: row["class", default: ""]))
      let form = Form(
        article: row["id", default: ""], entityClass: entityClass, name: row["name", default: ""])
      truth[form, default: []].insert(row["canonical", default: ""])
    }
    return truth
  }

  /// What the archive has of some articles, in the same shape.
  private static func found(in articles: Set<String>) throws -> [Form: Set<String>] {
    let archive = try Corpus.archive()
    var found: [Form: Set<String>] = [:]
    for id in articles {
      let record = try archive.record(ofArticle: id)
      for mention in record.mentions {
        guard let name = written(mention, in: record) else { continue }
        found[Form(article: id, entityClass: mention.entityClass, name: name), default: []].insert(
          mention.name)
      }
    }
    return found
  }

  /// The name as it stands in the text; nil where the offsets cut a character or are empty.
  private static func written(_ mention: StoredMention, in record: ArticleRecord) -> String? {
    let bytes = Array(record.article.text.utf8)[mention.bytes]
    guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else { return nil }
    return text
  }
}

import Archive
import Articles
import Reprints
import TestSupport
import Testing

/// Holds the report on the corpus to `corpus/families.tsv`.
struct ReprintsTests {
  @Test(arguments: try KnownPair.all())
  func `each pair has the relation that its authors gave it`(_ known: KnownPair) throws {
    let found = try Corpus.reprints()[known.ids]
    let relation = found?.report.relation ?? .none
    #expect(relation == known.relation, "\(found?.report.why ?? "not reported")")
  }

  @Test func `no pair is reported that shares no text`() throws {
    let known = Set(try KnownPair.all().map(\.ids))
    #expect(try Corpus.reprints().keys.filter { !known.contains($0) }.map(\.testDescription) == [])
  }

  @Test func `the two articles of a pair are in the order of their ids`() throws {
    for (ids, pair) in try Corpus.reprints() { #expect((pair.a.id, pair.b.id) == (ids.a, ids.b)) }
  }

  @Test func `spans lie within the texts, and verbatim ones are the same words`() throws {
    let archive = try Corpus.archive()
    for pair in try Corpus.reprints().values {
      let a = Array(try archive.record(ofArticle: pair.a.id).article.text.utf8)
      let b = Array(try archive.record(ofArticle: pair.b.id).article.text.utf8)
      for span in pair.report.spans {
        try #require(span.a.upperBound <= a.count && span.b.upperBound <= b.count)
        #expect(String(validating: a[span.a], as: UTF8.self) != nil)
        #expect(String(validating: b[span.b], as: UTF8.self) != nil)
        if span.isVerbatim { #expect(words(a[span.a]) == words(b[span.b]), "\(pair.a.id), \(pair.b.id)") }
      }
    }
  }

  /// The letters of a text in lower case, so that punctuation and typography do not count.
  private func words(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
  }

  @Test func `containments are shares`() throws {
    for pair in try Corpus.reprints().values {
      #expect((0...1).contains(pair.report.containmentA) && (0...1).contains(pair.report.containmentB))
      #expect((0...1).contains(pair.report.confidence))
      #expect(!pair.report.why.isEmpty)
    }
  }

  @Test func `only the relations asked for are reported`() throws {
    let found = try Corpus.archive().reprints(options: ReprintOptions(relations: [.quotes])).pairs
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.report.relation == .quotes })
  }

  @Test func `the report does not depend on the number of threads`() throws {
    let archive = try Corpus.archive()
    let one = try archive.reprints(options: ReprintOptions(jobs: 1)).pairs
    let three = try archive.reprints(options: ReprintOptions(jobs: 3)).pairs
    #expect(one.map(\.a.id) == three.map(\.a.id) && one.map(\.b.id) == three.map(\.b.id))
    #expect(one.map(\.report) == three.map(\.report))
  }

  @Test func `a report on an empty archive is empty`() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer(path: folder.index).run(paths: [])
    let report = try Archive(path: folder.index).reprints()
    #expect(report.pairs.isEmpty && report.families.isEmpty)
  }
}

/// Holds direction and credit to `corpus/families.tsv`, with a floor where not all can be reached.
struct ProvenanceTests {
  /// The directions that are told right of those that the articles tell; measured.
  static let directionFloor = 64
  /// The credits that are read right; measured.
  ///
  /// What cannot be said for certain is not said: a copy is called uncredited only where it is a reprint and the original
  /// is known to be one, and a credit lost only where nothing else is credited.
  static let creditFloor = 14

  @Test func `most directions are told, and none is told wrong way round`() throws {
    let reports = try Corpus.reprints()
    var right = 0
    for known in try KnownPair.all() where known.direction != "-" {
      let direction = reports[known.ids]?.report.direction.rawValue
      if direction == known.direction { right += 1 }
      let opposite = ["a_from_b": "b_from_a", "b_from_a": "a_from_b"][known.direction]
      #expect(direction != opposite, "\(known.testDescription)")
    }
    #expect(right >= Self.directionFloor)
  }

  @Test func `most credits are read`() throws {
    let verdicts: [String: CreditVerdict] = [
      "credited": .creditedAndCopied, "uncredited": .copiedWithoutCredit, "dropped": .lostOnTheWay,
    ]
    let reports = try Corpus.reprints()
    let right = try KnownPair.all().filter {
      verdicts[$0.credit] != nil && reports[$0.ids]?.report.credit == verdicts[$0.credit]
    }
    #expect(right.count >= Self.creditFloor)
  }
}

import XapianReference

@testable import Glass
@testable import SearchIndex
@testable import Storage

/// Documents that are written by our writer and by Xapian's, to be compared by what Xapian reads of both.
struct SampleDatabase {
  struct Document {
    var words: [(term: String, position: UInt32)] = []
    /// Terms that count without a position.
    var counted: [String] = []
    var tags: [String] = []
    var values: [(slot: Slot, bytes: [UInt8])] = []
    var data: [UInt8] = []
  }

  var documents: [Document] = []

  /// Documents of words drawn from a vocabulary in which some are much more frequent than others.
  static func drawn(_ count: Int, words: Int, seed: UInt64) -> SampleDatabase {
    var draw = Lottery(seed: seed)
    var database = SampleDatabase()
    for number in 0..<count {
      var document = SampleDatabase.Document()
      var position: UInt32 = 0
      for _ in 0..<draw.below(words) {
        position += UInt32(1 + draw.below(draw.below(10) == 0 ? 300 : 2))
        document.words.append(
          ("w\(draw.below(1 + draw.below(1 + draw.below(900))))", position))
      }
      document.counted = (0..<draw.below(4)).map { "w\(draw.below(50 + $0))" }
      document.tags = ["Q\(number)", "XOoutlet \(draw.below(7))", "Lén"]
      for slot in Slot.allCases where draw.below(4) > 0 {
        document.values.append((slot, draw.bytes(1 + draw.below(40))))
      }
      if number % 3 == 0 {
        document.data = Array("record \(number) ".utf8) + draw.bytes(draw.below(3_000))
      }
      database.documents.append(document)
    }
    return database
  }

  /// 40,000 small documents: more than have ids of two bytes, with terms whose lists have many pieces.
  static func manyAlike() -> SampleDatabase {
    var database = SampleDatabase()
    for number in 0..<40_000 {
      var document = SampleDatabase.Document()
      document.words = [("every", UInt32(number % 500 + 1)), ("rare\(number % 977)", 1_000)]
      document.values = [
        (.locator, [UInt8(number & 0x7F), 1]), (.outlet, Array("outlet \(number % 11)".utf8)),
      ]
      document.tags = number % 3 == 0 ? ["XH"] : []
      database.documents.append(document)
    }
    return database
  }

  /// Writes the documents as segments are written.
  func write(to path: String) throws {
    var database = try GlassDatabaseWriter(DurableFolder(path), slotCount: Slot.allCases.count)
    var inverter = SegmentInverter()
    for document in documents {
      inverter.beginDocument()
      for word in document.words { inverter.add(number(word.term, &inverter), .at(word.position)) }
      for term in document.counted { inverter.add(number(term, &inverter), .counted) }
      for tag in document.tags { inverter.add(number(tag, &inverter), .tag) }
      let length = UInt32(document.words.count + document.counted.count)
      try database.addDocument(
        length: length, values: document.values.map { ($0.slot.number, $0.bytes) }, data: document.data)
    }
    try inverter.inverted().forEachTerm { term throws(IndexError) in
      try database.addTerm(term.name, term.postings, positions: term.positions)
    }
    try database.finish()
  }

  private func number(_ term: String, _ inverter: inout SegmentInverter) -> UInt32 {
    Array(term.utf8).withUnsafeBufferPointer { inverter.number(of: $0) }
  }

  /// Writes the documents as Xapian does.
  func writeReference(to path: String) {
    let writer = reference_writer_create(path)
    defer { reference_writer_free(writer) }
    for document in documents {
      reference_writer_begin(writer)
      for word in document.words {
        reference_writer_occurrence(writer, Array(word.term.utf8), word.term.utf8.count, word.position)
      }
      for term in document.counted {
        reference_writer_occurrence(writer, Array(term.utf8), term.utf8.count, 0)
      }
      for tag in document.tags { reference_writer_tag(writer, Array(tag.utf8), tag.utf8.count) }
      for value in document.values {
        reference_writer_value(writer, value.slot.rawValue, value.bytes, value.bytes.count)
      }
      reference_writer_end(writer, document.data, document.data.count)
    }
  }

  /// Everything that Xapian reads from a database, line by line.
  static func dump(_ path: String) -> [String] {
    var lines: [String] = []
    withUnsafeMutablePointer(to: &lines) { lines in
      reference_dump(path, lines) { context, line, length in
        let bytes = UnsafeRawBufferPointer(start: line, count: length)
        context?.assumingMemoryBound(to: [String].self).pointee.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return lines
  }

  /// The first line in which two dumps differ, for a message; nil where they do not.
  static func difference(_ ours: [String], _ theirs: [String]) -> String? {
    for (number, (our, their)) in zip(ours, theirs).enumerated() where our != their {
      return "line \(number): ours '\(our.prefix(200))', Xapian's '\(their.prefix(200))'"
    }
    return ours.count == theirs.count ? nil : "ours has \(ours.count) lines, Xapian's \(theirs.count)"
  }
}

import Storage

/// A database that is merged into another: where its tables have been read to, and which document becomes which.
final class GlassMergeSource: TermCursor {
  private let folder: DurableFolder
  private let roots: [GlassFormat.Table: GlassTableRoot]
  private let deletions: DeletionSet
  private let lastDocument: UInt32
  private let blocks: (String) throws(IndexError) -> any CheckedBlocks
  /// For each id up to the highest the id that the document gets; 0 where there is none, and ``deleted`` where it is.
  @exclusivity(unchecked) private var numbers: [UInt32] = []
  private var postlist: GlassCursor
  private let position: GlassCursor
  /// What the entry in hand of the table of postings is; nil after the last.
  @exclusivity(unchecked) private var postlistKey: GlassPostlistKey?

  /// Stands for the id of a document that is deleted.
  private static let deleted = UInt32.max

  init(_ source: GlassMerge.Source) throws(IndexError) {
    folder = source.folder
    deletions = source.deletions
    lastDocument = source.lastDocument
    blocks = source.blocks
    roots = try GlassVersionFile.roots(in: folder)
    postlist = try Self.cursor(.postlist, roots, in: folder, blocks)
    position = try Self.cursor(.position, roots, in: folder, blocks)
    try readKey()
  }

  private static func cursor(
    _ table: GlassFormat.Table, _ roots: [GlassFormat.Table: GlassTableRoot], in folder: DurableFolder,
    _ blocks: (String) throws(IndexError) -> any CheckedBlocks
  ) throws(IndexError) -> GlassCursor {
    try GlassCursor(table, roots[table] ?? GlassTableRoot(), in: folder, blocks)
  }

  @inline(__always)
  private func readKey() throws(IndexError) {
    guard !postlist.isAtEnd else {
      postlistKey = nil
      return
    }
    guard let key = GlassPostlistKey(postlist.key) else { throw postlist.damaged }
    postlistKey = key
  }

  @inline(__always)
  private func nextPostlistEntry() throws(IndexError) {
    try postlist.next()
    try readKey()
  }

  // MARK: Documents

  /// Goes through values and lengths, and numbers the documents that are kept.
  ///
  /// - Parameters:
  ///   - statistics: Those of each slot, into which the values are taken.
  ///   - lengths: The lengths of all documents before, to which those of the documents that are kept are added.
  /// - Returns: The number of documents that are kept.
  func survey(
    _ statistics: inout [GlassValueStatistics], _ lengths: inout [GlassPostings.Posting]
  ) throws(IndexError) -> Int {
    let before = lengths.count
    survey: while let key = postlistKey {
      switch key {
      case .term: break survey
      case .valueStatistics: break
      case .values(let slot, let first):
        try readValues(first: first) { statistics[Int(slot)].add($1) }
      case .lengths(let first):
        var isSound = true
        let isRead = GlassPostings.read(postlist.content, first: first) { posting in
          isSound = isSound && number(posting, &lengths)
        }
        guard isRead, isSound else { throw postlist.damaged }
      }
      try nextPostlistEntry()
    }
    for run in deletions.runs where run.end > numbers.count {
      throw .damaged(path: folder.path, detail: "passage \(run.end - 1) is deleted and is not there")
    }
    postlist = try Self.cursor(.postlist, roots, in: folder, blocks)
    try readKey()
    return lengths.count - before
  }

  /// Takes in a document with its length; says whether it comes behind all before it, and not behind the last.
  private func number(_ posting: GlassPostings.Posting, _ lengths: inout [GlassPostings.Posting]) -> Bool {
    guard posting.document >= numbers.count, posting.document <= lastDocument else { return false }
    numbers.append(contentsOf: repeatElement(0, count: Int(posting.document) - numbers.count))
    guard !isDeleted(posting.document) else {
      numbers.append(Self.deleted)
      return true
    }
    let number = UInt32(lengths.count + 1)
    numbers.append(number)
    lengths.append(.init(document: number, frequency: posting.frequency))
    return true
  }

  private func isDeleted(_ document: UInt32) -> Bool { !deletions.isEmpty && deletions.contains(document) }

  /// Gives the documents of the piece in hand that are not deleted, by the ids that they have here, with their values.
  private func readValues(
    first: UInt32, take: (UInt32, UnsafeBufferPointer<UInt8>) throws(IndexError) -> Void
  ) throws(IndexError) {
    let isRead = try GlassValueWriter.read(postlist.content, first: first) {
      document, value throws(IndexError) in
      if !isDeleted(document) { try take(document, value) }
    }
    guard isRead else { throw postlist.damaged }
  }

  /// The id that a document gets: 0 where there is none, and ``deleted`` where it is.
  @inline(__always)
  private func number(of document: UInt32) -> UInt32 {
    Int(document) < numbers.count ? numbers[Int(document)] : 0
  }

  /// Copies a table whose keys begin with documents.
  func copyDocuments(_ table: GlassFormat.Table, to writer: GlassTableWriter) throws(IndexError) {
    let cursor = try Self.cursor(table, roots, in: folder, blocks)
    var key = GlassKey()
    while !cursor.isAtEnd {
      guard let (document, end) = GlassKey.sortable(in: cursor.key, at: 0) else { throw cursor.damaged }
      let number = number(of: document)
      let rest = UnsafeBufferPointer(rebasing: cursor.key[end...])
      guard number > 0, rest.isEmpty || rest.elementsEqual([0]) else { throw cursor.damaged }
      if number != Self.deleted {
        key.keepFirst(0)
        key.append(sortable: number)
        key.append(rest)
        try writer.add(key.buffer, cursor.content, isCompressed: cursor.isCompressed)
      }
      try cursor.next()
    }
  }

  /// Copies the values of a slot, after those of all slots before.
  func copyValues(slot: Int, to writer: inout GlassValueWriter) throws(IndexError) {
    var last: UInt32 = 0
    while let key = postlistKey {
      switch key {
      case .valueStatistics: break
      case .values(let own, let first):
        guard own == slot else { return }
        try readValues(first: first) { document, value throws(IndexError) in
          let number = number(of: document)
          guard number > last, number != Self.deleted else { throw postlist.damaged }
          last = number
          try writer.add(value, document: number)
        }
      case .lengths, .term: return
      }
      try nextPostlistEntry()
    }
  }

  /// Passes over the lengths of documents, to the first term.
  func skipLengths() throws(IndexError) {
    while case .lengths = postlistKey { try nextPostlistEntry() }
  }

  // MARK: Terms

  /// The term that comes next; nil after the last.
  var term: UnsafeBufferPointer<UInt8>? {
    @inline(__always) get {
      guard case .term(let count, _) = postlistKey else { return nil }
      return UnsafeBufferPointer(start: postlist.key.baseAddress, count: count)
    }
  }

  /// Takes the documents with a term, which comes next, and goes on to the one after it.
  func takePostings(
    of term: UnsafeBufferPointer<UInt8>, into postings: inout [GlassPostings.Posting]
  ) throws(IndexError) {
    var isFirst = true
    var last: UInt32 = 0
    while let next = self.term, next.byteOrder(to: term) == 0, case .term(_, let first) = postlistKey {
      guard isFirst == (first == nil) else { throw postlist.damaged }
      isFirst = false
      var isSound = true
      let isRead = GlassPostings.read(postlist.content, first: first) { posting in
        let number = number(of: posting.document)
        isSound = isSound && posting.document > last && number > 0
        last = posting.document
        if number != Self.deleted { postings.append(.init(document: number, frequency: posting.frequency)) }
      }
      guard isRead, isSound else { throw postlist.damaged }
      try nextPostlistEntry()
    }
  }

  /// Copies the positions of a term; terms come in order.
  ///
  /// - Parameter key: A key that begins with the term and a NUL, and nothing behind.
  func copyPositions(_ key: inout GlassKey, to writer: GlassTableWriter) throws(IndexError) {
    let prefixBytes = key.count
    while position.key.begins(with: key.buffer) {
      guard let (document, end) = GlassKey.sortable(in: position.key, at: prefixBytes),
        end == position.key.count
      else { throw position.damaged }
      let number = number(of: document)
      guard number > 0 else { throw position.damaged }
      if number != Self.deleted {
        key.append(sortable: number)
        try writer.add(key.buffer, position.content)
        key.keepFirst(prefixBytes)
      }
      try position.next()
    }
  }

  /// Throws where there is anything left to read.
  func checkEnd() throws(IndexError) {
    guard postlist.isAtEnd else { throw postlist.damaged }
    guard position.isAtEnd else { throw position.damaged }
  }
}

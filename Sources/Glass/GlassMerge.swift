package import Storage

/// Merges databases into one, with the documents of each behind those of the one before, without gaps.
///
/// Each source is read from front to back, and the new tables are written as ``GlassDatabaseWriter`` writes them. Lists of
/// postings and values are written anew, with the new ids; records, term lists and positions are copied as they are, under
/// new keys. What is deleted is left out on the way. The memory that it takes is that of one term's postings and of some
/// twelve bytes a document. Nothing is synced to the disk: that is the caller's.
package struct GlassMerge {
  /// A database to merge, whose files are not written to any more, and have the hashes of their blocks.
  package struct Source {
    let folder: DurableFolder
    let deletions: DeletionSet
    /// The highest id that a document may have: a table that has a higher one is damaged.
    let lastDocument: UInt32
    /// Gives what the blocks of a file must be like, by its name.
    let blocks: (String) throws(IndexError) -> any CheckedBlocks

    package init(
      folder: DurableFolder, deletions: DeletionSet, lastDocument: UInt32,
      blocks: @escaping (String) throws(IndexError) -> any CheckedBlocks
    ) {
      self.folder = folder
      self.deletions = deletions
      self.lastDocument = lastDocument
      self.blocks = blocks
    }
  }

  private let sources: [GlassMergeSource]
  private let files: GlassFiles
  private var lengths: [GlassPostings.Posting] = []
  private var highestFrequency: UInt32 = 0

  /// Makes a folder, which must not exist, in one that does.
  ///
  /// - Returns: For each source the number of its documents that are not deleted.
  /// - Throws: ``IndexError/damaged(path:detail:)`` where a source is not as it was written.
  package static func run(_ sources: [Source], to folder: DurableFolder) throws(IndexError) -> [Int] {
    var merge = try GlassMerge(sources, to: folder)
    let counts = try merge.copyValuesAndLengths()
    try merge.copyTerms()
    for source in merge.sources {
      try source.checkEnd()
      try source.copyDocuments(.docdata, to: merge.files.docdata)
      try source.copyDocuments(.termlist, to: merge.files.termlist)
    }
    try merge.files.finish(lengths: merge.lengths, highestFrequency: merge.highestFrequency)
    return counts
  }

  private init(_ sources: [Source], to folder: DurableFolder) throws(IndexError) {
    self.sources = try sources.map { source throws(IndexError) in try GlassMergeSource(source) }
    files = try GlassFiles(folder)
  }

  /// Writes what comes before all terms in the table of postings.
  ///
  /// - Returns: For each source the number of its documents that are not deleted.
  private mutating func copyValuesAndLengths() throws(IndexError) -> [Int] {
    var statistics = Array(repeating: GlassValueStatistics(), count: GlassValues.mostSlots)
    var counts: [Int] = []
    for source in sources { counts.append(try source.survey(&statistics, &lengths)) }
    var values = GlassValueWriter(files.postlist)
    for (slot, statistics) in statistics.enumerated() { try values.add(statistics, slot: slot) }
    for slot in statistics.indices {
      values.begin(slot: slot)
      for source in sources { try source.copyValues(slot: slot, to: &values) }
      try values.end()
    }
    for source in sources { try source.skipLengths() }
    var postings = GlassPostings(files.postlist)
    try lengths.withUnsafeBufferPointer { lengths throws(IndexError) in try postings.addLengths(lengths) }
    return counts
  }

  /// Writes all terms with their positions.
  private mutating func copyTerms() throws(IndexError) {
    var writer = GlassPostings(files.postlist)
    var postings: [GlassPostings.Posting] = []
    var holders: [GlassMergeSource] = []
    var key = GlassKey()
    while true {
      sources.takeHoldersOfLeastTerm(into: &holders)
      guard let term = holders.first?.term else { return }
      key.keepFirst(0)
      key.append(term)
      postings.removeAll(keepingCapacity: true)
      for source in holders { try source.takePostings(of: key.buffer, into: &postings) }
      if !postings.isEmpty {
        try postings.withUnsafeBufferPointer { postings throws(IndexError) in
          try writer.add(key.buffer, postings)
        }
      }
      for posting in postings { highestFrequency = max(highestFrequency, posting.frequency) }
      key.append(0)
      for source in holders { try source.copyPositions(&key, to: files.position) }
    }
  }
}

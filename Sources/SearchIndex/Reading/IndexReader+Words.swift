public import Storage

extension IndexReader {
  /// The best articles by words, any of which they may have, in one pass over the words' lists.
  public func ranked(_ ranking: WordRanking) throws(IndexError) -> RankedArticles {
    try withSet { set throws(IndexError) in try set.ranked(ranking) }
  }

  /// Gives the stems of all texts to `body`, each as UTF-8 that is good until it returns; one may come several times.
  public func forEachStem(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(IndexError) {
    try withSet { set throws(IndexError) in
      for table in set.tables {
        for word in 0..<table.wordCount { body(table.name(word)) }
      }
    }
  }

  /// How often each word occurs; the stems of a word count as one.
  public func statistics(ofWords words: [[[UInt8]]]) throws(IndexError) -> [WordStatistics] {
    try withSet { set throws(IndexError) in
      var all: [WordStatistics] = []
      for stems in words {
        let lists = try set.lists(of: stems).compactMap { $0 }
        all.append(
          WordStatistics(
            passages: lists.reduce(0) { $0 + $1.passages }, articles: lists.reduce(0) { $0 + $1.articles },
            occurrences: lists.reduce(0) { $0 + $1.occurrences }))
      }
      return all
    }
  }
}

extension SegmentSet {
  func ranked(_ ranking: WordRanking) throws(IndexError) -> RankedArticles {
    var lists: [[WordList?]] = []
    for word in ranking.words { lists.append(try self.lists(of: word.stems)) }
    var selection = ArticleSelection(limit: ranking.limit)
    var matching = 0
    for (number, table) in tables.enumerated() {
      let pass = WordPass(
        ranking: ranking, lists: lists.map { $0[number] }, table: table, deletions: deletions[number],
        segment: UInt32(number))
      matching += pass.run(into: &selection)
    }
    return selection.finished(matchingPassages: matching)
  }

  /// For each segment the list of a word; nil where it has none.
  ///
  /// The lists of the last words are remembered: a query asks for each twice.
  func lists(of stems: [[UInt8]]) throws(IndexError) -> [WordList?] {
    if let known = knownLists[stems] { return known }
    if knownLists.count >= 64 { knownLists.removeAll(keepingCapacity: true) }
    let found = try tables.map { table throws(IndexError) in
      var lists: [WordList] = []
      for stem in stems { if let list = try table.list(of: stem) { lists.append(list) } }
      return WordList.joined(lists, owners: table.owners)
    }
    knownLists[stems] = found
    return found
  }
}

internal import CXapianShim

extension IndexReader {
  /// Finds the passages that match a query, one page of them.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchPage {
    try withSet { set throws(IndexError) in try set.search(request) }
  }

  /// How often each term occurs, passages that were deleted since the last merge included.
  public func termStatistics(_ terms: [IndexTerm]) throws(IndexError) -> [TermStatistics] {
    try withSet { set throws(IndexError) in
      var out = [cxs_term_statistics](repeating: cxs_term_statistics(), count: terms.count + 1)
      try set.checked(withTerms(terms.map(\.bytes)) { cxs_reader_statistics(set.handle, $0, &out) })
      return terms.indices.map {
        TermStatistics(passages: Int(out[$0].documents), occurrences: Int(out[$0].occurrences))
      }
    }
  }

  /// The number of articles in which each term occurs; reads their posting lists from end to end.
  public func articleFrequencies(_ terms: [IndexTerm]) throws(IndexError) -> [Int] {
    let head = IndexTerm.head.bytes
    return try withSet { set throws(IndexError) in
      var out = [UInt64](repeating: 0, count: terms.count + 1)
      let error = withTerms(terms.map(\.bytes)) {
        cxs_reader_group_counts(set.handle, $0, head, head.count, &out)
      }
      try set.checked(error)
      return terms.indices.map { Int(out[$0]) }
    }
  }

  /// How often each term occurs in each passage of some articles.
  public func termFrequencies(
    _ terms: [IndexTerm], in articles: [ArticleExtent]
  ) throws(IndexError) -> TermFrequencies {
    try withSet { set throws(IndexError) in
      let groups = articles.map {
        let run = cxs_run(first: $0.article.head, count: UInt32($0.passageCount))
        return cxs_group(segment: $0.article.segment, run: run)
      }
      var out: UnsafeMutablePointer<cxs_frequencies>?
      let error = withTerms(terms.map(\.bytes)) {
        cxs_reader_frequencies(set.handle, $0, groups, groups.count, &out)
      }
      try set.checked(error)
      let table = handedOut(out)
      defer { cxs_frequencies_free(table) }
      return TermFrequencies(table.pointee, articles: articles)
    }
  }

  /// The positions of each term in each passage, ascending; those of the title lie behind those of the text.
  ///
  /// - Returns: For each passage, for each term, its positions from 1.
  public func positions(
    of terms: [IndexTerm], in passages: [PassageHandle]
  ) throws(IndexError) -> [[[Int]]] {
    try withSet { set throws(IndexError) in
      var out: UnsafeMutablePointer<cxs_positions>?
      let documents = passages.map(\.document)
      let error = withTerms(terms.map(\.bytes)) {
        cxs_reader_positions(set.handle, $0, documents, documents.count, &out)
      }
      try set.checked(error)
      let table = handedOut(out)
      defer { cxs_positions_free(table) }
      let ends = UnsafeBufferPointer(start: table.pointee.ends, count: passages.count * terms.count)
      let lists = pieces(ends) { range in range.map { Int(table.pointee.positions[$0]) } }
      return passages.indices.map { Array(lists[$0 * terms.count..<($0 + 1) * terms.count]) }
    }
  }
}

extension PassageHandle {
  var document: cxs_document { cxs_document(segment: article.segment, docid: docid) }
}

extension SegmentSet {
  func search(_ request: SearchRequest) throws(IndexError) -> SearchPage {
    let program = try QueryProgram(request.query) { prefix, limit throws(IndexError) in
      try self.vocabulary(prefix: prefix, limit: limit).map(\.term)
    }
    var out: UnsafeMutablePointer<cxs_hits>?
    let error = program.steps.withUnsafeBufferPointer { steps in
      program.bytes.withUnsafeBufferPointer { bytes in
        var shim = cxs_search_request()
        shim.steps = steps.baseAddress
        shim.step_count = steps.count
        shim.bytes = bytes.baseAddress
        shim.byte_count = bytes.count
        request.fill(&shim)
        return cxs_reader_search(handle, &shim, &out)
      }
    }
    try checked(error)
    let hits = handedOut(out)
    defer { cxs_hits_free(hits) }
    return try page(hits.pointee)
  }

  private func page(_ found: cxs_hits) throws(IndexError) -> SearchPage {
    var hits: [PassageHit] = []
    hits.reserveCapacity(found.count)
    for index in 0..<found.count { hits.append(try passageHit(found.hits[index], found.bytes)) }
    return SearchPage(
      hits: hits, matches: Int(found.matches_lower)...Int(found.matches_upper),
      estimatedMatches: Int(found.matches_estimated))
  }

  private func passageHit(_ hit: cxs_hit, _ bytes: UnsafePointer<UInt8>) throws(IndexError) -> PassageHit {
    let encoded = UnsafeBufferPointer(start: bytes + Int(hit.value.offset), count: Int(hit.value.length))
    guard let locator = PassageLocator(encoded), locator.ordinal < Int(hit.document.docid) else {
      throw .damaged(path: path, detail: "a passage does not say where it lies in its article")
    }
    let head = hit.document.docid - UInt32(locator.ordinal)
    let article = ArticleHandle(segment: hit.document.segment, head: head)
    return PassageHit(
      passage: PassageHandle(article: article, ordinal: locator.ordinal), passageCount: locator.count,
      titleLength: locator.titleTerms, bytes: locator.bytes, score: hit.weight)
  }
}

extension SearchRequest {
  fileprivate func fill(_ shim: inout cxs_search_request) {
    shim.first = UInt32(clamping: offset)
    shim.count = UInt32(clamping: limit)
    shim.check_at_least = UInt32(clamping: countAtLeast)
    shim.value_slot = Slot.locator.rawValue
    shim.order_slot = Slot.published.rawValue
    shim.order =
      switch order {
      case .relevance: CXS_BY_WEIGHT.rawValue
      case .newest: CXS_BY_VALUE_DESCENDING.rawValue
      case .oldest: CXS_BY_VALUE_ASCENDING.rawValue
      }
    shim.k1 = weighting.k1
    shim.b = weighting.b
    shim.min_length = weighting.minimumLength
  }
}

internal import CXapianShim
public import Storage

extension IndexReader {
  /// Finds the passages that match a query, one page of them.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchPage {
    try withSet { set throws(IndexError) in try set.search(request) }
  }

  /// The positions of terms in passages, a list for each place; those of the title lie behind those of the text.
  ///
  /// - Parameters:
  ///   - terms: The terms.
  ///   - places: Passages, each with the index of a term.
  /// - Returns: For each place its positions from 1, ascending.
  public func positions(
    of terms: [IndexTerm], at places: [(passage: PassageHandle, term: Int)]
  ) throws(IndexError) -> [ArraySlice<UInt32>] {
    try withSet { set throws(IndexError) in try set.positions(of: terms, at: places) }
  }
}

extension SegmentSet {
  func positions(
    of terms: [IndexTerm], at places: [(passage: PassageHandle, term: Int)]
  ) throws(IndexError) -> [ArraySlice<UInt32>] {
    var out: UnsafeMutablePointer<cxs_positions>?
    let shimPlaces = places.map { cxs_place(document: $0.passage.document, term: UInt32($0.term)) }
    let error = withTerms(terms.map(\.bytes)) {
      cxs_reader_positions(handle, $0, shimPlaces, shimPlaces.count, &out)
    }
    try checked(error)
    let lists = handedOut(out)
    defer { cxs_positions_free(lists) }
    let ends = UnsafeBufferPointer(start: lists.pointee.ends, count: lists.pointee.count)
    let all = Array(UnsafeBufferPointer(start: lists.pointee.positions, count: Int(ends.last ?? 0)))
    return pieces(ends) { all[$0] }
  }
}

extension PassageHandle {
  var document: cxs_document { cxs_document(segment: article.segment, docid: docid) }
}

extension SegmentSet {
  /// Calls the shim with a request for a query, which is valid as long as the call lasts.
  func withShimRequest<Result>(
    _ query: IndexQuery, _ call: (inout cxs_search_request) -> Result
  ) throws(IndexError) -> Result {
    let program = try QueryProgram(query) { prefix, limit throws(IndexError) in
      try self.vocabulary(prefix: prefix, limit: limit).map(\.term)
    }
    return program.steps.withUnsafeBufferPointer { steps in
      program.bytes.withUnsafeBufferPointer { bytes in
        var shim = cxs_search_request()
        shim.steps = steps.baseAddress
        shim.step_count = steps.count
        shim.bytes = bytes.baseAddress
        shim.byte_count = bytes.count
        return call(&shim)
      }
    }
  }

  func search(_ request: SearchRequest) throws(IndexError) -> SearchPage {
    var out: UnsafeMutablePointer<cxs_hits>?
    let error = try withShimRequest(request.query) { shim in
      request.fill(&shim)
      return cxs_reader_search(handle, &shim, &out)
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

public import Articles
internal import CXapianShim
public import Storage

/// A name in the index with the number of passages that have it.
public struct NameCount: Sendable, Hashable {
  /// The name: the key of an entity, a folded outlet, a language code or a stem.
  public let name: String
  /// How many passages have it, those that were deleted since the last merge included.
  public let passages: Int
}

extension IndexReader {
  /// The keys of entities of a class that begin with some letters, in byte order.
  ///
  /// - Parameters:
  ///   - beginning: The first letters of the keys, empty for all.
  ///   - after: The key after which to go on, for one page after the other.
  ///   - limit: How many to give at the most.
  public func entities(
    _ entityClass: EntityClass, beginningWith beginning: String = "", after: String? = nil, limit: Int
  ) throws(IndexError) -> [NameCount] {
    try names(Field(entityClass), beginning: Array(beginning.utf8), after: after, limit: limit)
  }

  /// The outlets, in the folded form that their filter compares, in byte order.
  public func outlets(limit: Int = .max) throws(IndexError) -> [NameCount] {
    try names(.outlet, beginning: [], after: nil, limit: limit)
  }

  /// The language codes that articles declare, in byte order.
  public func languages(limit: Int = .max) throws(IndexError) -> [NameCount] {
    try names(.language, beginning: [], after: nil, limit: limit)
  }

  /// The stems of words that begin with some letters, in byte order; `beginning` must not be empty.
  public func words(beginningWith beginning: String, limit: Int) throws(IndexError) -> [NameCount] {
    guard !beginning.isEmpty else { return [] }
    return try names(.text, beginning: Array(beginning.utf8), after: nil, limit: limit)
  }

  /// The entities that each passage names, in the order of class and key.
  public func entities(of passages: [PassageHandle]) throws(IndexError) -> [[EntityTag]] {
    try withSet { set throws(IndexError) in
      var tags = [[EntityTag]](repeating: [], count: passages.count)
      for entityClass in EntityClass.allCases {
        let lists = try set.termLists(of: passages, field: Field(entityClass))
        for index in lists.indices {
          tags[index] += lists[index].map { EntityTag(entityClass, key: String(decoding: $0, as: UTF8.self)) }
        }
      }
      return tags
    }
  }

  private func names(
    _ field: Field, beginning: [UInt8], after: String?, limit: Int
  ) throws(IndexError) -> [NameCount] {
    let prefix = field.prefix
    let last = after.map { IndexTerm(field, Array($0.utf8)).bytes } ?? []
    return try withSet { set throws(IndexError) in
      try set.vocabulary(prefix: prefix + beginning, after: last, limit: limit).map {
        NameCount(
          name: String(decoding: $0.term.dropFirst(prefix.count), as: UTF8.self), passages: $0.passages)
      }
    }
  }
}

extension SegmentSet {
  /// The terms of a field in each passage, without the prefix.
  func termLists(of passages: [PassageHandle], field: Field) throws(IndexError) -> [[[UInt8]]] {
    let documents = passages.map(\.document)
    let prefix = field.prefix
    var out: UnsafeMutablePointer<cxs_term_lists>?
    try checked(cxs_reader_term_lists(handle, documents, documents.count, prefix, prefix.count, &out))
    let lists = handedOut(out)
    defer { cxs_term_lists_free(lists) }
    let terms = strings(lists.pointee.terms)
    return pieces(UnsafeBufferPointer(start: lists.pointee.ends, count: lists.pointee.count)) { range in
      terms[range].map { Array($0.dropFirst(prefix.count)) }
    }
  }
}

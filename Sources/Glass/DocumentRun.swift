/// Documents of one segment with consecutive ids: the passages of an article.
package struct DocumentRun: Sendable, Hashable, Comparable {
  /// The id of the first.
  package let first: UInt32
  /// How many there are.
  package let count: UInt32

  package init(first: UInt32, count: UInt32) {
    self.first = first
    self.count = count
  }

  /// The id behind the last.
  package var end: UInt32 { first + count }

  package static func < (left: DocumentRun, right: DocumentRun) -> Bool { left.first < right.first }
}

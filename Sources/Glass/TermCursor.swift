public import Storage

/// What goes through the terms of a table in byte order.
@usableFromInline
package protocol TermCursor: AnyObject {
  /// The term in hand, good until the next; nil after the last.
  var term: UnsafeBufferPointer<UInt8>? { get }
}

extension Array where Element: TermCursor {
  /// Takes those whose term is the least of all, in order; none where all are at their ends.
  ///
  /// Some thirty cursors are compared one by one. Where many have the term, which is where the time goes, a heap would
  /// have to take them out one by one too.
  @inlinable @inline(__always)
  package func takeHoldersOfLeastTerm(into holders: inout [Element]) {
    holders.removeAll(keepingCapacity: true)
    for cursor in self {
      guard let term = cursor.term else { continue }
      if let least = holders.first?.term {
        let order = term.byteOrder(to: least)
        if order > 0 { continue }
        if order < 0 { holders.removeAll(keepingCapacity: true) }
      }
      holders.append(cursor)
    }
  }
}

/// Bytes of a page: of its source, or of what was decoded beside it.
struct ByteSlice: Equatable {
  /// Where they begin; the highest bit says that they lie among the decoded bytes.
  var start: UInt32 = 0
  /// How many they are.
  var count: UInt32 = 0

  static let decodedBit: UInt32 = 0x8000_0000

  var isDecoded: Bool { start & Self.decodedBit != 0 }
  var offset: Int { Int(start & ~Self.decodedBit) }
  var isEmpty: Bool { count == 0 }

  /// Bytes of the source.
  init(source range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    count = UInt32(truncatingIfNeeded: range.count)
  }

  /// Bytes among the decoded.
  init(decoded range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound) | Self.decodedBit
    count = UInt32(truncatingIfNeeded: range.count)
  }

  init() {}
}

/// An attribute of an element.
struct HTMLAttribute {
  /// Which one, where it is a known one.
  var name: HTMLAttributeName
  /// Its name in lower case.
  var nameBytes: ByteSlice
  /// Its value, with character references decoded.
  var value: ByteSlice
}

/// A node of a page's tree; nodes name each other by their places in one array, -1 for none.
struct HTMLNode {
  /// The kinds of nodes.
  enum Kind: UInt8 {
    case document, doctype, element, text, comment
    /// What a `template` holds.
    case content
  }

  /// The languages that an element may be of.
  enum Namespace: UInt8 {
    case html, svg, math
  }

  var kind: Kind
  var tag = HTMLTag.other
  var namespace = Namespace.html
  /// The characters of a text or a comment, the name of an element or a doctype.
  var bytes = ByteSlice()
  var firstAttribute: Int32 = 0
  var attributeCount: Int32 = 0
  var parent: Int32 = -1
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1
}

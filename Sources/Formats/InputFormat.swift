/// One way in which news comes: cuts its files into items, which can be decoded on any thread.
///
/// A format is a folder of this module and a line of ``FormatRegistry``.
package protocol InputFormat: Sendable {
  /// Begins to cut a file.
  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter
}

/// Cuts one file into items, in order and without decoding them, in memory bounded by the largest item allowed.
package protocol ItemCutter {
  /// Whether it is known that nothing comes any more.
  var isAtEnd: Bool { get }
  /// The next item; nil at the end.
  ///
  /// - Throws: What ends the reading of the file before its end.
  mutating func next() throws(Refusal) -> Cut?
}

extension ItemCutter {
  /// Not known before the end is asked for.
  package var isAtEnd: Bool { false }
}

/// What a cutter gives at a time.
package enum Cut {
  /// An item, to be decoded.
  case item(any InputItem)
  /// An item of which nothing can be read.
  case refused(Refusal)
  /// Something odd about the file.
  case warning(ReadingWarning)
}

/// One part of the input as it was cut, not yet decoded: a record, a text, a page.
///
/// Cutting is cheap and in order; decoding is a pure step that can be spread over threads.
public protocol InputItem: Sendable {
  /// Where it begins.
  var location: SourceLocation { get }
  /// The bytes that it holds in memory.
  var byteCount: Int { get }
  /// Its articles after what was odd about each; or its refusal.
  func events() -> [ReadingEvent]
}

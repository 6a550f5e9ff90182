/// One way in which news comes: tells files by their content, and cuts them into items, which can be decoded on
/// any thread.
///
/// A format is a folder of this module and a line of ``FormatRegistry``.
protocol InputFormat: Sendable {
  /// Its name on the command line.
  var name: String { get }
  /// What it is, for the list of formats.
  var summary: String { get }
  /// Whether a file is of this format, by how it begins.
  func recognises(_ start: FileStart) -> Bool
  /// Begins to cut a file.
  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter
}

/// Cuts one file into items, in order and without decoding them, in memory bounded by the largest item allowed.
protocol ItemCutter {
  /// Whether it is known that nothing comes any more.
  var isAtEnd: Bool { get }
  /// The offset in the file at which the last item begins, where reading can go on from there; nil from the start only.
  var resumeOffset: Int? { get }
  /// The next item; nil at the end.
  ///
  /// - Throws: What ends the reading of the file before its end.
  mutating func next() throws(Refusal) -> Cut?
}

extension ItemCutter {
  /// Not known before the end is asked for.
  var isAtEnd: Bool { false }
  /// From the start only.
  var resumeOffset: Int? { nil }
}

/// What a cutter gives at a time.
enum Cut {
  /// An item, to be decoded.
  case item(any InputItem)
  /// An item of which nothing can be read.
  case refused(Refusal)
  /// Something odd about the file.
  case warning(ReadingWarning)
  /// A member of a container that holds no news, by its kind.
  case leftOut(kind: String)
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

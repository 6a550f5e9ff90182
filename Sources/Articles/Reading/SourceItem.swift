/// One record or text file as it was cut from the input, not yet decoded.
///
/// Cutting is cheap and in order; decoding is a pure step that can be spread over threads:
/// ``ArticleDecoder`` turns an item into events.
public struct SourceItem: Sendable, Equatable {
  /// What the bytes are.
  public enum Content: Sendable, Equatable {
    /// A JSON record; where it may name text files, the folder that they must be in.
    case record(folder: String?)
    /// The whole of a text file, with the id and outlet that its place gives it.
    case text(id: String, outlet: String?)
  }

  /// What the bytes are, and what decoding must know of where they were.
  public var content: Content
  /// The bytes as read, after decompression, without the line end.
  public var bytes: [UInt8]
  /// Where they were.
  public var location: SourceLocation

  /// Makes an item.
  public init(_ content: Content, bytes: [UInt8], at location: SourceLocation) {
    self.content = content
    self.bytes = bytes
    self.location = location
  }
}

/// How far reading has come.
public struct ReadingProgress: Sendable, Hashable {
  /// Bytes of files that are read, before unpacking.
  public var bytesRead: Int
  /// Bytes of all files; nil where one of them is a stream.
  public var bytesTotal: Int?
  /// Files that are read to the end.
  public var filesRead: Int
  /// All files.
  public var filesTotal: Int
}

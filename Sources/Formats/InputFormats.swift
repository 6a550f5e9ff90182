/// The formats that can be read, for those who name or list them.
public enum InputFormats {
  /// A format by its name on the command line.
  public struct Description: Sendable, Equatable {
    /// The name.
    public let name: String
    /// What it is.
    public let summary: String
  }

  /// All formats, in the order in which they are asked whether a file is theirs.
  public static let all: [Description] = FormatRegistry(options: ReadingOptions()).formats.map {
    Description(name: $0.name, summary: $0.summary)
  }

  /// What a file may be packed in.
  public static let packings = ["gzip", "xz", "bzip2", "zstd", "tar", "zip"]
}

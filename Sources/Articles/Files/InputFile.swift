/// One thing to read: a text file, a file of records, a folder with a manifest, or a stream.
public struct InputFile: Sendable, Hashable {
  /// How a file is read.
  public enum Kind: Sendable, Hashable {
    /// One article, with the id and the outlet that its place gives it.
    case text(id: String, outlet: String?)
    /// JSON Lines: every line is a record.
    case lines
    /// JSON Lines, or an array of records, or one record over several lines: its start tells which.
    case json
    /// JSON Lines whose records may name text files of the folder that the manifest is in.
    case manifest(folder: String)
  }

  /// What stands for standard input among paths.
  public static let standardInputPath = "-"

  /// The path as it was given, with what was found below it.
  public let path: String
  /// How it is read.
  public let kind: Kind
  /// Bytes to read, with those of the text files beside a manifest; nil for a stream.
  public let size: Int?
  /// When it, or a text file beside a manifest, was last changed: nanoseconds since 1970; nil for a stream.
  public let modified: Int?
  /// What tells whether it has changed since it was last read: a hash of names, sizes and times.
  ///
  /// Nil for a stream, which is always read. A manifest's covers all files of its folder, since a text can
  /// change while the manifest does not.
  public let signature: ContentHash?

  /// Describes a file with the state in which it was found.
  init(path: String, kind: Kind, state: FileState) {
    self.init(path: path, kind: kind, states: [("", state)])
  }

  /// Describes a file and those that are read along with it, by name.
  init(path: String, kind: Kind, states: [(name: String, state: FileState)]) {
    self.path = path
    self.kind = kind
    guard states.allSatisfy({ $0.state.isRegular }) else {
      (size, modified, signature) = (nil, nil, nil)
      return
    }
    size = states.reduce(0) { $0 + $1.state.size }
    modified = states.map(\.state.modified).max()
    signature = ContentHash(
      parts: states.flatMap { [$0.name, String($0.state.size), String($0.state.modified)] })
  }

  /// Standard input.
  init(standardInput kind: Kind) {
    (path, self.kind) = (Self.standardInputPath, kind)
    (size, modified, signature) = (nil, nil, nil)
  }
}

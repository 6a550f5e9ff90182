public import Articles

/// One thing to read: a file, a folder with a manifest, or a stream.
public struct InputFile: Sendable {
  /// What stands for standard input among paths.
  public static let standardInputPath = "-"

  /// The path as it was given, with what was found below it.
  public let path: String
  /// What its name promises.
  let content: FileName.Content
  /// The id that its place gives an article which has none.
  let id: String
  /// The outlet that its place gives an article which names none.
  let outlet: String?
  /// The folder that text files which its records name must be in; nil for a stream.
  let folder: String?
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
  init(path: String, content: FileName.Content, id: String = "", outlet: String? = nil, state: FileState) {
    let folder = state.isRegular ? path.lastIndex(of: "/").map { String(path[...$0]) } ?? "." : nil
    self.init(path, content, id, outlet, folder: folder, states: [("", state)])
  }

  /// Describes a manifest and the files that are read along with it, by name.
  init(manifest path: String, folder: String, states: [(name: String, state: FileState)]) {
    self.init(path, .lines, "", nil, folder: folder, states: states)
  }

  private init(
    _ path: String, _ content: FileName.Content, _ id: String, _ outlet: String?, folder: String?,
    states: [(name: String, state: FileState)]
  ) {
    (self.path, self.content, self.id, self.outlet, self.folder) = (path, content, id, outlet, folder)
    guard !states.isEmpty, states.allSatisfy({ $0.state.isRegular }) else {
      (size, modified, signature) = (nil, nil, nil)
      return
    }
    size = states.reduce(0) { $0 + $1.state.size }
    modified = states.map(\.state.modified).max()
    signature = ContentHash(
      parts: states.flatMap { [$0.name, String($0.state.size), String($0.state.modified)] })
  }

  /// Standard input.
  static var standardInput: InputFile {
    InputFile(standardInputPath, .json, "", nil, folder: nil, states: [])
  }
}

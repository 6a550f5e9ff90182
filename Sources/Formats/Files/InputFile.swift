public import Articles

/// One thing to read: a file, a folder with a manifest, or a stream.
public struct InputFile: Sendable {
  /// What stands for standard input among paths.
  public static let standardInputPath = "-"

  /// The path as it was given, with what was found below it.
  public let path: String
  /// What its place gives an article that does not say.
  let place: ArticlePlace
  /// Whether it was named, rather than found in a folder.
  let isGiven: Bool
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
  ///
  /// - Parameter options: What tells the options of reading from others; part of what "unchanged" means.
  init(path: String, id: String, outlet: String?, isGiven: Bool, state: FileState, options: String?) {
    let folder = state.isRegular ? path.lastIndex(of: "/").map { String(path[...$0]) } ?? "." : nil
    self.init(
      path, ArticlePlace(id: id, outlet: outlet, folder: folder), isGiven: isGiven, states: [("", state)],
      options: options)
  }

  /// Describes a manifest and the files that are read along with it, by name.
  init(manifest path: String, folder: String, states: [(name: String, state: FileState)], options: String?) {
    self.init(
      path, ArticlePlace(id: "", outlet: nil, folder: folder), isGiven: true, states: states, options: options
    )
  }

  private init(
    _ path: String, _ place: ArticlePlace, isGiven: Bool, states: [(name: String, state: FileState)],
    options: String?
  ) {
    (self.path, self.place, self.isGiven) = (path, place, isGiven)
    guard !states.isEmpty, states.allSatisfy({ $0.state.isRegular }) else {
      (size, modified, signature) = (nil, nil, nil)
      return
    }
    size = states.reduce(0) { $0 + $1.state.size }
    modified = states.map(\.state.modified).max()
    signature = ContentHash(
      parts: states.flatMap { [$0.name, String($0.state.size), String($0.state.modified)] }
        + (options.map { [$0] } ?? []))
  }

  /// Standard input.
  static var standardInput: InputFile {
    let place = ArticlePlace(id: "standard-input", outlet: nil, folder: nil)
    return InputFile(standardInputPath, place, isGiven: true, states: [], options: nil)
  }
}

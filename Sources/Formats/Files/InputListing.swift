/// What there is to read under some paths, found without reading any of it.
///
/// A run that adds to an archive lists first, leaves out the files whose ``InputFile/signature`` it knows,
/// and reads the rest:
///
///     var listing = InputListing(paths: ["crawl", "-"])
///     listing.files.removeAll { known.contains($0.signature) }
///     var source = ArticleSource(listing)
///
/// A folder is read with all folders below it, in the order of the bytes of the names. Files whose names begin with a dot
/// are left alone. A folder that holds a `manifest.jsonl` is read
/// through that alone; one that is an index of Reprise is left alone. Links are followed where they lead to something in
/// the folder that was named (``ReadingOptions/allowsOutside``); a folder that is reached twice is read once.
public struct InputListing: Sendable {
  /// The files, in the order in which they are read.
  public var files: [InputFile] = []
  /// Paths that cannot be read.
  public private(set) var refusals: [Refusal] = []
  /// Links that lead to what is read already.
  public private(set) var warnings: [ReadingWarning] = []

  private var foldersSeen: Set<FileState.Identity> = []
  private let optionsSignature: String?
  private let allowsOutside: Bool
  /// The folder that was named, without links, while it is gone through.
  private var realRoot: String?

  /// Lists what paths lead to; `-` is standard input.
  ///
  /// - Parameter options: How the files will be read: one that was read in another way is not unchanged.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    optionsSignature = options.signature
    allowsOutside = options.allowsOutside
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    if path == InputFile.standardInputPath { return files.append(.standardInput) }
    guard let state = state(of: path) else { return }
    if state.isFolder {
      realRoot = Folder.realPath(path)
      addFolder(path, below: path, outlet: realRoot.flatMap(Folder.lastName), state: state)
    } else {
      addGivenFile(path, state: state)
    }
  }

  private mutating func addGivenFile(_ path: String, state: FileState) {
    let name = Folder.lastName(of: path) ?? path
    if state.isRegular, name == FileName.manifest { return addManifest(path, in: folder(holding: path)) }
    files.append(
      InputFile(
        path: path, id: FileName.stem(of: name), outlet: Folder.nameOfFolder(holding: path), isGiven: true,
        state: state, options: optionsSignature))
  }

  private func folder(holding path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// - Parameter outlet: The name of the folder, which is the outlet of what is in it.
  private mutating func addFolder(_ path: String, below root: String, outlet: String?, state: FileState) {
    guard foldersSeen.insert(state.identity).inserted else {
      return warnings.append(
        ReadingWarning(
          .readAlready, at: SourceLocation(file: path), "\(path) leads to a folder that is read already"))
    }
    let entries = entries(in: path)
    let names = entries.map(\.name)
    if Self.isIndex(names) { return }
    if names.contains(FileName.manifest) {
      return addManifest(Folder.path(path, FileName.manifest), in: path)
    }
    for entry in entries {
      let name = entry.name
      let inner = Folder.path(path, name)
      // A broken link to a picture is nobody's concern.
      let isText = FileName.ending(ofUnpacked: name).map(Self.textEndings.contains) ?? false
      guard let found = isText ? self.state(of: inner) : try? FileState(path: inner) else { continue }
      let real = entry.mayBeLink ? Folder.realPath(inner) : nil
      if let real, leadsOut(real, of: root, inner, isText: isText || found.isFolder) { continue }
      if found.isFolder {
        addFolder(inner, below: root, outlet: real.flatMap(Folder.lastName) ?? name, state: found)
      } else if found.isRegular {
        let relative = inner.dropFirst(root.count).drop { $0 == "/" }
        files.append(
          InputFile(
            path: inner, id: FileName.stem(of: String(relative)), outlet: outlet, isGiven: false,
            state: found,
            options: optionsSignature))
      }
    }
  }

  /// Whether a link leads out of the folder that was named; it is refused then, for it may have come with the folder from
  /// somebody who wants to see other files in the index.
  private mutating func leadsOut(_ real: String, of root: String, _ link: String, isText: Bool) -> Bool {
    guard !allowsOutside, let realRoot, real != realRoot, !Folder.holds(realRoot, real) else { return false }
    if isText {
      refusals.append(
        Refusal(
          .outsideFolder, at: SourceLocation(file: link),
          "the link leads out of \(root), to \(real); --allow-outside reads that too"))
    }
    return true
  }

  /// Endings of names that promise articles.
  private static let textEndings: Set<String> = ["txt", "text", "jsonl", "ndjson", "jl", "json"]

  private mutating func addManifest(_ path: String, in folder: String) {
    guard let state = state(of: path) else { return }
    var states = [(name: FileName.manifest, state: state)]
    var seen: Set<FileState.Identity> = []
    collectStates(in: folder, prefix: "", into: &states, seen: &seen)
    files.append(InputFile(manifest: path, folder: folder, states: states, options: optionsSignature))
  }

  /// The states of all files beside a manifest and below, for its signature.
  private mutating func collectStates(
    in folder: String, prefix: String, into states: inout [(name: String, state: FileState)],
    seen: inout Set<FileState.Identity>
  ) {
    for name in entries(in: folder).map(\.name) where !(prefix.isEmpty && name == FileName.manifest) {
      let inner = Folder.path(folder, name)
      guard let state = try? FileState(path: inner) else { continue }
      if state.isRegular {
        states.append((prefix + name, state))
      } else if state.isFolder, seen.insert(state.identity).inserted {
        collectStates(in: inner, prefix: prefix + name + "/", into: &states, seen: &seen)
      }
    }
  }

  private mutating func state(of path: String) -> FileState? {
    do {
      return try FileState(path: path)
    } catch {
      refusals.append(Refusal(error, path: path))
      return nil
    }
  }

  private mutating func entries(in folder: String) -> [Folder.Entry] {
    do {
      let entries = try Folder.entries(in: folder)
      for _ in entries.filter({ $0 == nil }) {
        refusals.append(
          Refusal(
            .notUTF8, at: SourceLocation(file: folder),
            "a name in \(folder) is not UTF-8; rename it, for instance with convmv"))
      }
      return entries.compactMap { $0 }
    } catch {
      refusals.append(Refusal(error, path: folder))
      return []
    }
  }

  /// Whether a folder is an index that Reprise made, which holds no input.
  private static func isIndex(_ names: [String]) -> Bool {
    ["lock", "manifest.json", "shards"].allSatisfy(names.contains)
  }
}

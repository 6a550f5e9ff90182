/// What there is to read under some paths, found without reading any of it.
///
/// A run that adds to an archive lists first, leaves out the files whose ``InputFile/signature`` it knows,
/// and reads the rest:
///
///     var listing = InputListing(paths: ["crawl", "-"])
///     listing.files.removeAll { known.contains($0.signature) }
///     var source = ArticleSource(listing)
///
/// A folder is read with all folders below it, in the order of the bytes of the names: text files (`.txt`,
/// `.text`) and records (`.jsonl`, `.ndjson`, `.jl`, `.json`), each with `.gz` after it or not. Other files,
/// and those whose names begin with a dot, are left alone. A folder that holds a `manifest.jsonl` is read
/// through that alone; one that is an index of Reprise is left alone. Links are followed; a folder that is reached twice is read once.
public struct InputListing: Sendable {
  /// The files, in the order in which they are read.
  public var files: [InputFile] = []
  /// Paths that cannot be read.
  public private(set) var refusals: [Refusal] = []
  /// Links that lead to what is read already, and text files with the same id.
  public private(set) var warnings: [ReadingWarning] = []

  private var foldersSeen: Set<FileState.Identity> = []
  private var pathOfID: [String: String] = [:]

  /// Lists what paths lead to; `-` is standard input.
  ///
  /// A path that is given is read whatever its name: what its ending does not say, its first bytes do.
  public init(paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    if path == InputFile.standardInputPath { return files.append(.standardInput) }
    guard let state = state(of: path) else { return }
    if state.isFolder {
      addFolder(path, below: path, state: state)
    } else {
      addGivenFile(path, state: state)
    }
  }

  private mutating func addGivenFile(_ path: String, state: FileState) {
    let name = Folder.lastName(of: path) ?? path
    if state.isRegular, name == FileName.manifest { return addManifest(path, in: folder(holding: path)) }
    let content = FileName.content(of: name) ?? (state.isRegular ? ContentSniffer.content(of: path) : .json)
    let outlet = Folder.nameOfFolder(holding: path)
    add(path, content, id: FileName.stem(of: name), outlet: outlet, state: state)
  }

  private func folder(holding path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private mutating func addFolder(_ path: String, below root: String, state: FileState) {
    guard foldersSeen.insert(state.identity).inserted else {
      return warnings.append(
        ReadingWarning(
          .readAlready, at: SourceLocation(file: path), "\(path) leads to a folder that is read already"))
    }
    let names = names(in: path)
    if Self.isIndex(names) { return }
    if names.contains(FileName.manifest) {
      return addManifest(Folder.path(path, FileName.manifest), in: path)
    }
    let outlet = Folder.realPath(path).flatMap(Folder.lastName)
    for name in names {
      let inner = Folder.path(path, name)
      // Only what may be read is asked for, so that a broken link to a picture is nobody's concern.
      let content = FileName.content(of: name)
      guard let found = content == nil ? try? FileState(path: inner) : self.state(of: inner) else { continue }
      if found.isFolder {
        addFolder(inner, below: root, state: found)
      } else if found.isRegular, let content {
        let relative = inner.dropFirst(root.count).drop { $0 == "/" }
        add(inner, content, id: FileName.stem(of: String(relative)), outlet: outlet, state: found)
      }
    }
  }

  private mutating func add(
    _ path: String, _ content: FileName.Content, id: String, outlet: String?, state: FileState
  ) {
    files.append(InputFile(path: path, content: content, id: id, outlet: outlet, state: state))
    guard content == .text, let other = pathOfID.updateValue(path, forKey: id), other != path else { return }
    warnings.append(
      ReadingWarning(
        .sameID, at: SourceLocation(file: path), articleID: id,
        "\(path) has the id \"\(id)\", as \(other) has; the article of the latter is replaced"))
  }

  private mutating func addManifest(_ path: String, in folder: String) {
    guard let state = state(of: path) else { return }
    var states = [(name: FileName.manifest, state: state)]
    var seen: Set<FileState.Identity> = []
    collectStates(in: folder, prefix: "", into: &states, seen: &seen)
    files.append(InputFile(manifest: path, folder: folder, states: states))
  }

  /// The states of all files beside a manifest and below, for its signature.
  private mutating func collectStates(
    in folder: String, prefix: String, into states: inout [(name: String, state: FileState)],
    seen: inout Set<FileState.Identity>
  ) {
    for name in names(in: folder) where !(prefix.isEmpty && name == FileName.manifest) {
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

  private mutating func names(in folder: String) -> [String] {
    do {
      let names = try Folder.names(in: folder)
      for _ in names.filter({ $0 == nil }) {
        refusals.append(
          Refusal(
            .notUTF8, at: SourceLocation(file: folder),
            "a name in \(folder) is not UTF-8; rename it, for instance with convmv"))
      }
      return names.compactMap { $0 }
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

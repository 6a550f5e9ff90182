/// A short look at what a folder holds: enough to say what could be read of it, bounded however much there is.
public struct FolderGlance: Sendable, Equatable {
  /// The most names that are looked at.
  static let mostNames = 5_000

  /// Files that an indexing run would read, as their names tell.
  public private(set) var readable = 0
  /// Other files, by their ending in lower case with its dot; files without one are left out.
  public private(set) var others: [String: Int] = [:]
  /// Whether there was more than was looked at.
  public private(set) var isCut = false

  /// The endings of names that files of the formats that are read usually have.
  private static let endings: Set<String> = [
    "txt", "text", "jsonl", "ndjson", "jl", "json", "html", "htm", "xhtml", "warc", "wet", "xml", "rss",
    "atom", "csv", "tsv",
    "eml", "mbox", "docx", "pdf", "zip", "tar", "tgz",
  ]

  /// Looks at a folder and those below it, the nearest first; a path that is no folder holds nothing.
  public init(_ path: String) {
    var waiting = [path]
    var seen: Set<FileState.Identity> = []
    var looked = 0
    while !waiting.isEmpty {
      let folder = waiting.removeFirst()
      guard let state = try? FileState(path: folder), state.isFolder, seen.insert(state.identity).inserted,
        let names = try? Folder.entries(in: folder)
      else { continue }
      for name in names.compactMap({ $0?.name }) {
        looked += 1
        guard looked <= Self.mostNames else {
          isCut = true
          return
        }
        let inner = Folder.path(folder, name)
        guard let state = try? FileState(path: inner) else { continue }
        if state.isFolder { waiting.append(inner) } else { count(name) }
      }
    }
  }

  private mutating func count(_ name: String) {
    if let ending = FileName.ending(ofUnpacked: name), Self.endings.contains(ending) { return readable += 1 }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return }
    others[name[dot...].lowercased(), default: 0] += 1
  }
}

/// What the ending of a file's name says of it.
enum FileName {
  /// What to expect in a file.
  enum Content {
    case text, lines, json
  }

  private static let endings: [String: Content] = [
    "txt": .text, "text": .text, "jsonl": .lines, "ndjson": .lines, "jl": .lines, "json": .json,
  ]

  /// The name that makes a folder one that is read through its manifest.
  static let manifest = "manifest.jsonl"

  /// What a name's ending promises, with `.gz` after it or not; nil where we know nothing of it.
  static func content(of name: String) -> Content? {
    ending(of: withoutCompression(name)).flatMap { endings[$0.lowercased()] }
  }

  /// The name, or path, without its ending and without `.gz` after that: `a/b.txt.gz` is `a/b`.
  static func stem(of name: String) -> String {
    let plain = withoutCompression(name)
    return ending(of: plain).map { String(plain.dropLast($0.count + 1)) } ?? plain
  }

  private static func withoutCompression(_ name: String) -> String {
    ending(of: name)?.lowercased() == "gz" ? String(name.dropLast(3)) : name
  }

  /// What follows the last dot of the last part of a path; nil where nothing does, or nothing comes before.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : String(ending)
  }
}

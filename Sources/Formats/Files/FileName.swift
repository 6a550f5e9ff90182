/// What the ending of a file's name says of it.
enum FileName {
  /// The name that makes a folder one that is read through its manifest.
  static let manifest = "manifest.jsonl"

  private static let compression: Set<String> = ["gz", "xz", "bz2", "zst"]

  /// The ending of a name in lower case, without that of its compression: `a/b.TXT.gz` has `txt`.
  static func ending(ofUnpacked name: String) -> String? {
    ending(of: withoutCompression(name))?.lowercased()
  }

  /// The name, or path, without its ending and without that of its compression: `a/b.txt.gz` is `a/b`.
  static func stem(of name: String) -> String {
    let plain = withoutCompression(name)
    return ending(of: plain).map { String(plain.dropLast($0.count + 1)) } ?? plain
  }

  private static func withoutCompression(_ name: String) -> String {
    guard let ending = ending(of: name), compression.contains(ending.lowercased()) else { return name }
    return String(name.dropLast(ending.count + 1))
  }

  /// What follows the last dot of the last part of a path; nil where nothing does, or nothing comes before.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : String(ending)
  }
}

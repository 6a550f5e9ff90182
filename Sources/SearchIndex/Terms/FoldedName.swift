import TextAnalysis

/// The form in which names are compared: lower case, Latin accents folded, white space trimmed and single.
enum FoldedName {
  static func bytes(_ name: String) -> [UInt8] {
    let words = name.lowercased().split { $0.isWhitespace }
    return AccentFolding.folded(Array(words.joined(separator: " ").utf8))
  }
}

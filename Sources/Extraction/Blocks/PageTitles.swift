/// The texts by which the head of a page names it, so that they are known where the page repeats them.
struct PageTitles {
  /// The `title` element, white space made single blanks.
  private(set) var element: String?
  /// Hashes of the titles, whole and in the parts that bars and dashes make (``BlockText/hash``).
  private(set) var hashes: Set<UInt64> = []

  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / "]

  init(_ document: HTMLDocument, others: [String]) {
    for index in document.nodes.indices
    where document.nodes[index].tag == .title && document.nodes[index].namespace == .html {
      let child = Int(document.nodes[index].firstChild)
      guard child >= 0 else { continue }
      element = document.string(document.nodes[child].bytes).collapsed
      break
    }
    for title in others + [element ?? ""] where !title.isEmpty {
      insert(title)
      for part in Self.parts(of: title) { insert(part) }
    }
  }

  private mutating func insert(_ title: String) {
    var title = title.collapsed
    title.withUTF8 { bytes in if bytes.count >= 8 { hashes.insert(BlockText(bytes).hash) } }
  }

  /// What a title leaves without its last or its first part.
  static func parts(of title: String) -> [String] {
    var parts: [String] = []
    for mark in marks where title.contains(mark) {
      let pieces = title.pieces(separatedBy: mark)
      if let first = pieces.first, let last = pieces.last { parts += [first, last] }
      if pieces.count > 2 { parts.append(pieces.dropLast().joined(separator: mark)) }
    }
    return parts
  }
}

extension String {
  /// The text with single blanks for white space, and none at its ends.
  var collapsed: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The texts between the places where another stands.
  func pieces(separatedBy mark: String) -> [String] {
    var pieces: [String] = []
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}

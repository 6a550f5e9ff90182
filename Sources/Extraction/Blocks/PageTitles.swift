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
    for mark in marks {
      let pieces = title.pieces(separatedBy: mark)
      guard pieces.count > 1 else { continue }
      if let first = pieces.first, let last = pieces.last { parts += [first, last] }
      if pieces.count > 2 { parts.append(pieces.dropLast().joined(separator: mark)) }
    }
    return parts
  }
}

extension String {
  /// The text with single blanks for white space, and none at its ends.
  var collapsed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isAfterSpace = false
    var rest = self
    rest.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let width = utf8.widthOfSpace(at: index)
        if width > 0 {
          isAfterSpace = !bytes.isEmpty
          index += width
          continue
        }
        if isAfterSpace { bytes.append(0x20) }
        isAfterSpace = false
        bytes.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of the white space at a place: that of ASCII, the no-break space and the spaces from U+2000 on; 0 for none.
  func widthOfSpace(at index: Int) -> Int {
    let byte = self[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte == 0xC2, index + 1 < count, self[index + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3, index + 2 < count, self[index + 1] == 0x80 else { return 0 }
    let last = self[index + 2]
    return byte == 0xE3
      ? (last == 0x80 ? 3 : 0) : (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 ? 3 : 0
  }
}

/// How far two words are apart in spelling.
enum Spelling {
  /// A word with the differences between transliterations taken out: `zelenskyy`, `zelenskiy` and `zelensky`
  /// are one, and `yevgeny` and `evgeny`.
  static func skeleton(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var source = Array(word.utf8)
    for (from, to) in rules { replace(from, by: to, in: &source) }
    for byte in source {
      if byte == UInt8(ascii: "h"), bytes.last != nil, bytes.last != UInt8(ascii: "c") { continue }
      let plain = plain(byte)
      if bytes.last != plain { bytes.append(plain) }
    }
    if bytes.count > 3, bytes.first == UInt8(ascii: "i"), bytes[1] == UInt8(ascii: "e") {
      bytes.removeFirst()
    }
    return bytes
  }

  private static let rules: [(from: [UInt8], to: [UInt8])] = [
    ("ph", "f"), ("ck", "k"), ("tch", "c"), ("sch", "s"), ("ou", "u"), ("oo", "u"), ("x", "ks"), ("tz", "ts"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    case UInt8(ascii: "q"): UInt8(ascii: "k")
    default: byte
    }
  }

  private static func replace(_ from: [UInt8], by to: [UInt8], in bytes: inout [UInt8]) {
    var index = 0
    while index + from.count <= bytes.count {
      if bytes[index] == from[0], bytes[index..<index + from.count].elementsEqual(from) {
        bytes.replaceSubrange(index..<index + from.count, with: to)
        index += to.count
      } else {
        index += 1
      }
    }
  }

  /// The number of bytes to insert, take out, change or swap with their neighbour to make one of the other
  /// (Damerau's distance, restricted to adjacent swaps); `most + 1` where it is more.
  static func distance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int {
    guard abs(left.count - right.count) <= most else { return most + 1 }
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return min(row[right.count], most + 1)
  }

  /// Whether two words may be one word written in two ways: one mistake in five letters or more, two in nine.
  static func isNear(_ left: String, _ right: String) -> Bool {
    let shorter = min(left.utf8.count, right.utf8.count)
    let most = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0
    return distance(Array(left.utf8), Array(right.utf8), most: most) <= most
  }
}

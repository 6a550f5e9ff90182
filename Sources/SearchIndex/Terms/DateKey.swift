import Articles

/// A date as bytes that sort as dates do: year, month, day, and the second of the day plus one.
///
/// What is unknown is left out, so a year sorts before its months and is a prefix of them.
enum DateKey {
  static func bytes(_ date: ArticleDate) -> [UInt8] {
    var bytes = [UInt8(date.year >> 8), UInt8(date.year & 0xFF)]
    if let month = date.month { bytes.append(UInt8(month)) }
    if let day = date.day { bytes.append(UInt8(day)) }
    if let second = date.second.map({ $0 + 1 }) {
      bytes += [UInt8(second >> 16), UInt8(second >> 8 & 0xFF), UInt8(second & 0xFF)]
    }
    return bytes
  }

  /// The ranges of keys, both ends included, of the dates that lie wholly between two dates.
  ///
  /// A year sorts before its months, but is not wholly before the end of one of them: the ranges leave out the
  /// less precise dates that the last date is part of.
  static func ranges(from: ArticleDate?, to: ArticleDate?) -> [(first: [UInt8], last: [UInt8])] {
    let start = from.map(bytes) ?? [0]
    guard let to else { return [(start, [0xFF])] }
    let end = bytes(to)
    var ranges: [(first: [UInt8], last: [UInt8])] = []
    for length in [2, 3, 4, 7] where length <= end.count {
      // Within the part of the date that is known so far: everything before its next part, or all of it.
      let outer = Array(end.prefix(length == 2 ? 0 : length == 7 ? 4 : length - 1))
      let first = outer.isEmpty ? [0] : outer + [0]
      let last = length == end.count ? end + [0xFF] : before(Array(end.prefix(length)))
      ranges.append((first.lexicographicallyPrecedes(start) ? start : first, last))
    }
    return ranges.filter { !$0.last.lexicographicallyPrecedes($0.first) }
  }

  /// The last key that sorts before a key and all that begins with it.
  private static func before(_ key: [UInt8]) -> [UInt8] {
    var key = key
    var index = key.count - 1
    while index > 0 && key[index] == 0 {
      key[index] = 0xFF
      index -= 1
    }
    key[index] -= 1
    return key + [0xFF]
  }

  /// The date that bytes stand for; nil for bytes that are no key.
  static func date(_ bytes: [UInt8]) -> ArticleDate? {
    guard [2, 3, 4, 7].contains(bytes.count) else { return nil }
    let second = bytes.count == 7 ? Int(bytes[4]) << 16 | Int(bytes[5]) << 8 | Int(bytes[6]) : nil
    return ArticleDate(
      year: Int(bytes[0]) << 8 | Int(bytes[1]), month: bytes.count > 2 ? Int(bytes[2]) : nil,
      day: bytes.count > 3 ? Int(bytes[3]) : nil, second: second.map { $0 - 1 })
  }
}

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

  /// The last bytes within a date: everything that is more precise than it comes before them.
  static func end(_ date: ArticleDate) -> [UInt8] { bytes(date) + [0xFF] }

  /// The date that bytes stand for; nil for bytes that are no key.
  static func date(_ bytes: [UInt8]) -> ArticleDate? {
    guard [2, 3, 4, 7].contains(bytes.count) else { return nil }
    let second = bytes.count == 7 ? Int(bytes[4]) << 16 | Int(bytes[5]) << 8 | Int(bytes[6]) : nil
    return ArticleDate(
      year: Int(bytes[0]) << 8 | Int(bytes[1]), month: bytes.count > 2 ? Int(bytes[2]) : nil,
      day: bytes.count > 3 ? Int(bytes[3]) : nil, second: second.map { $0 - 1 })
  }
}

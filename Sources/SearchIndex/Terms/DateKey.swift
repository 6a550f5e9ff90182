import Articles

/// A date as bytes that sort as dates do: year, month, day, and the second of the day plus one.
///
/// What is unknown is left out, so a year sorts before its months and is a prefix of them. The day is the outlet's own, where
/// the zone is known: the second is counted from its midnight in UTC, so it may lie before or after that day, and dates of one
/// day are in the order of their moments.
enum DateKey {
  static func bytes(_ moment: ArticleDate) -> [UInt8] {
    let date = moment.local
    var bytes = [UInt8(date.year >> 8), UInt8(date.year & 0xFF)]
    if let month = date.month { bytes.append(UInt8(month)) }
    if let day = date.day { bytes.append(UInt8(day)) }
    guard let local = date.second else { return bytes }
    let second = local - (moment.zone ?? 0) + 1
    if second > 0 { return bytes + threeBytes(second) }
    // Before all others of the day: zeros, and how much later than the earliest zone.
    return bytes + [0, 0, 0] + threeBytes(second + secondsOfDay)
  }

  private static let secondsOfDay = 86_400

  private static func threeBytes(_ number: Int) -> [UInt8] {
    [UInt8(number >> 16), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
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
    guard [2, 3, 4, 7, 10].contains(bytes.count) else { return nil }
    let day = ArticleDate(
      year: Int(bytes[0]) << 8 | Int(bytes[1]), month: bytes.count > 2 ? Int(bytes[2]) : nil,
      day: bytes.count > 3 ? Int(bytes[3]) : nil)
    guard bytes.count >= 7, let days = day?.epochDay else { return day }
    let number = bytes.suffix(3).reduce(0) { $0 << 8 | Int($1) }
    let second = bytes.count == 7 ? number - 1 : number - 1 - secondsOfDay
    guard (-secondsOfDay...2 * secondsOfDay).contains(second) else { return nil }
    return ArticleDate(epochSeconds: days * secondsOfDay + second)
  }
}

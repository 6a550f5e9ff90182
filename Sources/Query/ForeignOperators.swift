/// Operators that other search engines know and this one does not, so that they are told and not taken for words.
enum ForeignOperators {
  /// An operator as it is written, and where it stands in what was looked at, as UTF-8 offsets.
  struct Found: Equatable {
    var mark: String
    var range: Range<Int>
  }

  /// The operator that a part of a query without spaces is, or holds: `W/2`, `word~`, `w?rd`.
  static func found(in chunk: String) -> Found? {
    let bytes = Array(chunk.utf8)
    if isDistance(bytes) { return Found(mark: "W/", range: 0..<bytes.count) }
    guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == tilde || $0 == question }) else {
      return nil
    }
    if let place = bytes.firstIndex(of: tilde), place > 0, isLetter(bytes[place - 1]),
      bytes[(place + 1)...].allSatisfy(isDigit)
    {
      return Found(mark: "word~", range: place..<bytes.count)
    }
    if let place = bytes.firstIndex(of: question), place > 0, place + 1 < bytes.count,
      isLetter(bytes[place - 1]), isLetter(bytes[place + 1])
    {
      return Found(mark: "?", range: place..<place + 1)
    }
    return nil
  }

  /// A `*` at the end of a word of a phrase, which means nothing there.
  static func star(inPhrase phrase: String) -> Range<Int>? {
    let bytes = Array(phrase.utf8)
    let place = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "*") && index > 0 && isLetter(bytes[index - 1])
        && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " "))
    }
    return place.map { $0..<$0 + 1 }
  }

  private static let tilde = UInt8(ascii: "~")
  private static let question = UInt8(ascii: "?")

  /// Whether it is "W/2", "PRE/3" or "N/5" in any case.
  private static func isDistance(_ bytes: [UInt8]) -> Bool {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash + 1 < bytes.count,
      bytes[(slash + 1)...].allSatisfy(isDigit)
    else { return false }
    return ["w", "n", "pre"].contains(String(decoding: bytes[..<slash], as: UTF8.self).lowercased())
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
}

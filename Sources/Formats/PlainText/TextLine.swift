internal import Lexicons

/// A line of a text, as far as it tells whether it may be a headline.
struct TextLine {
  /// The line without white space around it and without the mark of a list.
  let text: String
  /// Whether it was an item of a list.
  let isItem: Bool
  /// Its letters and digits in lower case.
  let letters: String
  /// Its words in lower case, of letters and digits.
  let words: [String]
  /// Its length in words; two characters of a script without spaces count as one.
  let length: Int

  init(_ line: Substring) {
    let trimmed = Self.trimmed(line)
    let item = Self.withoutListMark(trimmed)
    text = String(item)
    isItem = item.count != trimmed.count
    let lower = item.lowercased()
    words = lower.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    letters = words.joined()
    length = words.reduce(0) { $0 + Self.length(of: $1) }
  }

  /// Whether it ends as a statement does; a headline may end as a question.
  var endsAsStatement: Bool {
    let end = text.reversed().first { !"\"”’»)]'".contains($0) }
    return end.map { ".…。۔।".contains($0) } ?? false
  }

  /// Whether it is little more than a date or a time.
  var isDate: Bool {
    let numbers = words.filter { $0.allSatisfy(\.isNumber) }
    let digits = text.count { $0.isNumber }
    guard !numbers.isEmpty, words.count <= 9, digits >= 5 || numbers.count >= 2 else { return false }
    return words.count { $0.count >= 4 && !$0.allSatisfy(\.isNumber) } <= 3
  }

  /// Whether it holds an address of the web or a name on a network.
  var isAddress: Bool { text.contains("@") || text.contains("://") || text.lowercased().hasPrefix("www.") }

  /// Whether it begins as an author's line or the label of a date does, or tells how long reading takes: "12 min read".
  var isByline: Bool {
    guard let first = words.first else { return false }
    if Self.openings.contains(first) { return true }
    let opening = words.prefix(2).joined(separator: " ")
    if Self.openings.contains(opening) { return true }
    return words.count >= 2 && first.allSatisfy(\.isNumber)
      && ["min", "mins", "minute", "minutes"].contains(words[1])
  }

  /// Whether it is a trail of sections: "Home » World".
  var isTrail: Bool {
    text.contains("›") || [" | ", " > ", " / ", " » "].contains { mark in text.containsText(mark) }
  }

  private static let openings = Set(
    (Lexicon.entries(.bylineOpenings) + Lexicon.entries(.recordDateLabels)).map { $0.lowercased() })

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  /// A line without "1.", "•" or "#" before it.
  private static func withoutListMark(_ line: Substring) -> Substring {
    let number = line.prefix { $0.isASCII && $0.isNumber }
    let marks =
      number.isEmpty ? line.prefix { "•-*·▪►#>".contains($0) } : line.dropFirst(number.count).prefix(1)
    guard number.count <= 2, !marks.isEmpty, number.isEmpty || ".)".contains(marks) else { return line }
    let rest = line[marks.endIndex...]
    guard rest.first?.isWhitespace == true else { return line }
    return rest.drop(while: \.isWhitespace)
  }

  private static func length(of word: String) -> Int {
    let characters = word.unicodeScalars.count { scalar in
      (0x2e80..<0xd7a4).contains(scalar.value) || (0x0e00..<0x0e80).contains(scalar.value)
    }
    return characters == 0 ? 1 : (characters + 1) / 2
  }
}

extension String {
  /// Whether a text stands anywhere in this one.
  fileprivate func containsText(_ other: String) -> Bool {
    let wanted = Array(other.utf8)
    return utf8.indices.contains { self.utf8[$0...].starts(with: wanted) }
  }
}

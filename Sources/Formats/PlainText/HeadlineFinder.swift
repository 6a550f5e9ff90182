internal import Lexicons

/// Finds the headline of a text that brings none of its own: the line that stands before the body, that comes again, or whose
/// words the body answers.
///
/// The first lines of a page that was saved as text are breadcrumbs, sections, dates and site names: "1. Home", "War",
/// "February 21, 2024". Each line before the first paragraph is weighed; the numbers were found on web pages whose headline is
/// known, cut so that up to five lines come before it.
struct HeadlineFinder {
  /// The lines that are looked at.
  private static let mostLines = 20
  /// The lines after these whose words count as the body's.
  private static let mostBodyLines = 60
  /// A line of so many words is a paragraph.
  private static let paragraph = 25
  /// A line that ends as a sentence does is a paragraph from so many words on.
  private static let sentence = 12
  /// A line with this weight may well be the headline, so that what follows is less likely one.
  private static let likely = 2.3

  private let lines: [TextLine]
  /// How many lines have the same letters.
  private let counts: [String: Int]

  init(_ text: String) {
    let all = text.split(whereSeparator: \.isNewline).lazy.filter { !$0.isBlank }
      .prefix(Self.mostLines + Self.mostBodyLines)
    lines = all.map(TextLine.init)
    counts = Dictionary(lines.prefix(Self.mostLines).map { ($0.letters, 1) }, uniquingKeysWith: +)
  }

  /// The headline; nil where there are no lines before a body.
  func headline() -> String? {
    guard let end = lines.prefix(Self.mostLines).indices.dropFirst().first(where: isParagraph) else {
      return nil
    }
    if end == 1 { return lines[0].text }
    let body = Set(lines[end...].flatMap(\.words))
    var best: (weight: Double, line: Int)?
    var isLikely = false
    for index in 0..<end where !lines[index].letters.isEmpty {
      let weight = weight(of: index, before: end, body) - (isLikely ? 1 : 0)
      if weight >= Self.likely { isLikely = true }
      if weight > best?.weight ?? -.infinity { best = (weight, index) }
    }
    guard let best, best.weight >= 0 else { return nil }
    return lines[best.line].text
  }

  private func isParagraph(_ index: Int) -> Bool {
    let line = lines[index]
    return line.length >= Self.paragraph || line.length >= Self.sentence && line.endsAsStatement
  }

  private func weight(of index: Int, before end: Int, _ body: Set<String>) -> Double {
    let line = lines[index]
    var weight = coverage(of: line, body) + repetition(of: line)
    if line.length >= 4 { weight += 1 }
    if line.length < 3 { weight -= 1.5 }
    if line.length > 22 { weight -= 0.5 }
    if line.isDate { weight -= 3 }
    if line.isAddress || line.isByline { weight -= 2.5 }
    if line.isTrail { weight -= 1.5 }
    if line.text.hasSuffix(":") { weight -= 1 }
    if line.text.hasSuffix(".") || line.text.hasSuffix("…") { weight -= 0.7 }
    if line.isItem { weight -= 0.5 }
    // A headline is followed by its date and author.
    if lines[(index + 1)...].prefix(2).contains(where: { $0.isDate || $0.isByline }) { weight += 0.4 }
    if index == 0, line.length >= 3 { weight += 0.6 }
    weight += 0.15 * (1 - Double(index) / Double(Self.mostLines))
    return index + 1 == end ? weight + 0.1 : weight
  }

  /// How many of the words that tell something are in the body.
  private func coverage(of line: TextLine, _ body: Set<String>) -> Double {
    let telling = line.words.filter { $0.utf8.count >= 4 }
    guard !telling.isEmpty else { return 0 }
    let share = Double(telling.count { body.contains($0) }) / Double(telling.count)
    return 2 * share * min(1, Double(telling.count) / 4)
  }

  /// What it tells that a line comes again, or is a part of another one: the end of a breadcrumb, a title with the site's name.
  private func repetition(of line: TextLine) -> Double {
    let letters = line.letters
    let others = counts.keys.filter { $0 != letters }
    var weight = 0.0
    if counts[letters, default: 0] > 1, line.length >= 2 {
      weight += 1.5
    } else if letters.count >= 10, others.contains(where: { $0.contains(letters) }) {
      weight += 1.2
    }
    let holdsOther = letters.count >= 10 && others.contains { $0.count >= 10 && letters.contains($0) }
    return holdsOther ? weight - 1.2 : weight
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// Finds the longest phrases of the gazetteer in a document.
struct PhraseMatcher {
  /// A phrase of the gazetteer in a document.
  struct Match {
    var length: Int
    var classes: WordClasses
    var place: UInt16
    var organisation: UInt16
  }

  var gazetteer = Gazetteer.shared

  /// The longest phrase of wanted classes that begins at a token; nil where there is none.
  ///
  /// Acronyms match only what is written in capitals outside a line of capitals.
  func longest(
    at start: Int, in tokens: UnsafeBufferPointer<NameToken>, before end: Int, wanted: WordClasses
  ) -> Match? {
    var phrase = PhraseHash()
    var best: Match?
    var index = start
    while index < end {
      phrase.append(tokens[index].hash)
      guard let entry = gazetteer[phrase] else { break }
      if !entry.classes.isDisjoint(with: wanted), isWritten(entry, start..<index + 1, tokens) {
        best = Match(
          length: index + 1 - start, classes: entry.classes, place: entry.place,
          organisation: entry.organisation)
      }
      guard entry.classes.contains(.prefix) else { break }
      index += 1
    }
    return best
  }

  private func isWritten(
    _ entry: Gazetteer.Entry, _ range: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>
  ) -> Bool {
    guard entry.classes.contains(.capitalsOnly), range.count == 1 else { return true }
    let token = tokens[range.lowerBound]
    return token.form == .dotted || (token.form == .allCapitals && !token.flags.contains(.capitalsLine))
  }
}

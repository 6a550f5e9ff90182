internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// Finds the outlets that a reader means by a name: the one that is called so, else those whose names have its words.
///
/// `BBC` is "BBC News" and "bbc.co.uk", `New York Times` is "New York Times - News", `Washington Post` is
/// "washingtonpost.com", `NYT` is "New York Times".
struct OutletNames {
  private let reader: IndexReader

  init(reader: IndexReader) { self.reader = reader }

  /// The outlets, as the index compares them, those of most passages first; none where no name fits.
  func meant(by name: String) throws(ArchiveError) -> [String] {
    let isOne = try indexed { () throws(IndexError) in
      try !reader.articles(withAnyOf: [.outlet(name)]).isEmpty
    }
    if isOne { return [name] }
    let asked = OutletWords(name)
    guard !asked.words.isEmpty else { return [] }
    return try all().filter { asked.isMeant(by: OutletWords($0.name)) }.map(\.name)
  }

  /// Outlets whose names are spelt nearly like one, or share a word with it.
  func near(_ name: String, limit: Int) throws(ArchiveError) -> [String] {
    let asked = OutletWords(name)
    let close = try all().compactMap { outlet in
      asked.distance(to: OutletWords(outlet.name)).map { (name: outlet.name, distance: $0) }
    }
    return close.sorted { $0.distance < $1.distance }.prefix(limit).map(\.name)
  }

  /// All outlets, those of most passages first.
  private func all() throws(ArchiveError) -> [NameCount] {
    try indexed { () throws(IndexError) in try reader.outlets() }.sorted {
      ($1.passages, $0.name) < ($0.passages, $1.name)
    }
  }
}

/// The words of an outlet's name, in lower case and folded, small words of names left out.
private struct OutletWords {
  let words: [String]

  init(_ name: String) {
    let text = AnalysedText(name)
    let all = text.tokens.filter(\.isWord).map {
      String(decoding: AccentFolding.folded(text.lowercased($0)), as: UTF8.self)
    }
    let kept = all.filter { !["the", "www"].contains($0) }
    words = kept.isEmpty ? all : kept
  }

  private var joined: String { words.joined() }

  /// Whether a reader who writes these words may mean an outlet.
  func isMeant(by outlet: OutletWords) -> Bool {
    if words.allSatisfy(outlet.words.contains) { return true }
    // A host has the words as one: washingtonpost.com.
    if words.count > 1, outlet.words.contains(joined) { return true }
    if outlet.words.count > 1, words.contains(outlet.joined) { return true }
    guard words.count == 1, words[0].unicodeScalars.count >= 3 else { return false }
    return (3...max(3, outlet.words.count)).contains { count in
      String(outlet.words.prefix(count).compactMap(\.first)) == words[0]
    }
  }

  /// How far a name is from an outlet's: the letters that must change, or as many as may for one with a word in common.
  func distance(to outlet: OutletWords) -> Int? {
    let limit = joined.unicodeScalars.count < 5 ? 1 : 2
    if let distance = EditDistance.distance(
      Array(joined.unicodeScalars), Array(outlet.joined.unicodeScalars), limit: limit)
    {
      return distance
    }
    let common = words.contains { word in
      outlet.words.contains {
        EditDistance.distance(Array(word.unicodeScalars), Array($0.unicodeScalars), limit: 1) != nil
          && word.unicodeScalars.count > 3
      }
    }
    return common ? limit + 1 : nil
  }
}

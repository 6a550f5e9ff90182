internal import Lexicons
internal import TextAnalysis

/// Finding the names of sources in a text.
extension SourceName {
  /// The known sources named in a text, in order.
  ///
  /// A name of one word counts only as it is written: "AP", not "ap".
  static func mentions(in text: AnalysedText, words: WordList) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < words.count {
      guard let mention = mention(at: index, in: text, words: words) else {
        index += 1
        continue
      }
      mentions.append(mention)
      index = mention.words.upperBound
    }
    return mentions
  }

  private static func mention(at index: Int, in text: AnalysedText, words: WordList) -> Mention? {
    let hash = words.hashes[index]
    guard filter[Int(hash & 63)] & (1 << (hash >> 6 & 63)) != 0, let candidates = byFirstWord[hash] else {
      return nil
    }
    for candidate in candidates where index + candidate.hashes.count <= words.count {
      let range = index..<index + candidate.hashes.count
      guard zip(range, candidate.hashes).allSatisfy({ words.hashes[$0] == $1 }) else { continue }
      guard isWrittenAsName(range, candidate, in: text, words: words) else { continue }
      return Mention(name: candidate.canonical, words: range)
    }
    return nil
  }

  /// The known source whose name begins at a word, however its letters are set: "Ap" of "Reuters - Ap - Afp".
  static func mentionInLine(at index: Int, words: WordList) -> Mention? {
    guard words.words[index].isCapitalised else { return nil }
    for candidate in byFirstWord[words.hashes[index]] ?? []
    where index + candidate.hashes.count <= words.count {
      let range = index..<index + candidate.hashes.count
      guard zip(range, candidate.hashes).allSatisfy({ words.hashes[$0] == $1 }) else { continue }
      return Mention(name: candidate.canonical, words: range)
    }
    return nil
  }

  private static func isWrittenAsName(
    _ range: Range<Int>, _ candidate: Spelling, in text: AnalysedText, words: WordList
  ) -> Bool {
    let first = text.tokens[Int(words.words[range.lowerBound].token)]
    if candidate.isAcronym { return first.shape.contains(.allCapitals) }
    return first.shape.contains(.capitalised) || candidate.isLowerCase
  }

  struct Spelling {
    var hashes: [UInt64]
    var canonical: String
    var isAcronym: Bool
    var isLowerCase: Bool
  }

  private static let byFirstWord: [UInt64: [Spelling]] = {
    var spellings: [UInt64: [Spelling]] = [:]
    for entry in KnownSources.entries {
      for name in entry.names {
        let hasCase = name.contains { $0.isCased }
        // A script without spaces has words of its own.
        let hashes =
          hasCase
          ? name.split { $0 == " " || $0 == "." }.map { NormalForm.hash($0) }
          : WordList(AnalysedText(name)).hashes
        guard let first = hashes.first else { continue }
        let isAcronym = hasCase && hashes.count == 1 && name == name.uppercased()
        spellings[first, default: []].append(
          Spelling(
            hashes: hashes, canonical: entry.canonical, isAcronym: isAcronym,
            isLowerCase: name == name.lowercased()))
      }
    }
    for first in spellings.keys { spellings[first]?.sort { $0.hashes.count > $1.hashes.count } }
    return spellings
  }()

  private static let filter: [UInt64] = {
    var filter = [UInt64](repeating: 0, count: 64)
    for hash in byFirstWord.keys { filter[Int(hash & 63)] |= 1 << (hash >> 6 & 63) }
    return filter
  }()

  /// Whether a text names a source that need not be known: its letters, over a few words.
  static func isNamed(_ source: String, in text: AnalysedText, words: WordList) -> Bool {
    !places(of: source, in: text, words: words, most: 1).isEmpty
  }

  /// Where a text names a source that need not be known, as ranges of words.
  ///
  /// - Parameter most: no more places than this are looked for.
  static func places(of source: String, in text: AnalysedText, words: WordList, most: Int) -> [Range<Int>] {
    let wanted = key(source)
    guard wanted.count >= 2 else { return [] }
    let bytes = Array(wanted.utf8)
    let hasCase = source.contains { $0.isCased }
    let longest = hasCase ? longestName : longestNameOfCharacters
    var places: [Range<Int>] = []
    for start in 0..<words.count where !hasCase || words.words[start].isCapitalised {
      guard let end = end(of: bytes, at: start, before: min(words.count, start + longest), text, words) else {
        continue
      }
      places.append(start..<end)
      if places.count == most { break }
    }
    return places
  }

  /// The words of a name at the most.
  private static let longestName = 5
  /// The same where a script has no capitals, and may have a word for each character.
  private static let longestNameOfCharacters = 12

  /// The word after those that have the letters of a name one after the other; nil where they have not.
  private static func end(
    of name: [UInt8], at start: Int, before limit: Int, _ text: AnalysedText, _ words: WordList
  ) -> Int? {
    var matched = 0
    for index in start..<limit {
      let word = text.lowercased(text.tokens[Int(words.words[index].token)]).filter {
        $0 != UInt8(ascii: "'")
      }
      // "Politico's" names Politico.
      let isPossessive = word.last == UInt8(ascii: "s") && matched + word.count == name.count + 1
      let letters = isPossessive ? word.dropLast() : word[...]
      guard name[matched...].starts(with: letters) else { return nil }
      matched += letters.count
      if matched == name.count { return index + 1 }
    }
    return nil
  }
}

extension Character {
  /// Whether it is a letter with a capital form; letters of most scripts have none.
  fileprivate var isCased: Bool { isUppercase || isLowercase }
}

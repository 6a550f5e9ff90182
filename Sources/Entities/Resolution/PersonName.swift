internal import Lexicons
internal import TextAnalysis

/// A person's name, taken apart into family and given names.
struct PersonName: Sendable, Hashable {
  /// The family name with its particles, `von der leyen`; the only name where there is one.
  let family: String
  /// The given names and initials in order, empty where none is known.
  let given: [String]
  /// What tells father and son apart: `jr`, `sr`, `ii` to `iv`.
  let suffix: String?

  /// Takes a name apart as it is written: titles and `al-` are left out, and the family name is the last word
  /// with the particles before it, or the first in Chinese, Korean and Vietnamese names.
  init(_ name: NameWords) {
    suffix = name.words.count > 1 ? name.words.last.flatMap(Self.suffix) : nil
    var words = Self.parts(name)
    if words.count > 1, Self.startsWithFamily(words) {
      family = words[0].text
      given = words.dropFirst().map(\.text)
      return
    }
    guard let last = words.popLast() else {
      family = name.plainKey
      given = []
      return
    }
    let hasSpace = last.text.utf8.contains(UInt8(ascii: " "))
    var parts = [hasSpace ? last.text.split(separator: " ").joined(separator: "-") : last.text]
    while let particle = words.last, particle.classes.contains(.particle), particle.text.utf8.count > 1,
      words.count > 1 || Self.isStrongParticle(particle)
    {
      words.removeLast()
      if particle.text != "al" && particle.text != "el" { parts.insert(particle.text, at: 0) }
    }
    family = NameWords.joined(parts[...])
    given = words.map(\.text)
  }

  /// Reads a key back: the family name is the first word, with the particles before it.
  init(key: String) {
    var words = key.split(separator: " ").map(String.init)
    suffix = words.count > 1 ? words.last.flatMap(Self.suffix) : nil
    if suffix != nil { words.removeLast() }
    var end = 0
    while end + 1 < words.count, Self.isParticle(words[end]) { end += 1 }
    family = words.prefix(end + 1).joined(separator: " ")
    given = Array(words.dropFirst(end + 1))
  }

  private static func suffix(_ word: String) -> String? {
    switch word {
    case "jr", "sr", "ii", "iii", "iv": word
    default: nil
    }
  }

  /// The family name, the given names, then the suffix.
  var key: String {
    var key = family
    for name in given {
      key += " "
      key += name
    }
    if let suffix {
      key += " "
      key += suffix
    }
    return key
  }

  /// The last word of the family name, without its particles.
  var lastPart: Substring {
    family.utf8.lastIndex(of: UInt8(ascii: " ")).map { family[family.index(after: $0)...] } ?? family[...]
  }

  /// Whether two names of one family name may be father and son: the same given name, with `Jr.` and without, or
  /// with different suffixes.
  func mayBeRelative(of other: PersonName) -> Bool {
    guard suffix != other.suffix else { return false }
    return suffix != nil && other.suffix != nil || given.first == other.given.first
  }

  /// Whether two full names of one article are one name with a slip in it.
  ///
  /// A given name is spelt in two ways, or one name has a word before the other's given name, as `Baker Jack Phillips`.
  func isSlip(of other: PersonName) -> Bool {
    guard family == other.family, suffix == other.suffix, given != other.given else { return false }
    let (shorter, longer) = given.count < other.given.count ? (given, other.given) : (other.given, given)
    guard let first = shorter.first, let start = longer.first, first != start else { return false }
    if first.utf8.first == start.utf8.first, min(first.utf8.count, start.utf8.count) >= 4 {
      return Spelling.skeleton(first) == Spelling.skeleton(start) || Spelling.isNear(first, start)
    }
    return longer.suffix(shorter.count) == shorter[...] && first.utf8.count > 1
  }

  /// Whether a name of the same person says more, or is cleaner.
  ///
  /// It has a first given name in place of an initial or of a second family name, `Debbie Wasserman Schultz` beside
  /// `Wasserman Schultz`, or lacks a word that is no given name.
  func isBetter(than other: PersonName) -> Bool {
    guard let first = given.first, let otherFirst = other.given.first else { return false }
    if otherFirst.utf8.count == 1 { return first.utf8.count > 1 }
    if given.count > other.given.count { return Self.isFuller(first, than: otherFirst) }
    return given.count < other.given.count && first != otherFirst && !Self.isFuller(otherFirst, than: first)
  }

  /// Whether the first of more given names belongs to the name.
  ///
  /// It is a given name, and no ordinary word either where the first of fewer is a given name too: `Young` and `Baker`
  /// do not belong to it, and `Bob` before `Vander` does.
  private static func isFuller(_ first: String, than other: String) -> Bool {
    let classes = Gazetteer.shared.classes(ofWord: TokenHash.hash(first.utf8))
    guard first != other, classes.contains(.givenName) else { return false }
    let others = Gazetteer.shared.classes(ofWord: TokenHash.hash(other.utf8))
    return !classes.contains(.commonWord) || !others.contains(.givenName)
  }

  // MARK: Parts

  private struct Part {
    var text: String
    var classes: WordClasses
  }

  private static func parts(_ name: NameWords) -> [Part] {
    var parts: [Part] = []
    for (index, (word, hash)) in zip(name.words, name.hashes).enumerated() {
      let classes = Gazetteer.shared.classes(ofWord: hash)
      if classes.contains(.personSuffix) && !parts.isEmpty && word != "mp" { continue }
      if !parts.isEmpty, word.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) { continue }
      let next = index + 1 < name.hashes.count ? name.hashes[index + 1] : nil
      if parts.isEmpty, NameTitles.begins(hash, next: next, count: name.words.count - index) { continue }
      let hasHyphen = word.utf8.contains(UInt8(ascii: "-"))
      guard hasHyphen || word.isEmpty else {
        parts.append(Part(text: word, classes: classes))
        continue
      }
      var words = name.words.count == 1 ? [word] : word.split(separator: "-").map(String.init)
      if name.words.count == 1, word.hasPrefix("al-") || word.hasPrefix("el-") {
        words = [String(word.dropFirst(3))]
      }
      if words.count > 1 && (words[0] == "al" || words[0] == "el") { words.removeFirst() }
      for text in words { parts.append(Part(text: text, classes: words.count == 1 ? classes : [])) }
      if words.count > 1 && parts.count > words.count { joinFamily(&parts, last: words.count) }
    }
    return parts.isEmpty
      ? zip(name.words, name.hashes).map { Part(text: $0, classes: Gazetteer.shared.classes(ofWord: $1)) }
      : parts
  }

  /// A hyphenated word after the first is one part, with a space for its hyphen: `ocasio cortez`, `jong un`.
  private static func joinFamily(_ parts: inout [Part], last count: Int) {
    let joined = parts.suffix(count).map(\.text).joined(separator: " ")
    parts.removeLast(count)
    parts.append(Part(text: joined, classes: []))
  }

  /// Whether a word is two short syllables with a hyphen between them, as Korean given names are: `Jae-myung`.
  private static func isTwoSyllables(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    return parts.count == 2 && parts.allSatisfy { (2...6).contains($0.utf8.count) }
  }

  /// Korean family names that are family names in English too, or words.
  private static let families = Set(Lexicon.entries(.koreanFamilyNames))

  private static func startsWithFamily(_ words: [Part]) -> Bool {
    if words.count == 2, isTwoSyllables(words[1].text), families.contains(words[0].text) { return true }
    guard words[0].classes.contains(.surnameFirst), words.count <= 3 else { return false }
    let rest = words.dropFirst()
    guard rest.allSatisfy({ $0.text.utf8.count <= 9 }) else { return false }
    let isSyllables = words.count == 3 || rest.contains { $0.text.contains(" ") }
    if words[0].classes.contains(.givenName) { return isSyllables }
    return isSyllables || rest.allSatisfy { $0.classes.isDisjoint(with: [.surname, .givenName]) }
  }

  /// Whether a particle that begins a name belongs to the family name: `Van der Meer`, but not `Al Gore`.
  private static func isStrongParticle(_ part: Part) -> Bool {
    switch part.text {
    case "van", "von", "bin", "ibn", "de", "di", "del", "della", "du", "abu", "la", "le": true
    default: false
    }
  }

  private static func isParticle(_ word: String) -> Bool {
    [
      "van", "von", "der", "den", "bin", "ibn", "de", "di", "del", "della", "du", "da", "dos", "das", "abu",
      "la", "le", "ter", "ten", "zu",
    ]
    .contains(word)
  }
}

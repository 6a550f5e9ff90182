/// What a Russian word may be a form of, by the endings of declension.
///
/// Source: the paradigms of Zalizniak's grammatical dictionary in outline, for names. Nothing is guessed from the stem:
/// all nominatives that the ending allows are given, the word itself among them.
enum RussianForms {
  /// The cases that a form may stand in.
  struct Cases: OptionSet, Hashable {
    let rawValue: UInt8
    static let nominative = Cases(rawValue: 1)
    static let genitive = Cases(rawValue: 2)
    static let dative = Cases(rawValue: 4)
    static let accusative = Cases(rawValue: 8)
    static let instrumental = Cases(rawValue: 16)
    static let prepositional = Cases(rawValue: 32)
    static let all = Cases(rawValue: 63)
  }

  /// Whom a form of a name may name.
  struct Genders: OptionSet, Hashable {
    let rawValue: UInt8
    static let man = Genders(rawValue: 1)
    static let woman = Genders(rawValue: 2)
    static let both: Genders = [.man, .woman]
  }

  /// A reading of a word.
  struct Reading: Hashable {
    var nominative: String
    var cases: Cases
    var genders: Genders
  }

  private struct Rule: Sendable {
    let ending: [UInt8]
    let nominative: String
    let cases: Cases
    let genders: Genders
  }

  /// Rules by the last letter of their endings.
  private struct Rules: Sendable {
    private(set) var byLastLetter: [UInt16: [Rule]] = [:]

    /// Reads rules, one a line: the ending, the nominative's (`-` for none), the cases and the genders by their initials.
    ///
    /// - Parameter suffixes: What stands before each ending.
    init(_ table: String, after suffixes: [String] = [""]) {
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
        for suffix in suffixes {
          let rule = Rule(
            ending: Array((suffix + columns[0]).utf8), nominative: suffix + columns[1],
            cases: Cases(columns[2].compactMap { caseOfInitial[$0] }),
            genders: Genders(columns[3].compactMap { $0 == "m" ? .man : .woman }))
          if let key = Self.key(rule.ending) { byLastLetter[key, default: []].append(rule) }
        }
      }
    }

    /// The last letter of a word, as two bytes.
    static func key(_ bytes: [UInt8]) -> UInt16? {
      bytes.count < 2 ? nil : UInt16(bytes[bytes.count - 2]) << 8 | UInt16(bytes[bytes.count - 1])
    }

    /// These rules and others.
    func joined(with other: Rules) -> Rules {
      var all = self
      all.byLastLetter.merge(other.byLastLetter) { $0 + $1 }
      return all
    }
  }

  private static let caseOfInitial: [Character: Cases] = [
    "N": .nominative, "G": .genitive, "D": .dative, "A": .accusative, "I": .instrumental, "P": .prepositional,
  ]

  /// Family names in -ов, -ев, -ин and -ский, whose endings tell most.
  private static let familyRules = Rules(
    """
    - - N m
    а - GA m
    у - D m
    ым - I m
    е - P m
    а а N w
    ой а GDIP w
    у а A w
    """, after: ["ов", "ев", "ин", "ын"]
  ).joined(
    with: Rules(
      """
      ий ий N m
      ого ий GA m
      ому ий D m
      им ий I m
      ом ий P m
      ая ая N w
      ой ая GDIP w
      ую ая A w
      """, after: ["ск", "цк"]))

  /// Nouns: given names, and family names of other kinds.
  private static let nounRules = Rules(
    """
    а - GA m
    у - D m
    ом - I m
    ем - I m
    е - P m
    я й GA m
    ю й D m
    ем й I m
    е й P m
    и й P m
    я ь GA m
    ю ь D m
    ем ь I m
    е ь P m
    ы а G mw
    и а G mw
    е а DP mw
    у а A mw
    ой а I mw
    ей а I mw
    и я G mw
    е я DP mw
    ю я A mw
    ей я I mw
    ии ия GDP mw
    и ь GDP w
    ью ь I w
    """)

  /// Given names whose stem changes.
  private static let irregular: [(stem: String, nominative: String)] = [("павл", "павел"), ("льв", "лев")]

  /// The readings of a word of a family name.
  static func family(_ word: String) -> Set<Reading> {
    let told = readings(word, familyRules, least: 2)
    if !told.isEmpty { return told }
    var found = readings(word, nounRules, least: 3).filter { isFamilyStem($0.nominative) }
    found.insert(Reading(nominative: word, cases: own(word), genders: .both))
    // Women's names do not decline where they end in a consonant: Хиллари Клинтон in all cases.
    if isFamilyStem(word), word.last != "а", word.last != "я" {
      found.insert(Reading(nominative: word, cases: .all, genders: .woman))
    }
    return found
  }

  /// The readings of a given name, of which those are names whose nominative is known to be one.
  static func given(_ word: String, isKnown: (String) -> Bool) -> Set<Reading> {
    var found = readings(word, nounRules, least: 2).filter { isKnown($0.nominative) && fits($0) }
    for (stem, nominative) in irregular where word.utf8.starts(with: stem.utf8) && word != nominative {
      // Any stem that ends in a consonant has the endings of all men's names.
      let ending = word.utf8.dropFirst(stem.utf8.count)
      let regular = "иван"
      for reading in readings(regular + String(decoding: ending, as: UTF8.self), nounRules, least: 4)
      where reading.nominative == regular {
        found.insert(Reading(nominative: nominative, cases: reading.cases, genders: .man))
      }
    }
    if isKnown(word) || found.isEmpty {
      found.insert(Reading(nominative: word, cases: own(word), genders: gender(ofGiven: word)))
    }
    return found
  }

  /// Whether a given name that is written as a nominative is told by that from its other cases.
  static func declines(given word: String) -> Bool { word.utf8.count > 2 && own(word) == .nominative }

  /// The nominatives that a common word of a name may have, itself among them.
  static func nominatives(_ word: String) -> Set<String> {
    var found = Set(readings(word, nounRules, least: 3).map(\.nominative))
    for reading in readings(word, wordRules, least: 3) { found.insert(reading.nominative) }
    found.insert(word)
    return found
  }

  /// Neuter nouns, plurals and adjectives, as names of places and organisations have them.
  private static let wordRules = Rules(
    """
    а о G m
    у о D m
    ом о I m
    е о P m
    я е G m
    ю е D m
    ем е I m
    и е P m
    ого ый G m
    ого ий G m
    ого ой G m
    ого ое G m
    его ий G m
    его ее G m
    ому ый D m
    ому ий D m
    ому ой D m
    ому ое D m
    ему ий D m
    ему ее D m
    ым ый I m
    ым ое I m
    им ий I m
    им ое I m
    ом ый P m
    ом ий P m
    ом ой P m
    ом ое P m
    ем ий P m
    ем ее P m
    ой ая GDIP w
    ей яя GDIP w
    ую ая A w
    юю яя A w
    ых ые GP m
    их ие GP m
    ым ые D m
    им ие D m
    ыми ые I m
    ими ие I m
    ов ы G m
    ам ы D m
    ами ы I m
    ах ы P m
    """)

  /// The readings of a word by the rules whose ending it has, with so many letters at least before the ending.
  private static func readings(_ word: String, _ rules: Rules, least: Int) -> Set<Reading> {
    let bytes = Array(word.utf8)
    guard let key = Rules.key(bytes) else { return [] }
    var found: Set<Reading> = []
    for rule in rules.byLastLetter[key] ?? [] {
      let stem = bytes.count - rule.ending.count
      guard stem >= least * letterSize, bytes[stem...].elementsEqual(rule.ending) else { continue }
      found.insert(
        Reading(
          nominative: String(decoding: bytes[..<stem], as: UTF8.self) + rule.nominative, cases: rule.cases,
          genders: rule.genders))
    }
    return found
  }

  /// The bytes of a Cyrillic letter.
  private static let letterSize = 2

  /// The cases of a word that is taken as it stands: all where it does not decline.
  private static func own(_ word: String) -> Cases {
    switch word.last {
    case "о", "е", "и", "у", "ю", "э", "ы": .all
    default: .nominative
    }
  }

  /// Whether a nominative ends as family names do that decline as nouns.
  private static func isFamilyStem(_ word: String) -> Bool {
    guard let last = word.last else { return false }
    return !"оеиуюэы".contains(last)
  }

  /// Whether a reading's gender is that of its nominative.
  private static func fits(_ reading: Reading) -> Bool {
    guard let last = reading.nominative.last else { return false }
    if "оеиуюэы".contains(last) { return false }
    return !reading.genders.isDisjoint(with: gender(ofGiven: reading.nominative))
  }

  private static func gender(ofGiven name: String) -> Genders {
    switch name.last {
    case "а", "я": menInA.contains(name) ? .man : shortInA.contains(name) ? .both : .woman
    case "о", "е", "и", "у", "ю", "э", "ы", "ь": .both
    default: .man
    }
  }

  private static let menInA: Set<String> = ["никита", "илья", "фома", "кузьма", "лука", "савва", "данила"]
  private static let shortInA: Set<String> = ["саша", "женя", "валя", "слава"]
}

internal import TextAnalysis

/// The words of a name in their normal form, with what the gazetteer knows of each.
struct NameWords: Sendable {
  /// The words in lower case and folded, without apostrophes and dots; marks are left out.
  private(set) var words: [String] = []
  /// The hashes of the words.
  private(set) var hashes: [UInt64] = []
  /// The hashes of all tokens, marks among them.
  private var tokenHashes: [UInt64] = []
  /// Whether every word is in capitals or dotted.
  private(set) var isCapitals = true

  /// Reads a name as it is written.
  init(_ name: String) {
    var document = NameDocument()
    NameTokeniser.append(AnalysedText(name), to: &document)
    _ = name.utf8.withContiguousStorageIfAvailable { bytes in
      self = NameWords(document.tokens, bytes: bytes)
    }
    // Who types `us` or `who` into a field of places or organisations means the acronym.
    if !document.tokens.contains(where: \.hasCapital) { isCapitals = true }
  }

  /// Takes the words of some tokens of a text; a possessive and a leading "the" are left out.
  init(_ tokens: some Collection<NameToken>, bytes: UnsafeBufferPointer<UInt8>) {
    for token in tokens where token.form != .possessive {
      if words.isEmpty && token.hash == Self.the && tokens.count > 1 { continue }
      tokenHashes.append(token.hash)
      guard token.isWord || token.form == .ampersand else { continue }
      words.append(String(decoding: NormalForm.bytes(bytes[token.range]), as: UTF8.self))
      hashes.append(token.hash)
      if token.form != .allCapitals && token.form != .dotted && token.form != .initial { isCapitals = false }
    }
    dropRepeats()
  }

  /// Leaves out what a lost line end put into a name twice: `Getty Images Getty Images`, `Ted Cruz Cruz`.
  private mutating func dropRepeats() {
    let count = words.count
    guard count > 2, tokenHashes.count == count else { return }
    let half = count / 2
    if count % 2 == 0, words[..<half] == words[half...] {
      keep(half)
    } else if words[count - 1] == words[count - 2] {
      keep(count - 1)
    }
  }

  private mutating func keep(_ count: Int) {
    words.removeLast(words.count - count)
    hashes.removeLast(hashes.count - count)
    tokenHashes.removeLast(tokenHashes.count - count)
  }

  private static let the = TokenHash.hash("the".utf8)

  /// Whether it ends as the names of newspapers and agencies do.
  var isOutlet: Bool { words.count > 1 && words.last.map(Self.outletWords.contains) ?? false }

  private static let outletWords: Set<String> = [
    "wire", "herald", "gazette", "tribune", "courier", "chronicle", "observer", "telegraph", "bulletin",
    "dispatch",
    "examiner", "inquirer", "sentinel", "newswire", "times", "news", "daily", "weekly",
  ]

  /// What stands in the gazetteer at the whole name.
  var entry: Gazetteer.Entry? {
    var phrase = PhraseHash()
    for hash in tokenHashes { phrase.append(hash) }
    guard let entry = Gazetteer.shared[phrase] else { return withoutCountry ?? withoutForm }
    return entry.classes.contains(.capitalsOnly) && !isCapitals ? nil : entry
  }

  /// What stands at an organisation's name after `U.S.`, which says no more than the name.
  private var withoutCountry: Gazetteer.Entry? {
    guard words.count > 2, words[0] == "us" else { return nil }
    var phrase = PhraseHash()
    for hash in tokenHashes.dropFirst() { phrase.append(hash) }
    guard let entry = Gazetteer.shared[phrase], entry.organisation > 0, entry.place == 0 else { return nil }
    return entry
  }

  /// What stands at an organisation's name before its legal form.
  private var withoutForm: Gazetteer.Entry? {
    guard words.count > 1, let last = hashes.last, Gazetteer.shared.classes(ofWord: last).contains(.orgSuffix)
    else { return nil }
    var phrase = PhraseHash()
    for hash in hashes.dropLast() { phrase.append(hash) }
    guard let entry = Gazetteer.shared[phrase], entry.organisation > 0, entry.place == 0,
      !entry.classes.contains(.capitalsOnly)
    else { return nil }
    return entry
  }

  /// The name of the gazetteer's record, in its normal form; nil where there is none.
  func recordName(organisation: Bool) -> String? {
    guard let entry else { return nil }
    let number = organisation ? entry.organisation : entry.place
    guard let record = Gazetteer.shared.record(number) else { return nil }
    return NameWords.normal(record.name)
  }

  /// The words in order.
  var plainKey: String { words.joined(separator: " ") }

  /// The words without a legal form at the end.
  var organisationKey: String {
    var end = words.count
    while end > 1, Gazetteer.shared.classes(ofWord: hashes[end - 1]).contains(.orgSuffix) { end -= 1 }
    if end > 1, end < words.count, words[end - 1] == "&" { end -= 1 }
    return words[..<end].joined(separator: " ")
  }

  /// A phrase in its normal form, words parted by one space.
  static func normal(_ phrase: String) -> String {
    var words: [String] = []
    for part in phrase.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }) {
      let bytes = NormalForm.bytes(part.utf8)
      if !bytes.isEmpty { words.append(String(decoding: bytes, as: UTF8.self)) }
    }
    if words.count > 1 && words[0] == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }
}

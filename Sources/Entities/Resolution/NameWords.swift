internal import Lexicons
internal import TextAnalysis

/// The words of a name in their normal form, with what the gazetteer knows of each.
struct NameWords: Sendable {
  /// The words in lower case and folded, without apostrophes and dots; marks are left out.
  private(set) var words: [String] = []
  /// The hashes of the words.
  private(set) var hashes: [UInt64] = []
  /// What stands in the gazetteer at the name with all its marks, before it is asked how the name is written.
  private var whole: Gazetteer.Entry?
  /// Where nothing stands at the whole name, what stands at the part of it that says as much.
  private var part: Gazetteer.Entry?
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
    words.reserveCapacity(tokens.count)
    hashes.reserveCapacity(tokens.count)
    // The name with its marks, and all but its first word or mark.
    var (phrase, rest) = (PhraseHash(), PhraseHash())
    var count = 0
    for token in tokens where token.form != .possessive {
      if words.isEmpty && token.hash == Self.the && tokens.count > 1 { continue }
      phrase.append(token.hash)
      if count > 0 { rest.append(token.hash) }
      count += 1
      guard token.isWord || token.form == .ampersand else { continue }
      words.append(WordForm.string(UnsafeBufferPointer(rebasing: bytes[token.range])))
      hashes.append(token.hash)
      if token.form != .allCapitals && token.form != .dotted && token.form != .initial { isCapitals = false }
    }
    if count == words.count, dropRepeats() {
      phrase = PhraseHash(of: hashes[...])
      rest = PhraseHash(of: hashes.dropFirst())
    }
    whole = Gazetteer.shared[phrase]
    if whole == nil { part = withoutCountry(rest) ?? withoutForm }
  }

  /// Leaves out what a lost line end put into a name without marks twice: `Getty Images Getty Images`, `Ted Cruz Cruz`.
  ///
  /// - Returns: Whether there was anything to leave out.
  private mutating func dropRepeats() -> Bool {
    let count = words.count
    guard count > 2 else { return false }
    let half = count / 2
    if count % 2 == 0, words[..<half] == words[half...] {
      keep(half)
    } else if words[count - 1] == words[count - 2] {
      keep(count - 1)
    } else {
      return false
    }
    return true
  }

  private mutating func keep(_ count: Int) {
    words.removeLast(words.count - count)
    hashes.removeLast(hashes.count - count)
  }

  private static let the = TokenHash.hash("the".utf8)

  /// Whether it ends as the names of newspapers and agencies do.
  var isOutlet: Bool { hashes.count > 1 && hashes.last.map(Self.outletWords.contains) ?? false }

  private static let outletWords = HashSet(.outletNouns)

  /// What stands in the gazetteer at the whole name.
  var entry: Gazetteer.Entry? {
    guard let whole else { return part }
    return whole.classes.contains(.capitalsOnly) && !isCapitals ? nil : whole
  }

  /// What stands at an organisation's name after `U.S.`, which says no more than the name.
  private func withoutCountry(_ rest: PhraseHash) -> Gazetteer.Entry? {
    guard words.count > 2, words[0] == "us", let entry = Gazetteer.shared[rest],
      entry.organisation > 0, entry.place == 0
    else { return nil }
    return entry
  }

  /// What stands at an organisation's name before its legal form.
  private var withoutForm: Gazetteer.Entry? {
    guard words.count > 1, let last = hashes.last,
      Gazetteer.shared.classes(ofWord: last).contains(.orgSuffix),
      let entry = Gazetteer.shared[PhraseHash(of: hashes.dropLast())], entry.organisation > 0,
      entry.place == 0,
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
  var plainKey: String { Self.joined(words[...]) }

  /// The words without a legal form at the end.
  var organisationKey: String {
    var end = words.count
    while end > 1, Gazetteer.shared.classes(ofWord: hashes[end - 1]).contains(.orgSuffix) { end -= 1 }
    if end > 1, end < words.count, words[end - 1] == "&" { end -= 1 }
    return Self.joined(words[..<end])
  }

  /// Words parted by one space: `joined(separator:)` takes several times as long for so few.
  static func joined(_ words: ArraySlice<String>) -> String {
    guard var text = words.first else { return "" }
    for word in words.dropFirst() {
      text += " "
      text += word
    }
    return text
  }

  /// A name of the gazetteer in its normal form, words parted by one space.
  static func normal(_ phrase: String) -> String {
    var phrase = phrase
    return phrase.withUTF8 { utf8 in
      var words: [String] = []
      for part in utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) {
        let word = WordForm.string(UnsafeBufferPointer(rebasing: part))
        if !word.isEmpty { words.append(word) }
      }
      return joined(words.count > 1 && words[0] == "the" ? words.dropFirst() : words[...])
    }
  }
}

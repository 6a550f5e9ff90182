/// What one article credits, source by source, photos left out.
struct CreditsOfArticle {
  /// The one form of its outlet's name; nil where there is none.
  let outlet: String?
  /// The strongest credit of each source.
  private(set) var strengths: [String: CreditStrength] = [:]
  /// Names that sign it and need support (``Credit/needsSupport``).
  private(set) var datelines: Set<String> = []
  private let text: ComparableText

  /// - Parameter shared: the words that another article has too, where it is compared with one.
  init(_ text: ComparableText, shared: [Range<Int>] = []) {
    self.text = text
    outlet = text.outletName
    let sentences = SharedSentences(shared, in: text)
    for credit in text.credits where credit.kind != .photo {
      if credit.needsSupport {
        datelines.insert(credit.source)
      } else {
        add(credit.source, sentences.strength(of: credit))
      }
    }
  }

  private mutating func add(_ source: String, _ strength: CreditStrength) {
    strengths[source] = max(strengths[source] ?? .mention, strength)
  }

  /// How strongly a source is credited; nil where it is not.
  func strength(of source: String?) -> CreditStrength? { source.flatMap { strengths[$0] } }

  func credits(_ source: String?) -> Bool { strength(of: source) != nil }

  /// Reads what names the outlet of another article with which text is shared: a dateline or a byline of that name, an
  /// address of its site, any mention.
  mutating func findOutlet(of other: ComparableText) {
    guard let name = other.outletName, name != outlet else { return }
    if datelines.contains(where: { SourceName.areSame($0, name) }) { add(name, .signed) }
    if text.bylineNames.contains(where: { SourceName.areSame($0, name) }) { add(name, .signed) }
    for (source, strength) in strengths where source != name && SourceName.areSame(source, name) {
      add(name, strength)
    }
    if let host = other.host { findAddress(host, of: name) }
    guard strengths[name] == nil else { return }
    for place in SourceName.places(of: name, in: text.text, words: text.words, most: Self.mostPlaces) {
      let verdict = CreditContext(of: place, in: text.text, words: text.words).verdict(isAgency: false)
      add(name, verdict.map { $0.0 == .photo ? .mention : $0.1 } ?? .mention)
    }
    if let institution = other.host.flatMap(SourceName.institution),
      SourceName.isNamed(institution, in: text.text, words: text.words)
    {
      add(name, .named)
    }
  }

  /// The places at which an outlet is named that are looked at.
  private static let mostPlaces = 20

  private mutating func findAddress(_ host: String, of outlet: String) {
    guard text.addressed.contains(where: { WebAddress.areOneSite($0, host) }) else { return }
    var strength = CreditStrength.named
    for (source, given) in strengths where WebAddress.areOneSite(source, host) {
      strength = max(strength, given)
      if source != outlet { strengths[source] = nil }
    }
    add(outlet, strength)
  }

  /// Takes names in datelines that another article carries too for what they are: sources.
  mutating func confirmDatelines(with other: CreditsOfArticle) {
    for name in datelines where other.datelines.contains(name) && name != outlet && name != other.outlet {
      add(name, .signed)
    }
  }

  /// The sources but the article's own outlet and some other, the strongest first, then by name.
  func thirds(besides other: String?) -> [(source: String, strength: CreditStrength)] {
    strengths.filter { $0.key != outlet && $0.key != other }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }
}

/// Weighs credits by where they stand: in what is shared, at either end of the text, or elsewhere.
private struct SharedSentences {
  private let text: ComparableText
  private var covered: [UInt32: UInt32] = [:]
  /// The words at the start and at the end of a text where a credit is of the whole.
  private static let (head, tail) = (120, 80)

  init(_ shared: [Range<Int>], in text: ComparableText) {
    self.text = text
    guard text.credits.contains(where: { !$0.bytes.isEmpty }) else { return }
    for range in shared { for index in range { covered[text.words.words[index].sentence, default: 0] += 1 } }
  }

  /// How much a credit tells of what is shared.
  ///
  /// What somebody "told AFP" is written by AFP, where that sentence is shared. A document that was "first published by" some
  /// paper, in the midst of a story, makes not the story the paper's.
  func strength(of credit: Credit) -> CreditStrength {
    guard !credit.bytes.isEmpty else { return credit.strength }
    let word = text.words.firstWord(startingAt: credit.bytes.lowerBound)
    guard word < text.words.count else { return credit.strength }
    let sentence = text.words.words[word].sentence
    let isShared = covered[sentence, default: 0] * 2 >= text.sentenceSizes[Int(sentence)]
    switch credit.strength {
    case .statement where isShared && KnownSources.isAgency(credit.source): return .named
    case .attributed
    where !isShared && word >= Self.head && word + Self.tail < text.words.count
      && !KnownSources.isAgency(credit.source):
      return .statement
    default: return credit.strength
    }
  }
}

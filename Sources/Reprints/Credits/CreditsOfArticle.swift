/// What one article credits, source by source, photos left out.
struct CreditsOfArticle {
  /// The one form of its outlet's name; nil where there is none.
  let outlet: String?
  /// The strongest credit of each source.
  private(set) var strengths: [String: CreditStrength] = [:]
  /// Names that sign it and need support (``Credit/needsSupport``).
  private(set) var datelines: Set<String> = []
  private let text: ComparableText

  init(_ text: ComparableText) {
    self.text = text
    outlet = text.outletName
    for credit in text.credits where credit.kind != .photo {
      if credit.needsSupport { datelines.insert(credit.source) } else { add(credit.source, credit.strength) }
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
    if SourceName.isNamed(name, in: text.text, words: text.words) { add(name, .mention) }
    if let institution = other.host.flatMap(SourceName.institution),
      SourceName.isNamed(institution, in: text.text, words: text.words)
    {
      add(name, .named)
    }
  }

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

internal import Articles

/// Decides which keys of an archive are one entity: pure functions of the keys, their counts and contexts.
///
/// Names are never joined by spelling alone where what the articles mention differs: two keys whose contexts are
/// known and share nothing stay apart, whatever their spelling. An ``AliasFile`` overrules everything.
///
/// ```swift
/// let variants = NameVariants(aliases: AliasFile())
/// variants.of(blinkenAntony, among: candidates).map(\.key.text)  // ["blinken antony", "blinken anthony", "blinken"]
/// ```
public struct NameVariants: Sendable {
  private let aliases: AliasFile

  /// Makes the rules, with what a user says of names.
  public init(aliases: AliasFile = AliasFile()) { self.aliases = aliases }

  /// The keys that are the entity of a key, that key first if it is among the candidates, then the most
  /// mentioned first.
  ///
  /// - Parameters:
  ///   - key: What is asked for. A person's family name alone stands for everybody of that name.
  ///   - candidates: The keys of the same class that come into question, as those that begin with the family
  ///     name; others are ignored.
  public func of(_ key: EntityKey, among candidates: [NameCandidate]) -> [NameVariant] {
    let own = candidates.first { $0.key == key } ?? NameCandidate(key: key, articles: 0)
    var variants: [NameVariant] = []
    for candidate in candidates where candidate.key.entityClass == key.entityClass {
      if let reason = reason(own, candidate, among: candidates) {
        variants.append(NameVariant(key: candidate.key, articles: candidate.articles, reason: reason))
      }
    }
    return variants.sorted {
      ($0.reason != .same ? 1 : 0, -$0.articles, $0.key) < ($1.reason != .same ? 1 : 0, -$1.articles, $1.key)
    }
  }

  /// The texts that keys of the entity may begin with, so that an index finds the candidates: the first letters of
  /// a person's family name, or of any word of an organisation's name, with those of its other wordings.
  public func prefixes(of key: EntityKey) -> [String] {
    switch key.entityClass {
    case .person: Self.beginnings(of: key.familyName)
    case .organisation: OrganisationVariants.prefixes(of: key.text)
    case .place: [String(key.text.prefix(4))]
    }
  }

  /// The first letters of a family name, and of its other transliterations where these begin otherwise.
  private static func beginnings(of family: String) -> [String] {
    let beginning = family.utf8.count > 4 ? String(family.prefix(4)) : family
    guard let first = beginning.first, let group = initials.first(where: { $0.contains(first) }) else {
      return [beginning]
    }
    return group.map { String($0) + beginning.dropFirst() }
  }

  /// First letters that transliterations exchange.
  private static let initials = ["yji", "wv", "qk"]

  /// Whether it can be told of two keys only by what their articles mention beside them.
  ///
  /// Those are names that agree but for a spelling, an initial or a second name, and acronyms.
  public func dependsOnContext(_ key: EntityKey, _ other: EntityKey) -> Bool {
    guard key != other, key.entityClass == other.entityClass else { return false }
    switch key.entityClass {
    case .person: return PersonVariants.areAlike(PersonName(key: key.text), PersonName(key: other.text))
    case .organisation: return OrganisationVariants.areAlike(key.text, other.text)
    case .place: return false
    }
  }

  /// Why a candidate is the entity; nil where it is not.
  private func reason(
    _ own: NameCandidate, _ candidate: NameCandidate, among all: [NameCandidate]
  ) -> NameVariant.Reason? {
    if own.key == candidate.key { return .same }
    if aliases.splits(own.key, candidate.key) { return nil }
    if aliases.joins(own.key, candidate.key) { return .alias }
    switch own.key.entityClass {
    case .person: return PersonVariants(all).reason(own, candidate)
    case .organisation: return OrganisationVariants.reason(own, candidate)
    case .place: return placeReason(own, candidate)
    }
  }

  private func placeReason(_ own: NameCandidate, _ candidate: NameCandidate) -> NameVariant.Reason? {
    // Who asks for New York may mean the state too.
    if [" state", " us"].contains(where: { candidate.key.text == own.key.text + $0 }) { return .wording }
    guard own.key.text.utf8.count >= 5, NameContext.mayBeOne(own, candidate),
      Spelling.skeleton(own.key.text) == Spelling.skeleton(candidate.key.text)
    else { return nil }
    return .transliteration
  }
}

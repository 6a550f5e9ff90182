internal import Articles
internal import Lexicons
internal import TextAnalysis

/// Cuts runs of capitals to the organisation's name in them: two names in a row become two, party and followers go,
/// a legal form after a comma comes in.
///
/// `Bush White House` is a person and the White House, `House and Senate` two chambers, `House Republicans` the House,
/// `Kentucky Republican` a place, `Republican Senate` the Senate; `Acme, LLC` is one name.
struct OrganisationRuns {
  private let document: NameDocument
  /// The last words of people's names.
  private let families: HashSet

  init(_ document: NameDocument, spans: [NameSpan]) {
    self.document = document
    families = HashSet(
      spans.lazy.filter { $0.entityClass == .person }.map { document.tokens[$0.tokens.upperBound - 1].hash })
  }

  /// The spans, those of organisations cut.
  func parted(_ spans: [NameSpan]) -> [NameSpan] {
    var parted: [NameSpan] = []
    parted.reserveCapacity(spans.count)
    for (index, span) in spans.enumerated() {
      guard span.entityClass == .organisation else {
        parted.append(span)
        continue
      }
      let next = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : document.tokens.count
      for name in names(in: span.tokens, next: next) { parted.append(name) }
    }
    return parted
  }

  private func names(in run: Range<Int>, next: Int) -> [NameSpan] {
    if isKnown(run) || run.count == 1 { return [organisation(run, next)] }
    if let parts = partsBesideAnd(in: run) {
      return [NameSpan(tokens: parts.0, entityClass: .organisation), organisation(parts.1, next)]
    }
    if let parts = personAndBody(run) { return parts }
    let last = document.tokens[run.upperBound - 1].hash
    if Self.followers.contains(last) || (last == Self.gop && isChamber(run.dropLast())) {
      return body(ofFollowers: run)
    }
    return [organisation(withoutParty(run), next)]
  }

  // MARK: Two names

  private static let and = TokenHash.hash("and".utf8)

  /// The names on either side of `and`, where each is known or a chamber of a parliament.
  private func partsBesideAnd(in run: Range<Int>) -> (Range<Int>, Range<Int>)? {
    let middle = run.dropFirst().dropLast().first { document.tokens[$0].hash == Self.and }
    guard let middle else { return nil }
    let (left, right) = (run.lowerBound..<middle, middle + 1..<run.upperBound)
    let isLeft = isKnown(left) || isChamber(left)
    return isLeft && (isKnown(right) || isChamber(right)) ? (left, right) : nil
  }

  /// A person of the article before what is his or hers: `Bush White House`, `Obama Administration`.
  private func personAndBody(_ run: Range<Int>) -> [NameSpan]? {
    let rest = run.lowerBound + 1..<run.upperBound
    guard families.contains(document.tokens[run.lowerBound].hash) else { return nil }
    let person = NameSpan(tokens: run.lowerBound..<run.lowerBound + 1, entityClass: .person)
    if rest.count == 1, Self.followings.contains(document.tokens[rest.lowerBound].hash) { return [person] }
    guard rest.count > 1, isKnown(rest) else { return nil }
    return [person, NameSpan(tokens: rest, entityClass: .organisation)]
  }

  // MARK: Parties

  /// The chamber or place whose members a run names: `Senate Democrats`; none where it is a people's.
  private func body(ofFollowers run: Range<Int>) -> [NameSpan] {
    let rest = run.dropLast()
    if isChamber(rest) { return [NameSpan(tokens: rest, entityClass: .organisation)] }
    if let entry = entry(rest), entry.place > 0, entry.organisation == 0 {
      // A country's name before it makes a party's: `Sweden Democrats`.
      return [
        NameSpan(
          tokens: entry.classes.contains(.country) ? run : rest,
          entityClass: entry.classes.contains(.country) ? .organisation : .place)
      ]
    }
    let isPeople = rest.allSatisfy {
      !Gazetteer.shared.classes(ofWord: document.tokens[$0].hash).isDisjoint(with: [.demonym, .functionWord])
    }
    return isPeople ? [] : [NameSpan(tokens: run, entityClass: .organisation)]
  }

  /// A chamber without the party that holds it.
  private func withoutParty(_ run: Range<Int>) -> Range<Int> {
    let rest = run.dropFirst()
    return Self.parties.contains(document.tokens[run.lowerBound].hash) && isChamber(rest) ? rest : run
  }

  // MARK: One name

  /// An organisation with the legal form after a comma, or the agency's `Images`; a building is a place.
  private func organisation(_ run: Range<Int>, _ next: Int) -> NameSpan {
    let tokens = document.tokens
    let end = run.upperBound
    if run.count > 1, Self.buildings.contains(tokens[end - 1].hash) {
      return NameSpan(tokens: run, entityClass: .place)
    }
    if end + 1 < min(next, tokens.count), tokens[end].form == .comma, tokens[end + 1].hasCapital,
      Gazetteer.shared.classes(ofWord: tokens[end + 1].hash).contains(.orgSuffix)
    {
      return NameSpan(tokens: run.lowerBound..<end + 2, entityClass: .organisation)
    }
    if end < min(next, tokens.count), tokens[end].hasCapital, !isKnown(run),
      isKnown(run.lowerBound..<end + 1)
    {
      return NameSpan(tokens: run.lowerBound..<end + 1, entityClass: .organisation)
    }
    return NameSpan(tokens: run, entityClass: .organisation)
  }

  // MARK: Words

  private func entry(_ run: Range<Int>) -> Gazetteer.Entry? {
    var phrase = PhraseHash()
    for token in document.tokens[run] where !(token.hash == Self.the && token.start == first(run).start) {
      phrase.append(token.hash)
    }
    return Gazetteer.shared[phrase]
  }

  private func first(_ run: Range<Int>) -> NameToken { document.tokens[run.lowerBound] }

  private func isKnown(_ run: Range<Int>) -> Bool { entry(run).map { $0.organisation > 0 } ?? false }

  private func isChamber(_ run: Range<Int>) -> Bool {
    let words = run.filter { document.tokens[$0].hash != Self.the }
    return words.count == 1 && Self.chambers.contains(document.tokens[words[0]].hash)
  }

  private static let gop = TokenHash.hash("gop".utf8)
  private static let the = TokenHash.hash("the".utf8)
  private static let chambers = HashSet(.chambers)
  private static let parties = HashSet(.partyAdjectives)
  private static let followers = HashSet(.partyFollowers)
  private static let followings = HashSet(.leaderNouns)
  private static let buildings = HashSet(.buildingNouns)
}

/// The rules for people's names across an archive.
struct PersonVariants {
  private let all: [NameCandidate]

  init(_ all: [NameCandidate]) { self.all = all }

  /// Why two keys are one person; nil where they are not, or where it cannot be told.
  func reason(_ own: NameCandidate, _ candidate: NameCandidate) -> NameVariant.Reason? {
    let left = PersonName(key: own.key.text)
    let right = PersonName(key: candidate.key.text)
    guard let family = familyReason(left.family, right.family, own, candidate) else { return nil }
    if left.given.isEmpty { return family == .same ? .familyName : nil }
    if right.given.isEmpty {
      return family == .same && isOnlyPerson(left, own, candidate) ? .familyName : nil
    }
    guard !areRelatives(left, right, own, candidate),
      let given = givenReason(left, right, own, candidate), NameContext.mayBeOne(own, candidate)
    else { return nil }
    return family == .same ? given : family
  }

  /// Whether one of two names has a `Jr.` that the other does not leave out: where both are one person's, as those
  /// of Martin Luther King, most articles have it.
  private func areRelatives(
    _ left: PersonName, _ right: PersonName, _ own: NameCandidate, _ candidate: NameCandidate
  ) -> Bool {
    guard left.mayBeRelative(of: right) else { return false }
    if left.suffix != nil && right.suffix != nil { return true }
    let (younger, plain) = left.suffix != nil ? (own, candidate) : (candidate, own)
    return younger.articles * 3 < plain.articles
  }

  /// Whether two full names agree by family name and first given name, spelling and initials aside.
  static func areAlike(_ left: PersonName, _ right: PersonName) -> Bool {
    guard let first = left.given.first, let other = right.given.first else { return false }
    let families =
      left.family == right.family || Spelling.skeleton(left.family) == Spelling.skeleton(right.family)
      || Spelling.isNear(left.family, right.family)
    return families && (GivenNames.agree(first, other) || Spelling.isNear(first, other))
  }

  // MARK: Family names

  private func familyReason(
    _ left: String, _ right: String, _ own: NameCandidate, _ candidate: NameCandidate
  ) -> NameVariant.Reason? {
    if left == right { return .same }
    let isLong = min(left.utf8.count, right.utf8.count) >= 5
    if isLong && Spelling.skeleton(left) == Spelling.skeleton(right) { return .transliteration }
    guard isLong, Spelling.isNear(left, right), NameContext.agrees(own, candidate) else { return nil }
    return .spelling
  }

  // MARK: Given names

  private func givenReason(
    _ left: PersonName, _ right: PersonName, _ own: NameCandidate, _ candidate: NameCandidate
  ) -> NameVariant.Reason? {
    let (first, other) = (left.given[0], right.given[0])
    guard middleNamesAgree(left, right) else { return nil }
    if first == other {
      if left.given.count == right.given.count { return .transliteration }
      return isUnambiguous(left, right, own, candidate) ? .initial : nil
    }
    if first.utf8.count == 1 || other.utf8.count == 1 {
      guard first.utf8.first == other.utf8.first else { return nil }
      return isUnambiguous(left, right, own, candidate) ? .initial : nil
    }
    if GivenNames.areForms(first, other) { return .givenName }
    if Spelling.skeleton(first) == Spelling.skeleton(other) { return .transliteration }
    guard Spelling.isNear(first, other), first.utf8.first == other.utf8.first else { return nil }
    return NameContext.agrees(own, candidate) || isSlip(own, candidate) ? .spelling : nil
  }

  /// Second names agree where both have one: `george w` and `george h w` do not.
  private func middleNamesAgree(_ left: PersonName, _ right: PersonName) -> Bool {
    guard left.given.count > 1, right.given.count > 1 else { return true }
    return zip(left.given.dropFirst(), right.given.dropFirst()).allSatisfy { GivenNames.agree($0, $1) }
      && (left.given.count == right.given.count || left.given[1].utf8.count > 1)
  }

  /// Whether the shorter of two names can be meant for nobody but the bearer of the longer.
  ///
  /// Then no third name of the archive fits it, or its articles name far more of the longer one's company than of any
  /// third one's. A third name with less than a fiftieth of their articles is no rival but a slip of some text.
  private func isUnambiguous(
    _ left: PersonName, _ right: PersonName, _ own: NameCandidate, _ candidate: NameCandidate
  ) -> Bool {
    let isLeftShorter =
      (left.given.count, left.given[0].utf8.count) < (right.given.count, right.given[0].utf8.count)
    let (shorter, longer) = isLeftShorter ? (left, right) : (right, left)
    let short = isLeftShorter ? own : candidate
    let known = max(own.articles, candidate.articles)
    let rivals = all.filter { other in
      guard other.articles * 50 >= known else { return false }
      let name = PersonName(key: other.key.text)
      return name.family == shorter.family && !name.given.isEmpty && name != shorter && name != longer
        && GivenNames.agree(name.given, shorter.given) && !GivenNames.agree(name.given, longer.given)
    }
    guard !rivals.isEmpty else { return true }
    guard NameContext.agrees(own, candidate), let share = NameContext.share(own, candidate) else {
      return false
    }
    return rivals.allSatisfy { share >= 1.5 * (NameContext.share(short, $0) ?? 0) }
  }

  /// Whether one of two names is so rare beside the other that it is a slip of the pen.
  private func isSlip(_ own: NameCandidate, _ candidate: NameCandidate) -> Bool {
    let (fewer, more) = (min(own.articles, candidate.articles), max(own.articles, candidate.articles))
    return fewer * 20 <= more && more > 0
  }

  /// Whether nine in ten articles that give somebody of this family a given name mean this person.
  private func isOnlyPerson(_ name: PersonName, _ own: NameCandidate, _ short: NameCandidate) -> Bool {
    var same = 0
    var others = 0
    for candidate in all {
      let other = PersonName(key: candidate.key.text)
      guard other.family == name.family, !other.given.isEmpty else { continue }
      if GivenNames.agree(other.given, name.given) {
        same += candidate.articles
      } else {
        others += candidate.articles
      }
    }
    return same >= others * 9 && NameContext.mayBeOne(own, short)
  }
}

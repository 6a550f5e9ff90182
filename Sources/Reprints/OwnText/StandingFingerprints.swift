/// The fingerprints of what outlets print under many of their articles, told before any two articles are compared.
///
/// A paragraph that stands under thousands of articles makes millions of pairs that have nothing else in common. A
/// fingerprint is standing where more than ``fewHolders`` articles of one outlet hold it and three of these have
/// little else in common and stand on dates that are each three days apart, or six without a date have: the rule of
/// `BoilerplateLearner`, for all holders at once. It is so for every outlet, since a copy carries the footer of where it was taken. What few
/// articles hold is compared and reported as boilerplate.
struct StandingFingerprints: Sendable {
  /// The articles without a date, all different stories, that make a fingerprint standing: more than teach standing
  /// text, since who shares only these is not compared at all.
  private static let undatedHolders = 6
  /// Articles of an outlet that may hold its standing text and are compared all the same.
  static let fewHolders = 12
  /// The most holders of a fingerprint that are looked at, taken evenly over time.
  private static let mostAsked = 24

  /// The number of fingerprints.
  var count: Int { values.count }

  private let learner = BoilerplateLearner()
  private var values: Set<UInt64> = []
  /// A bit for the low bits of each value: most fingerprints are not standing.
  private var filter = [UInt64](repeating: 0, count: 1 << 12)

  /// - Parameters:
  ///   - table: Which articles of each outlet hold what.
  ///   - days: The day on which each article was published, by number; nil where that is vague.
  ///   - outlets: The number of each article's outlet, by number.
  ///   - fingerprints: Those of each article, by number, each once.
  init(_ table: OutletPostings, days: [Int?], outlets: [Int32], fingerprints: [FingerprintSet]) {
    table.forEachGroup(ofMoreThan: Self.fewHolders) { key, holders in
      guard let first = holders.first, isStanding(holders, days: days, fingerprints: fingerprints),
        let value = fingerprints[first].first(where: { table.key($0, outlets[first]) == key })
      else { return }
      values.insert(value)
      filter[Int(value >> 6 & 0xfff)] |= 1 << (value & 63)
    }
  }

  /// Whether a fingerprint is standing text.
  @inline(__always)
  func contains(_ fingerprint: UInt64) -> Bool {
    filter[Int(fingerprint >> 6 & 0xfff)] & (1 << (fingerprint & 63)) != 0 && values.contains(fingerprint)
  }

  /// Whether enough holders are different stories of different days, or where dates are missing, enough different
  /// stories.
  private func isStanding(_ holders: [Int], days: [Int?], fingerprints: [FingerprintSet]) -> Bool {
    let step = max(1, (holders.count + Self.mostAsked - 1) / Self.mostAsked)
    let asked = stride(from: 0, to: holders.count, by: step).map { holders[$0] }
    var dated: [Int] = []
    var undated: [Int] = []
    for holder in asked {
      guard let day = days[holder] else {
        if areDifferent(holder, undated, fingerprints, learner.undatedEditionShare) { undated.append(holder) }
        if undated.count == Self.undatedHolders { return true }
        continue
      }
      if let last = dated.last.flatMap({ days[$0] }), day - last < learner.daysApart { continue }
      if areDifferent(holder, dated, fingerprints, learner.editionShare) { dated.append(holder) }
      if dated.count == learner.dates { return true }
    }
    return false
  }

  /// Whether an article has so little in common with others that they are no editions of one story.
  private func areDifferent(
    _ article: Int, _ others: [Int], _ fingerprints: [FingerprintSet], _ share: Double
  ) -> Bool {
    let own = fingerprints[article]
    return others.allSatisfy { other in
      let shorter = max(1, min(own.count, fingerprints[other].count))
      return Double(own.commonCount(with: fingerprints[other])) <= share * Double(shorter)
    }
  }
}

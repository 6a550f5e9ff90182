/// Tells which articles are one text, by the fingerprints of their passages that match a query.
///
/// Articles are taken in order; one that shares half of its fingerprints, or half of theirs, with an earlier text is
/// that text, else it is a new one. It is the rule by which results are folded, on fingerprints rather than words.
struct DistinctTexts {
  /// The share of the fingerprints of the shorter of the two from which on they are one text.
  static let sameText = 0.5
  /// A fingerprint of more texts than this is what outlets print under everything, and is not looked at.
  static let mostTexts = 64

  private var textsByFingerprint: [UInt64: [Int]] = [:]
  private var sizes: [Int] = []

  /// The number of different texts so far.
  var count: Int { sizes.count }

  /// The number of the text that an article is, from 0.
  mutating func text(of fingerprints: Set<UInt64>) -> Int {
    var shared: [Int: Int] = [:]
    for fingerprint in fingerprints {
      guard let texts = textsByFingerprint[fingerprint], texts.count <= Self.mostTexts else { continue }
      for text in texts { shared[text, default: 0] += 1 }
    }
    var best: (text: Int, share: Double)?
    for (text, count) in shared {
      let share = Double(count) / Double(min(fingerprints.count, sizes[text]))
      if share >= Self.sameText, (share, -text) > (best?.share ?? 0, -(best?.text ?? 0)) {
        best = (text, share)
      }
    }
    return best?.text ?? newText(fingerprints)
  }

  private mutating func newText(_ fingerprints: Set<UInt64>) -> Int {
    let text = sizes.count
    sizes.append(fingerprints.count)
    for fingerprint in fingerprints {
      let texts = textsByFingerprint[fingerprint, default: []]
      if texts.count <= Self.mostTexts { textsByFingerprint[fingerprint] = texts + [text] }
    }
    return text
  }
}

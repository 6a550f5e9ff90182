/// What the company of two names tells.
enum NameContext {
  /// How many others a context needs to say anything.
  private static let least = 3

  /// Whether both contexts are known and share something.
  static func agrees(_ left: NameCandidate, _ right: NameCandidate) -> Bool {
    share(left, right).map { $0 >= 0.1 } ?? false
  }

  /// False where both contexts are known and share nothing.
  static func mayBeOne(_ left: NameCandidate, _ right: NameCandidate) -> Bool {
    share(left, right).map { $0 > 0 } ?? true
  }

  /// The part of the smaller context that the other has too; nil where one is too small to tell.
  static func share(_ left: NameCandidate, _ right: NameCandidate) -> Double? {
    let smaller = min(left.context.count, right.context.count)
    guard smaller >= least else { return nil }
    return Double(left.context.intersection(right.context).count) / Double(smaller)
  }
}

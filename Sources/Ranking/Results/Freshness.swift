internal import Glibc

/// Lets newer articles come before older ones that answer a little better.
public struct Freshness: Sendable, Equatable {
  /// The days after which an article has lost half of what age can take off its score.
  public var days: Double
  /// How much of a score age can take off, 0 to 1.
  public var mostLoss = 0.5

  /// Makes a rule.
  ///
  /// - Parameter days: Above 0.
  public init(days: Double) {
    precondition(days > 0, "an article ages within some time")
    self.days = days
  }

  /// What to multiply a score by.
  ///
  /// - Parameter age: The days since publication, counted from the newest article; nil where it is not known, which
  ///   counts as very old.
  public func factor(age: Double?) -> Double {
    guard let age else { return 1 - mostLoss }
    return 1 - mostLoss * (1 - exp2(-max(0, age) / days))
  }
}

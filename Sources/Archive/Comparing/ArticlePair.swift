public import Reprints

/// Two articles of an archive and what they have in common.
public struct ArticlePair: Sendable {
  /// The article whose id comes first in byte order.
  public var a: ArticleSummary
  /// The other one.
  public var b: ArticleSummary
  /// What was found out about them.
  public var report: PairReport

  /// Makes a pair.
  public init(a: ArticleSummary, b: ArticleSummary, report: PairReport) {
    self.a = a
    self.b = b
    self.report = report
  }
}

/// The numbers by which it is decided who has a text from whom.
public struct CreditRules: Sendable, Equatable {
  /// The days that lie between two dates of publication, at the least, before the earlier article is taken for the one
  /// that had the text first.
  ///
  /// The text of a wire is run by many on its day and the next.
  public var daysApart = 2

  /// The numbers that Reprise uses everywhere.
  public init() {}
}

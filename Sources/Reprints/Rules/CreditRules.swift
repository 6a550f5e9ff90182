/// The numbers by which it is decided who has a text from whom.
public struct CreditRules: Sendable, Equatable {
  /// The days that lie between two dates of publication, at the least, before the earlier article is taken for the one that
  /// had the text first. The text of a wire is run by many on its day and the next.
  public var daysApart = 2
  /// The words that one article quotes and the other says itself, at the least, before the one is taken to quote the other.
  public var quotedWords = 25
  /// How many times more words the one must quote of the other than the other of it.
  public var quotedRatio = 3

  /// The numbers that Reprise uses everywhere.
  public init() {}
}

/// What the credits of two articles say about their copying.
public enum CreditVerdict: String, Sendable, Codable {
  /// The text is shared and the copy says whose it is.
  case creditedAndCopied = "credited_and_copied"
  /// The copy was read whole and names no source of any kind, the two are different houses, and nothing points to a third.
  case copiedWithoutCredit = "copied_without_credit"
  /// A source is named of which nothing is shared.
  case creditedNotCopied = "credited_not_copied"
  /// One names the source of what is shared, the other no longer does.
  case lostOnTheWay = "lost_on_the_way"
  /// Both articles are one outlet's: nobody has copied from anybody.
  case withinOutlet = "within_outlet"
  /// Nothing of the kind, or nothing that is certain.
  case none
}

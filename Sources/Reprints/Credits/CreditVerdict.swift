/// What the credits of two articles say about their copying.
public enum CreditVerdict: String, Sendable, Codable {
  /// The text is shared and the copy says whose it is.
  case creditedAndCopied = "credited_and_copied"
  /// The text is shared and nobody says whose it is.
  case copiedWithoutCredit = "copied_without_credit"
  /// A source is named of which nothing is shared.
  case creditedNotCopied = "credited_not_copied"
  /// One names the source of what is shared, the other no longer does.
  case lostOnTheWay = "lost_on_the_way"
  /// Nothing of the kind.
  case none
}

/// Sentences that every newsroom writes: whoever shares only these has copied nothing.
enum StockPhrases {
  /// Phrases that make their sentence a stock one.
  static let table = PhraseTable(
    """
    request for comment
    requests for comment
    requests for an interview
    request for an interview
    declined to comment
    declined comment
    decline to comment
    could not be reached for comment
    could not immediately be reached
    not immediately available for comment
    did not immediately respond
    didn't immediately respond
    did not immediately return
    did not respond to
    on condition of anonymity
    on the condition of anonymity
    not authorized to
    not authorised to
    weren't authorized to
    margin of error
    margin of sampling error
    error of plus or minus
    sampling error for
    all times local
    this is a developing story
    this is a breaking news story
    check back for updates
    """)
}

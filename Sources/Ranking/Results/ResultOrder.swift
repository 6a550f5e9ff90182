public import Articles

/// In which order results are shown.
public enum ResultOrder: String, Sendable, CaseIterable {
  /// The best first; where the query gives no order, the newest.
  case relevance
  /// The latest date first.
  case newest
  /// The earliest date first.
  case oldest

  /// The results in this order, as indices into the ranking.
  ///
  /// Results of one date keep the order of the ranking, and those without a date come last.
  ///
  /// - Parameters:
  ///   - dates: The date of each result, in the order of the ranking.
  ///   - isFilterOnly: Whether the query gives no order, as ``Query/isFilterOnly``.
  public func indices(of dates: [ArticleDate?], isFilterOnly: Bool = false) -> [Int] {
    switch self {
    case .relevance where !isFilterOnly: Array(dates.indices)
    case .relevance, .newest: Self.sorted(dates) { $1 < $0 }
    case .oldest: Self.sorted(dates, by: <)
    }
  }

  private static func sorted(
    _ dates: [ArticleDate?], by comesBefore: (ArticleDate, ArticleDate) -> Bool
  ) -> [Int] {
    dates.indices.sorted { left, right in
      switch (dates[left], dates[right]) {
      case (let first?, let second?):
        if comesBefore(first, second) { return true }
        return comesBefore(second, first) ? false : left < right
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return left < right
      }
    }
  }
}

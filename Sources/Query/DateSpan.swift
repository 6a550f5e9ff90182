public import Articles

/// The days between two dates, both counted whole; either end can be open.
///
/// `2023-02..2023-03` runs from 1 February to 31 March 2023. At least one end is given.
public struct DateSpan: Sendable, Hashable {
  /// The first day, month or year; nil where the span has no beginning.
  public let from: ArticleDate?
  /// The last day, month or year, to its end; nil where the span has no end.
  public let to: ArticleDate?

  /// Makes a span from its ends.
  public init(from: ArticleDate?, to: ArticleDate?) {
    self.from = from
    self.to = to
  }

  /// The first day as year · 10,000 + month · 100 + day; 0 where the span has no beginning.
  public var firstDay: Int {
    guard let from else { return 0 }
    return from.year * 10_000 + (from.month ?? 1) * 100 + (from.day ?? 1)
  }

  /// The last day as year · 10,000 + month · 100 + day; 99,991,231 where the span has no end.
  ///
  /// The last day of a month given without a day counts as the 31st, so that it only serves to compare.
  public var lastDay: Int {
    guard let to else { return 9999_12_31 }
    return to.year * 10_000 + (to.month ?? 12) * 100 + (to.day ?? 31)
  }

  /// Whether a date lies in the span; a date without a day or month does when its first day does.
  public func contains(_ date: ArticleDate) -> Bool {
    let day = date.year * 10_000 + (date.month ?? 1) * 100 + (date.day ?? 1)
    return (firstDay...max(firstDay, lastDay)).contains(day)
  }

  /// Whether the span ends before it begins.
  var isReversed: Bool { firstDay > lastDay }
}

extension DateSpan: CustomStringConvertible {
  /// The span as a query writes it: `2023-02`, `2023-02..2023-03`, `2023-02..`.
  public var description: String {
    if let from, from == to { return from.description }
    return "\(from?.description ?? "")..\(to?.description ?? "")"
  }
}

extension ArticleDate {
  /// Reads `2023`, `2023-02`, `2023-2-1` or `2023/02/01`; nil for anything else.
  init?(queryValue: some StringProtocol) {
    let parts = queryValue.split(whereSeparator: { $0 == "-" || $0 == "/" })
    let separators = queryValue.utf8.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    guard (1...3).contains(parts.count), separators == parts.count - 1, parts[0].utf8.count == 4 else {
      return nil
    }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), part.utf8.count <= 4, let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )
  }
}

public import Articles

/// Two articles of a collection that have something in common.
public struct ComparedPair: Sendable {
  /// The numbers of the articles, given out from the oldest to the newest.
  public let numbers: (a: Int, b: Int)
  /// The articles without their texts; "a" is the one whose id comes first in byte order.
  public let records: (a: Article, b: Article)
  /// What families need to know of them.
  let members: (a: FamilyMember, b: FamilyMember)
  /// What was found out about them.
  public internal(set) var report: PairReport
}

extension ComparedPair {
  /// The number of the article that names the other's outlet as its source, with that outlet.
  ///
  /// Nil where neither does. An outlet that is no known source is found in this way only.
  var creditOfOutlet: (copy: Int, source: String)? {
    guard let source = report.source, report.credit == .creditedAndCopied else { return nil }
    switch report.direction {
    case .bFromA where source == members.a.outlet: return (numbers.b, source)
    case .aFromB where source == members.b.outlet: return (numbers.a, source)
    default: return nil
    }
  }
}

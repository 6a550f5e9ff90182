/// What somebody searches for, as a tree.
///
/// ```swift
/// let query = try QueryParser.parse("\"satellite images\" OR drone -turkey date:2023-02..2023-03")
/// query.description  // ("satellite images" drone) AND date:2023-02..2023-03 AND NOT turkey
/// ```
///
/// `QUERY-LANGUAGE.md` beside the sources says what can be written and what it means.
public struct Query: Sendable, Equatable {
  /// The query as given.
  public let text: String
  /// Its tree.
  public let root: QueryNode

  /// Whether no word, phrase or prefix gives an order, so that the newest come first.
  public var isFilterOnly: Bool { root.isFilter }

  /// The parts that are no combination of others, in the order of the query, without what is excluded.
  public var leaves: [QueryNode] { root.leaves }

  /// A part as it is written in the query.
  public func text(of node: QueryNode) -> String {
    String(decoding: Array(text.utf8)[node.range], as: UTF8.self)
  }

  /// The query with the parts of each hyphenated or joined word as alternatives to it: `zt 180 ZT-180`.
  ///
  /// For texts as queries, such as headlines, where a part of a word is better than nothing.
  public func loosened() -> Query { Query(text: text, root: root.loosened) }

  /// Whether two queries ask for the same, however they are written.
  public static func == (left: Query, right: Query) -> Bool { left.root == right.root }
}

extension Query: CustomStringConvertible {
  /// The query in its normal form, which parses to an equal query.
  public var description: String { QueryPrinter.text(of: root) }
}

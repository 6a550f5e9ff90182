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

  /// The query that every article answers.
  public static let everything = Query(text: "", root: QueryNode(.everything, range: 0..<0))

  /// Whether no word, phrase or prefix gives an order, so that the newest come first.
  public var isFilterOnly: Bool { root.isFilter }

  /// The parts that are no combination of others, in the order of the query, without what is excluded.
  public var leaves: [QueryNode] { root.leaves }

  /// Whether anything is excluded.
  public var hasExclusions: Bool { root.hasExclusions }

  /// The languages that a filter over the whole query asks for, as their codes; nil where it asks for none.
  public var requiredLanguages: [String]? {
    switch root.form {
    case .restricted(_, let filters, _): filters.lazy.compactMap(\.languages).first
    default: root.languages
    }
  }

  /// Every word of the query as the index may have it: those of phrases and exclusions and hyphenated words as a whole
  /// included.
  public var allTokens: [QueryToken] { root.allTokens }

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

internal import Articles
internal import Lexicons
internal import TextAnalysis

/// Tells ministries, courts and forces whose country stands before their name: `the Chinese Foreign Ministry`.
///
/// The adjective is outside the span, by the convention of the sets that the tagger learnt from, but which ministry it
/// is cannot be told without it.
struct NationalBodies {
  private let document: NameDocument

  init(_ document: NameDocument) { self.document = document }

  /// The adjective before an organisation that every country has; nil for all others.
  func adjective(before span: NameSpan) -> String? {
    guard span.entityClass == .organisation, span.tokens.lowerBound > 0,
      Self.bodies.contains(document.tokens[span.tokens.upperBound - 1].hash)
    else { return nil }
    return Self.adjectives[document.tokens[span.tokens.lowerBound - 1].hash]
  }

  private static let bodies = HashSet(.nationalBodies)

  private static let adjectives: [UInt64: String] = Dictionary(
    Demonyms.all.map { (TokenHash.hash($0.utf8), $0) }, uniquingKeysWith: { first, _ in first })
}

extension ArticleNames.Name {
  /// Takes the adjective of a country into the key and the name to show.
  mutating func belongs(to adjective: String) {
    nationality = adjective
    key = adjective + " " + key
    canonical = adjective.prefix(1).uppercased() + adjective.dropFirst() + " " + canonical
  }
}

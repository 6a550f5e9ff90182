internal import Ranking
internal import SearchIndex

/// The stems of a query's words one by one, as the evidence of articles is read.
///
/// A column is a stem with the weight of its word. Of the columns of a word an article has one, that of its language.
struct QueryColumns {
  /// The columns as the index has them in the text.
  let textTerms: [IndexTerm]
  /// The columns as the index has them in headlines.
  let titleTerms: [IndexTerm]
  /// What each column weighs.
  let weights: TermWeights
  /// The pairs of the query's neighbours.
  let pairs: [RankedTerms.Pair]

  init(_ query: PreparedQuery) {
    let stems = query.stems.flatMap { $0 }
    textTerms = stems.map { .word($0) }
    titleTerms = stems.map { .title($0) }
    let owners = query.stems.indices.flatMap { word in query.stems[word].map { _ in word } }
    weights = TermWeights(
      weights: owners.map { query.weights.weights[$0] }, factors: owners.map { query.weights.factors[$0] })
    let columns = Dictionary(grouping: owners.indices) { owners[$0] }
    pairs = query.terms.pairs.flatMap { pair in
      (columns[pair.first] ?? []).flatMap { first in
        (columns[pair.second] ?? []).map { RankedTerms.Pair(first: first, second: $0) }
      }
    }
  }
}

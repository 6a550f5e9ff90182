package import Archive

/// Says which articles answer a query.
package enum BasisText {
  /// What follows the number of articles or passages: `that match`.
  package static func clause(_ basis: AnswerBasis, _ number: Int) -> String {
    switch basis {
    case .conditions: "that \(number == 1 ? "matches" : "match")"
    case .words, .score: "with \(phrase(basis))"
    }
  }

  /// What the articles have: `all 2 words of the query`.
  package static func phrase(_ basis: AnswerBasis) -> String {
    switch basis {
    case .conditions: "all that the query asks for"
    case .words(let least, let all) where least == all: "all \(all) words of the query"
    case .words(let least, let all): "at least \(least) of the query's \(all) words"
    case .score(let share): "at least \(percent(share)) of the best score"
    }
  }
}

internal import Articles
internal import Formats
internal import SearchIndex
internal import TextAnalysis

/// What became of one step of the input, ready to be put into the index.
struct AnalysedRecord: Sendable {
  /// Up to where the input is covered with it; nil for a notice.
  var mark: ReadingMark?
  /// Articles that go into the index.
  var articles: [IndexedArticle] = []
  /// What could not be read.
  var refusals: [Refusal] = []
  /// What was odd.
  var warnings: [ReadingWarning] = []

  /// The UTF-8 bytes of the articles' texts.
  var textBytes: Int { articles.reduce(0) { $0 + $1.text.text.utf8.count } }
}

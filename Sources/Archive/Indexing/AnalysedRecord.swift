internal import Articles
internal import Formats
internal import SearchIndex
internal import TextAnalysis

/// What became of one step of the input, ready to be put into the index.
struct AnalysedRecord: Sendable {
  /// Up to where the input is covered with it; nil for a notice.
  var mark: ReadingMark?
  /// What its articles count as.
  var counts = RecordCounts()
  /// Articles that go into the index.
  var articles: [IndexedArticle] = []
  /// What could not be read.
  var refusals: [Refusal] = []
  /// What was odd.
  var warnings: [ReadingWarning] = []
  /// Files and members that hold no news: the path of the file, and what it is.
  var leftOut: [LeftOut] = []

  /// The UTF-8 bytes of the articles' texts.
  var textBytes: Int { articles.reduce(0) { $0 + $1.text.text.utf8.count } }
}

/// A file of a folder, or a member of a container, that holds no news.
struct LeftOut: Sendable {
  /// The path of the file.
  let path: String
  /// What it is.
  let kind: String
}

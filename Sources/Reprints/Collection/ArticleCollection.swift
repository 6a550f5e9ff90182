public import Articles

/// A collection of articles that a report on reprints is made of: an index, a part of a cluster's data, a list in a test.
///
/// The report asks for three things: which articles there are, a little of each for the plan, and texts of those that are
/// compared. How work is divided among threads or machines is the collection's business.
public protocol ArticleCollection: Sendable {
  /// Names an article within the collection.
  associatedtype Handle: Sendable
  /// What can go wrong in reading.
  associatedtype Failure: Error

  /// All articles, in any order.
  func handles() throws(Failure) -> [Handle]

  /// What the plan must know of some articles, in the order asked for.
  func outlines(of handles: [Handle]) throws(Failure) -> [SurveyedArticle]

  /// Some articles with their texts, in the order asked for.
  func articles(at handles: [Handle]) throws(Failure) -> [Article]

  /// Applies a function to all parts of a task, and gives the results in the order of the parts.
  func map<Part: Sendable, Result: Sendable>(
    _ parts: [Part], _ transform: @Sendable (Part) throws(Failure) -> Result
  ) throws(Failure) -> [Result]

  /// How many parts of a task can be worked on at once.
  var jobs: Int { get }
}

/// What the plan of a report knows of an article: no text.
public struct SurveyedArticle: Sendable {
  /// Its id, outlet and date.
  public var stamp: ArticleStamp
  /// Its fingerprints, in the order of the text.
  public var fingerprints: [UInt64]
  /// What it is about.
  public var sketch: StorySketch

  /// Makes an entry of a survey.
  public init(stamp: ArticleStamp, fingerprints: [UInt64], sketch: StorySketch) {
    self.stamp = stamp
    self.fingerprints = fingerprints
    self.sketch = sketch
  }
}

/// Who takes text from whom, counted by outlet.
///
/// An article **takes** from another outlet where it has a reprint or a part of one of its articles and the report says
/// in which direction: of a part, by a credit, since two that share a few sentences may both quote a third. In a family
/// of reprints it takes from its parent in the tree alone, so that a text which twenty outlets print is nineteen takings,
/// not 190. Of several articles of one outlet, the one that it has most words of counts, so that a taker counts once for
/// each source. A source that is known by credits alone counts where two outlets have a reprint of one another and the
/// text is credited to it.
public struct OutletReport: Sendable {
  /// The version of the rules that decided relations and directions, see `ReprintRules`.
  public var rules: Int
  /// The articles that were looked at as takers.
  public var articles: Int
  /// Those of them that name no outlet, and are in no row.
  public var withoutOutlet: Int
  /// Pairs of two outlets that share text where nothing tells for sure who has it from whom: they are in no row.
  public var undirectedPairs: Int
  /// Takings that were left out since a date is missing that a limit of time asks for.
  public var undated: Int
  /// The share of all takings that go back and forth between two outlets, 0 to 1.
  ///
  /// Of each two outlets the smaller number counts, for both ways, over the sum of all (Squartini and others,
  /// "Reciprocity of weighted networks", 2013).
  public var reciprocity: Double
  /// The outlets, those that take most words first.
  public var outlets: [OutletFigures]
  /// Who takes from whom, the most articles first.
  public var flows: [OutletFlow]
}

/// What one outlet takes and gives.
public struct OutletFigures: Sendable, Equatable {
  /// The outlet, as the first of its articles in the order of ids names it; a source outside the archive by the name
  /// that it is credited by.
  public var outlet: String
  /// Whether it is the outlet of an article of the archive.
  public var isInArchive: Bool
  /// Whether it is known as an agency or a syndicate.
  public var isAgency: Bool
  /// The month in question, as `2024-03`; nil for all time, or for articles without a month.
  public var month: String?
  /// Its articles that were looked at.
  public var articles: Int
  /// The words of their texts.
  public var words: Int
  /// Its articles that have text from another outlet.
  public var taking: Int
  /// The words that they have from there, each once.
  public var wordsTaken: Int
  /// Of these, the words of texts that come from an agency: taken from one, or credited to one.
  public var wordsFromAgencies: Int
  /// Articles of others that have text from it.
  public var given: Int
  /// The outlets that it takes from.
  public var sources: Int
  /// The outlets that take from it.
  public var takers: Int
}

/// What one outlet takes from one other.
public struct OutletFlow: Sendable, Equatable {
  /// Whose text it is.
  public var source: String
  /// Who has it from there.
  public var taker: String
  /// The month of the takers' publication, as `2024-03`; nil for all time, or for articles without a month.
  public var month: String?
  /// Articles of the taker that have text of the source.
  public var articles: Int
  /// Articles of the source that they have it from; 0 for a source that is known by credits alone.
  public var sourceArticles: Int
  /// Those of the articles that are reprints as a whole.
  public var reprints: Int
  /// The words that they have from there.
  public var words: Int
  /// Of these, the words of texts that come from an agency: the source is one, or the text is credited to one.
  public var wordsFromAgencies: Int
  /// The articles that say whose text it is.
  public var credited: Int
  /// The middle one of the delays, in seconds; nil where none is known.
  public var medianDelay: Int?
  /// The articles of which the delay is known: both are dated, and the source's article not after the taker's.
  public var delays: Int
  /// Whether all of these delays are known to the second, rather than in days of 24 hours.
  public var isDelayExact: Bool
  /// Articles that go the other way: of the source, with text of the taker.
  public var back: Int
  /// Articles whose source's article is dated after them, so that nothing is known of their delay.
  ///
  /// It is an update of what they have the text from, or a later article with the same text.
  public var sourceLater: Int
}

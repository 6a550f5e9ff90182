/// Aligns one text with others, word by word.
///
/// Runs of 4 words or more are found through a table of 4-grams and taken longest first, each word once
/// (``RunFinder``); runs that follow one another in both texts over gaps of up to 10 words become a chain; inside
/// the gaps a longest common subsequence is taken, and beyond the ends of a chain the text is followed on pairs
/// of words. A chain counts with a run of 6 words or 8 words in all. Cost grows with the length of the texts.
///
/// ```swift
/// let aligner = Aligner(WordList(AnalysedText("The minister said on Monday that taxes would fall.")))
/// let other = WordList(AnalysedText("On Tuesday the minister said on Monday that taxes will fall."))
/// aligner.alignment(with: other).matched  // 8
/// ```
public struct Aligner: Sendable {
  /// What counts as shared, in words.
  public struct Limits: Sendable {
    /// The words that a chain may pass over in either text between two runs.
    public var gap = 10
    /// The words that are passed over at most when a chain's ends are followed.
    public var reach = 3
    /// A chain counts with one run this long.
    public var run = 6
    /// A chain without such a run counts with this many matching words.
    public var matched = 8
    /// A chain whose runs have fewer words is not followed any further.
    public var promising = 4

    /// The limits that Reprise uses everywhere.
    public init() {}
  }

  private let words: WordList
  private let table: GramTable
  private let limits: Limits

  /// Prepares a text to be aligned with any number of others.
  public init(_ words: WordList, limits: Limits = Limits()) {
    self.words = words
    self.limits = limits
    table = GramTable(words.hashes)
  }

  /// What the text (the first, "a") and another one (the second, "b") have in common.
  public func alignment(with other: WordList) -> Alignment {
    words.hashes.withUnsafeBufferPointer { a in
      other.hashes.withUnsafeBufferPointer { b in
        let runs = RunFinder(a, b, table: table).runs(gramsOfB: GramTable.grams(of: other.hashes))
        guard !runs.isEmpty else { return Alignment(runs: [], chains: []) }
        var builder = ChainBuilder(a, b, limits: limits)
        return builder.alignment(of: runs)
      }
    }
  }
}

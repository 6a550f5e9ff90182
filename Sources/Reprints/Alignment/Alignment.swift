/// What two texts have in common, word for word, as chains of runs.
///
/// Each word of either text is matched at most once. A chain keeps the order of both texts; text that was moved
/// is a chain of its own.
public struct Alignment: Sendable, Equatable {
  /// Words that are the same in both texts, without a gap.
  public struct Run: Sendable, Equatable {
    /// The first word in the first text.
    public var a: Int
    /// The first word in the second text.
    public var b: Int
    /// The number of words.
    public var count: Int

    /// The words in the first text.
    public var aWords: Range<Int> { a..<a + count }
    /// The words in the second text.
    public var bWords: Range<Int> { b..<b + count }
  }

  /// Runs in the order of both texts, with small gaps: one passage that is shared, edits bridged.
  public struct Chain: Sendable, Equatable {
    /// Its runs, as indices into ``Alignment/runs``.
    public var runs: Range<Int>
    /// From its first to its last word in the first text.
    public var aWords: Range<Int>
    /// From its first to its last word in the second text.
    public var bWords: Range<Int>
    /// The number of words that match.
    public var matched: Int
    /// The number of words of its longest run.
    public var longest: Int
  }

  /// The runs of all chains, those of a chain side by side and in order.
  public let runs: [Run]
  /// The chains, in the order of the first text.
  public let chains: [Chain]

  /// The number of words that match.
  public var matched: Int { chains.reduce(0) { $0 + $1.matched } }
  /// The number of words of the longest run.
  public var longest: Int { chains.reduce(0) { max($0, $1.longest) } }

  /// Makes an alignment from its chains.
  init(runs: [Run], chains: [Chain]) {
    self.runs = runs
    self.chains = chains
  }

  /// The same alignment, seen from the second text.
  public var swapped: Alignment {
    let turned = chains.map { chain in
      Chain(
        runs: chain.runs, aWords: chain.bWords, bWords: chain.aWords, matched: chain.matched,
        longest: chain.longest)
    }
    return Alignment(
      runs: runs.map { Run(a: $0.b, b: $0.a, count: $0.count) },
      chains: turned.sorted { $0.aWords.lowerBound < $1.aWords.lowerBound })
  }
}

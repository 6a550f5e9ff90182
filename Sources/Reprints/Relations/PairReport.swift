/// What was found out about two articles, "a" and "b".
public struct PairReport: Sendable, Equatable {
  /// A stretch of text that both have.
  public struct Span: Sendable, Equatable {
    /// What kind of text it is.
    public enum Content: String, Sendable, Codable {
      /// The article speaks itself.
      case narration
      /// Others speak.
      case quotation
      /// The outlet's standing text, headings, pleas to subscribe.
      case boilerplate
    }

    /// Its UTF-8 bytes in the first text.
    public var a: Range<Int>
    /// Its UTF-8 bytes in the second text.
    public var b: Range<Int>
    /// Whether all its words are the same in both.
    public var isVerbatim: Bool
    /// What kind of text most of its words are.
    public var content: Content
    /// The number of words that match.
    public var words: Int
  }

  /// Who has the text from whom.
  public enum Direction: String, Sendable, Codable {
    /// The first has it from the second.
    case aFromB = "a_from_b"
    /// The second has it from the first.
    case bFromA = "b_from_a"
    /// Both have it from somebody else.
    case bothFromThird = "both_from_third"
    /// Nothing tells.
    case unknown
  }

  /// What boilerplate is.
  public enum BoilerplateKind: String, Sendable, Codable {
    /// Headings, pleas, an outlet's standing text.
    case standing
    /// A form filled in with other names or figures, by a program or by hand.
    case template
    /// What has been going on for long, told under stories of different events.
    case background
    /// A page that is no article: a form of consent, an error, what a site says of itself.
    case page
  }

  /// The confidence of a partial that rests on a single sentence or on a list: up to this it is a weak one.
  static let weak = 0.5
  /// Whether so little is shared that a reader should look for himself: a single sentence, a list.
  public var isWeak: Bool { relation == .partial && confidence <= Self.weak }
  /// Whether both articles are one outlet's: a duplicate, or an update.
  public var isWithinOutlet: Bool { credit == .withinOutlet }

  /// What they have to do with one another.
  public var relation: Relation
  /// The share of the first one's own words that the second has, 0 to 1.
  public var containmentA: Double
  /// The share of the second one's own words that the first has, 0 to 1.
  public var containmentB: Double
  /// What both have, in the order of the first text.
  public var spans: [Span]
  /// The words of the longest run that is the same in both.
  public var longestRun: Int
  /// How sure the relation is, 0 to 1.
  public var confidence: Double
  /// What boilerplate it is; nil for other relations.
  public var boilerplate: BoilerplateKind?
  /// The reason for the relation, in words.
  public var why: String
  /// What was cut, added or changed inside the spans, numbers and names first.
  public var changes: [Change]
  /// Who has it from whom.
  public var direction: Direction
  /// What the direction rests on, in words; empty where nothing tells.
  public var basis: String
  /// Whether the direction rests on the dates of publication alone.
  var isByDates = false
  /// Whose text it is, as the articles credit it.
  public var source: String?
  /// What the credits say of the copying.
  public var credit: CreditVerdict
  /// The sources that the original credits and the copy no longer does, in alphabetical order.
  public var droppedCredits: [String]
}

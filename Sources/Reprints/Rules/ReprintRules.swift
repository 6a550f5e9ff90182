/// The rules by which reports on reprints are made: one value for each decision, with every number, its meaning and its unit.
public struct ReprintRules: Sendable {
  /// The version of the rules; another one may judge the same articles otherwise.
  public static let version = 3

  /// What two articles have to do with one another.
  public var relation = RelationClassifier.Rules()
  /// Whether one is the other in other words.
  public var rewrite = RewriteRules()
  /// Who has it from whom.
  public var credit = CreditRules()
  /// What is one family.
  public var family = FamilyBuilder()

  /// The rules that Reprise uses everywhere.
  public init() {}
}

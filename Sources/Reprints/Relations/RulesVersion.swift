/// The version of the rules by which relations, directions and families are decided.
public enum RulesVersion {
  /// It grows with every change after which a report on the same articles may say something else, and stands in each
  /// report that can be cited.
  public static let current = 1
}

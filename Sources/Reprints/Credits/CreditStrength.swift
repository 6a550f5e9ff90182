/// How much a credit tells that a text, or a part of it, is the source's.
public enum CreditStrength: Int, Sendable, Codable, Comparable {
  /// It is named, and no more: "photo: Reuters", an outlet's name in a text that shares some of its own.
  case mention = 1
  /// It is given a statement or a fact: "told The Hill", "Reuters reported".
  case statement
  /// It is named as where something comes from: "source Reuters", an address of the outlet.
  case named
  /// The text is said to be its own, or to be made from it: "first published by", "Source: der Spiegel", "AP contributed".
  case attributed
  /// The text is signed by it: "(Reuters) —", "© AP", the record's own fields.
  case signed

  /// The weaker first.
  public static func < (one: CreditStrength, other: CreditStrength) -> Bool { one.rawValue < other.rawValue }
}

/// A place where an article says whose text, statement or photo it carries.
public struct Credit: Sendable, Equatable {
  /// What is credited.
  public enum Kind: String, Sendable, Codable {
    /// The text, or a part of it: "(Reuters) -", "Source: der Spiegel", "first published by".
    case text
    /// A statement or a fact: "told The Hill", "according to a report by".
    case statement
    /// A photo: no credit of the text.
    case photo
  }

  /// The source, in the one form that all its names are brought to: "AP" for "The Associated Press".
  public let source: String
  /// What is credited.
  public let kind: Kind
  /// How much it tells that the text is the source's.
  public let strength: CreditStrength
  /// The name in the text, as UTF-8 offsets; empty where it stands in the record.
  public let bytes: Range<Int>
  /// Whether the name alone may be something else, a place above all: "SELBY (Harrow Wire) —".
  ///
  /// It counts where two articles that share text carry it, or where it is the other's outlet.
  public let needsSupport: Bool

  /// Makes a credit from its parts.
  public init(
    source: String, kind: Kind, strength: CreditStrength, bytes: Range<Int>, needsSupport: Bool = false
  ) {
    self.source = source
    self.kind = kind
    self.strength = strength
    self.bytes = bytes
    self.needsSupport = needsSupport
  }
}

/// What two articles have to do with one another.
public enum Relation: String, Sendable, Codable, CaseIterable {
  /// One is the other's text: 70 % or more of the shorter one's own words, verbatim or lightly edited.
  case reprint
  /// They share narration: a whole sentence, or 22 words.
  case partial
  /// They share only what others said or wrote: quotations, statements, tweets, names of things.
  case quotes
  /// They share only navigation, promotion, disclaimers, an outlet's standing text.
  case boilerplate
  /// The same story sentence by sentence in other words.
  case rewrite
  /// One is the other in another language, or a part of it, sentence by sentence.
  case translation
  /// Nothing, or nothing that tells.
  case none

  /// Whether one article has text or story from the other, or both from a third.
  public var isCopy: Bool {
    switch self {
    case .reprint, .partial, .rewrite, .translation: true
    case .quotes, .boilerplate, .none: false
    }
  }
}

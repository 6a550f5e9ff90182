/// Something in the input that was odd but did not keep the article out.
public struct ReadingWarning: Sendable, Hashable, Codable {
  /// What was odd, as a word that programs can rely on.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A date could not be read: the article is without it.
    case badDate = "bad-date"
    /// An entity of the record has no class that is known, and was left out.
    case badEntity = "bad-entity"
    /// Tags and character references of HTML were left in the text, and were taken out.
    case markupLeft = "markup-left"
    /// A record of a web archive is shorter than it says, and was cut where the next one begins.
    case mendedRecord = "mended-record"
    /// An article has the id of one of another outlet, and takes its place.
    case otherOutlet = "other-outlet"
    /// Half of a surrogate pair stood alone in the record and was replaced by U+FFFD.
    case loneSurrogate = "lone-surrogate"
    /// Two text files have the same id: the later article replaces the earlier one.
    case sameID = "same-id"
    /// A link leads to a folder that is read already; it is not read twice.
    case readAlready = "read-already"
    /// Something that is not compressed data follows the compressed data, and was left out.
    case trailingData = "trailing-data"
  }

  /// What was odd, for programs.
  public var kind: Kind
  /// Where it was.
  public var location: SourceLocation
  /// The id of the article concerned, where there is one.
  public var articleID: String?
  /// The value that could not be used, cut to a length that can be shown.
  public var value: String?
  /// What was odd and what was done, for people; without the location.
  public var message: String

  /// Makes a warning.
  public init(
    _ kind: Kind, at location: SourceLocation, articleID: String? = nil, value: String? = nil,
    _ message: String
  ) {
    self.kind = kind
    self.location = location
    self.articleID = articleID
    self.value = value.map { Refusal.shortened(String($0.prefix(80))) }
    self.message = Refusal.shortened(message)
  }
}

extension ReadingWarning: CustomStringConvertible {
  /// The location, then the message.
  public var description: String { "\(location): \(message)" }
}

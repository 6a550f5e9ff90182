/// An article that could not be read, or a file of which nothing more could be: where, and why.
///
/// A refusal concerns one record or one file; all others are still read.
public struct Refusal: Error, Sendable, Hashable, Codable {
  /// What was wrong, as a word that programs can rely on.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The line is not JSON.
    case badJSON = "bad-json"
    /// The record is JSON, but not an object.
    case notAnObject = "not-an-object"
    /// The record's keys fit no format that is known.
    case unknownFormat = "unknown-format"
    /// The record's keys fit several formats equally well.
    case ambiguousFormat = "ambiguous-format"
    /// There is no text, or nothing but white space.
    case noText = "no-text"
    /// The bytes are not UTF-8.
    case notUTF8 = "not-utf8"
    /// The record or the text file is larger than the limit.
    case tooLarge = "too-large"
    /// There is no file of that name.
    case missingFile = "missing-file"
    /// The file or folder is there but could not be read.
    case unreadable
    /// A record names a file outside its own folder.
    case outsideFolder = "outside-folder"
    /// The compressed data ends early or is damaged.
    case damagedGzip = "damaged-gzip"
    /// A container, or data packed by another program than gzip, is damaged or locked.
    case damagedArchive = "damaged-archive"
    /// The data unpacks to more than any news does.
    case expandsTooFar = "expands-too-far"
    /// The file is of a kind that holds no news, or none that can be read.
    case unreadableKind = "unreadable-kind"
    /// The document is not what its format asks for.
    case badDocument = "bad-document"
    /// A record of a web archive is damaged.
    case badRecord = "bad-record"
    /// There is a summary, and no text.
    case summaryOnly = "summary-only"
    /// The page is no article: a front page, a consent form, an error.
    case noArticle = "no-article"
  }

  /// What was wrong, for programs.
  public var reason: Reason
  /// The file, and the line of the record in it.
  public var location: SourceLocation
  /// What was wrong and what to do, for people; without the location.
  public var message: String

  /// What the file is, where it is of a kind that holds no news: "a picture".
  var kind: String?

  /// Makes a refusal from its reason, place and words.
  public init(_ reason: Reason, at location: SourceLocation, _ message: String) {
    self.reason = reason
    self.location = location
    self.message = Self.shortened(message)
  }
}

extension Refusal {
  /// The most bytes of a message: it may quote what somebody has made as long as a book.
  private static let mostMessageBytes = 1_000

  /// A message, cut where it is longer than people read.
  static func shortened(_ message: String) -> String {
    guard message.utf8.count > mostMessageBytes else { return message }
    return String(decoding: message.utf8.prefix(mostMessageBytes), as: UTF8.self) + "…"
  }
}

extension Refusal: CustomStringConvertible {
  /// The location, then the message: `news.jsonl:17: the record has no text`.
  public var description: String { "\(location): \(message)" }
}

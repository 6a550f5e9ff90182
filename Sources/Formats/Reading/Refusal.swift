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
  }

  /// What was wrong, for programs.
  public var reason: Reason
  /// The file, and the line of the record in it.
  public var location: SourceLocation
  /// What was wrong and what to do, for people; without the location.
  public var message: String

  /// Makes a refusal from its reason, place and words.
  public init(_ reason: Reason, at location: SourceLocation, _ message: String) {
    self.reason = reason
    self.location = location
    self.message = message
  }
}

extension Refusal: CustomStringConvertible {
  /// The location, then the message: `news.jsonl:17: the record has no text`.
  public var description: String { "\(location): \(message)" }
}

/// Where in the input an article, a refusal or a warning comes from.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// The path as it was given, with what was found below it; `-` for standard input.
  public var file: String
  /// The path within an archive file (zip, tar); nil where the file is none.
  public var member: String?
  /// The line on which the record begins, from 1; nil where the file as a whole is meant.
  public var line: Int?
  /// The number of the record in a file whose records are no lines, from 1.
  public var record: Int?
  /// The byte of the file, as it is stored, at which the record begins.
  public var offset: Int?
  /// The name that the record bears in its file.
  public var recordID: String?
  /// The SHA-256 of the page or document that the article was taken from, in hexadecimal digits.
  public var sha256: String?

  /// Makes a location from a path and, for a record of a file of many, its line.
  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `news.jsonl:17`, as compilers write it, so that editors can follow it; `crawl.warc.gz: record 3 at byte 4096`.
  public var description: String {
    let file = file == InputFile.standardInputPath ? "(standard input)" : file
    let name = member.map { "\(file): \($0)" } ?? file
    if let line { return "\(name):\(line)" }
    guard let record else { return name }
    return "\(name): record \(record)" + (offset.map { " at byte \($0)" } ?? "")
  }
}

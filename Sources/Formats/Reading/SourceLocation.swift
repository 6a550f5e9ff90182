/// Where in the input an article, a refusal or a warning comes from.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// The path as it was given, with what was found below it; `-` for standard input.
  public var file: String
  /// The line on which the record begins, from 1; nil where the file as a whole is meant.
  public var line: Int?

  /// Makes a location from a path and, for a record of a file of many, its line.
  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `news.jsonl:17`, as compilers write it, so that editors can follow it.
  public var description: String {
    let name = file == InputFile.standardInputPath ? "(standard input)" : file
    return line.map { "\(name):\($0)" } ?? name
  }
}

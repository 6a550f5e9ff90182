internal import FoundationEssentials

/// Prints values as JSON Lines: one object a line, keys in alphabetical order, the first line with the
/// version of the schema.
struct JSONLines {
  /// The version of the shapes of the lines; it grows where a name changes its meaning or goes.
  static let schema = "reprise/1"

  private let encoder: JSONEncoder
  private var isFirst: Bool
  private let write: (String) -> Void
  /// The number of lines so far.
  private(set) var count = 0

  /// - Parameters:
  ///   - namesSchema: Whether the first line has the version of the schema.
  ///   - write: What takes the lines, without their ends.
  init(namesSchema: Bool = true, write: @escaping (String) -> Void = StandardOutput.writeLine) {
    isFirst = namesSchema
    self.write = write
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Prints one object.
  mutating func print(_ line: some Encodable) throws {
    let data = try isFirst ? encoder.encode(FirstLine(line: line)) : encoder.encode(line)
    take(String(decoding: data, as: UTF8.self))
  }

  /// Prints two articles and what they have in common.
  mutating func print(_ line: PairLine) {
    take(line.text(schema: isFirst ? Self.schema : nil))
  }

  /// Takes an object that is a line of JSON already.
  mutating func take(_ line: String) {
    isFirst = false
    count += 1
    write(line)
  }

  /// A line with the schema's version beside its own keys.
  private struct FirstLine<Line: Encodable>: Encodable {
    let line: Line

    enum CodingKeys: String, CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
      try line.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(JSONLines.schema, forKey: .schema)
    }
  }
}

internal import FoundationEssentials

/// Prints values as JSON Lines: one object a line, keys in alphabetical order, the first line with the
/// version of the schema.
struct JSONLines {
  /// The version of the shapes of the lines; it grows where a name changes its meaning or goes.
  static let schema = "reprise/1"

  private let encoder: JSONEncoder
  private var isFirst = true

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Prints one object.
  mutating func print(_ line: some Encodable) throws {
    let data = try isFirst ? encoder.encode(FirstLine(line: line)) : encoder.encode(line)
    isFirst = false
    StandardOutput.writeLine(String(decoding: data, as: UTF8.self))
  }

  /// Prints two articles and what they have in common.
  mutating func print(_ line: PairLine) {
    StandardOutput.writeLine(line.text(schema: isFirst ? Self.schema : nil))
    isFirst = false
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

internal import Presentation

/// Prints values as JSON Lines: one object a line, keys in alphabetical order, the first line with the version of the
/// schema.
struct JSONLines {
  private var isFirst: Bool
  private let write: ([UInt8]) -> Void
  /// The number of lines so far.
  private(set) var count = 0

  /// - Parameters:
  ///   - namesSchema: Whether the first line has the version of the schema.
  ///   - write: What takes the lines, without their ends.
  init(namesSchema: Bool = true, write: @escaping ([UInt8]) -> Void = { StandardOutput.write($0 + [0x0A]) }) {
    isFirst = namesSchema
    self.write = write
  }

  /// Prints one object.
  mutating func print(_ record: some JSONRecord) { take(record.json(namesSchema: isFirst)) }

  /// Takes an object that is a line of JSON already.
  mutating func take(_ line: [UInt8]) {
    isFirst = false
    count += 1
    write(line)
  }
}

internal import Presentation

/// Prints values as JSON Lines: one object a line, keys in alphabetical order, the first line with the version of the
/// schema.
struct JSONLines {
  private var isFirst = true

  /// Prints one object.
  mutating func print(_ record: some JSONRecord) {
    StandardOutput.write(record.json(namesSchema: isFirst) + [UInt8(ascii: "\n")])
    isFirst = false
  }
}

internal import Articles

/// Finds where values of JSON begin and end in a stream of bytes, by brackets and quotes alone.
///
/// The values are those of an array at the top, or those that stand one after the other.
struct JSONValueScanner {
  /// What a byte is to the values.
  enum Step: Equatable {
    /// Between values: white space, commas, the brackets of the array at the top.
    case between
    /// The first byte of a value.
    case begins
    /// A byte of a value.
    case inside
    /// The last byte of a value.
    case endsWith
    /// The value has ended with the byte before this one, which must be shown again.
    case endsBefore
  }

  private enum State { case between, bare, nested, string, escape }

  private var state = State.between
  private var depth = 0
  private var isInArray = false

  /// Takes the next byte.
  mutating func step(_ byte: UInt8) -> Step {
    switch state {
    case .between: return begin(byte)
    case .bare:
      guard byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else { return .inside }
      state = .between
      return .endsBefore
    case .escape: state = .string
    case .string:
      if byte == UInt8(ascii: "\\") { state = .escape }
      if byte == UInt8(ascii: "\"") { return endString() }
    case .nested: return nest(byte)
    }
    return .inside
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if byte == UInt8(ascii: "["), !isInArray {
        isInArray = true
        return .between
      }
      (state, depth) = (.nested, 1)
    case UInt8(ascii: "]") where isInArray:
      isInArray = false
      return .between
    case UInt8(ascii: "\""): (state, depth) = (.string, 0)
    case let byte where byte.isBlank || byte == UInt8(ascii: ","): return .between
    default: state = .bare
    }
    return .begins
  }

  private mutating func endString() -> Step {
    state = depth == 0 ? .between : .nested
    return depth == 0 ? .endsWith : .inside
  }

  private mutating func nest(_ byte: UInt8) -> Step {
    switch byte {
    case UInt8(ascii: "\""): state = .string
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth == 0 {
        state = .between
        return .endsWith
      }
    default: break
    }
    return .inside
  }
}

/// Tells JSON Lines from other JSON by how it begins.
enum JSONLayout {
  /// Values where there is an array, or an object that goes on over several lines; lines otherwise.
  ///
  /// A line that opens an object right after one that was left open is taken for the next record of JSON
  /// Lines whose first record is damaged.
  static func layout(of start: [UInt8]) -> RecordCutter.Layout {
    let start = start.dropByteOrderMark().drop(while: \.isBlank)
    guard start.first == UInt8(ascii: "{") else { return start.first == UInt8(ascii: "[") ? .values : .lines }
    var scanner = JSONValueScanner()
    for (index, byte) in zip(start.indices, start) {
      if scanner.step(byte) == .endsWith { return .lines }
      if byte == 0x0A { return start[(index + 1)...].first == UInt8(ascii: "{") ? .lines : .values }
    }
    return .lines
  }
}

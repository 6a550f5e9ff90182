/// Turns UTF-16 and UTF-32 into UTF-8.
final class TranscodedBytes: ByteSource {
  /// How the characters are written.
  enum Encoding: Equatable {
    case utf16(isBigEndian: Bool)
    case utf32(isBigEndian: Bool)

    /// The encoding that the start of a file shows, by its byte order mark or by zeros beside ASCII; nil for any other.
    init?(start: [UInt8]) {
      let marks: [([UInt8], Self)] = [
        ([0xFF, 0xFE, 0, 0], .utf32(isBigEndian: false)), ([0, 0, 0xFE, 0xFF], .utf32(isBigEndian: true)),
        ([0xFF, 0xFE], .utf16(isBigEndian: false)), ([0xFE, 0xFF], .utf16(isBigEndian: true)),
      ]
      if let found = marks.first(where: { start.starts(with: $0.0) }) {
        self = found.1
        return
      }
      // What begins a record, an element or a line of names is ASCII in any format of text.
      let zeros = start.prefix(8).map { $0 == 0 }
      switch zeros {
      case [false, true, false, true, false, true, false, true]: self = .utf16(isBigEndian: false)
      case [true, false, true, false, true, false, true, false]: self = .utf16(isBigEndian: true)
      case [false, true, true, true, false, true, true, true]: self = .utf32(isBigEndian: false)
      case [true, true, true, false, true, true, true, false]: self = .utf32(isBigEndian: true)
      default: return nil
      }
    }

    fileprivate var width: Int {
      switch self {
      case .utf16: 2
      case .utf32: 4
      }
    }
  }

  private let source: ByteReader
  private let encoding: Encoding
  /// Bytes of a character that is not whole yet.
  private var left: [UInt8] = []

  init(_ source: ByteReader, _ encoding: Encoding) {
    (self.source, self.encoding) = (source, encoding)
  }

  func next() throws(ByteFailure) -> [UInt8]? {
    while true {
      guard let piece = try source.next() else {
        defer { left = [] }
        return left.isEmpty ? nil : Array("\u{FFFD}".utf8)
      }
      let bytes = left + piece
      var whole = bytes.count / encoding.width * encoding.width
      // Half of a pair waits for the other half.
      if case .utf16(let isBig) = encoding, whole >= 2,
        (0xD8...0xDB).contains(bytes[isBig ? whole - 2 : whole - 1])
      {
        whole -= 2
      }
      left = Array(bytes[whole...])
      let decoded = decoded(bytes[..<whole])
      if !decoded.isEmpty { return decoded }
    }
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch encoding {
    case .utf16(let isBig):
      let units = stride(from: 0, to: bytes.count, by: 2).map { index in
        UInt16(bytes[index + (isBig ? 0 : 1)]) << 8 | UInt16(bytes[index + (isBig ? 1 : 0)])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .utf32(let isBig):
      let units = stride(from: 0, to: bytes.count, by: 4).map { index in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[index + (isBig ? $1 : 3 - $1)]) }
      }
      return Array(String(decoding: units, as: UTF32.self).utf8)
    }
  }
}

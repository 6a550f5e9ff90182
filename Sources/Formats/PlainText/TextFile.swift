internal import Articles

/// The text of a file, and the headline that its first line is.
enum TextFile {
  /// The bytes of a file, unpacked; refused where there are more than the limit.
  static func bytes(of path: String, limit: Int, at location: SourceLocation) throws(Refusal) -> [UInt8] {
    let reader: ByteReader
    do {
      reader = try ByteReader(path: path)
    } catch {
      throw Refusal(error, path: path, at: location)
    }
    return try bytes(of: reader, path: path, limit: limit, at: location)
  }

  /// All bytes that a reader has; refused where there are more than the limit.
  static func bytes(
    of reader: ByteReader, path: String, limit: Int, at location: SourceLocation
  ) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while let piece = try reader.next() {
        bytes += piece
        guard bytes.count <= limit else { break }
      }
    } catch {
      throw Refusal(error, path: path, at: location)
    }
    guard bytes.count <= limit else {
      throw Refusal(.tooLarge, at: location, "the text has more bytes than the limit of \(limit)")
    }
    return bytes
  }

  /// The text of bytes, without a byte order mark; refused where it is not UTF-8 or there is none.
  static func text(of bytes: [UInt8], at location: SourceLocation) throws(Refusal) -> String {
    guard UTF8Check.isValid(bytes) else {
      throw Refusal(.notUTF8, at: location, UTF8Check.advice(for: bytes))
    }
    let text = String(decoding: bytes.dropByteOrderMark(), as: UTF8.self)
    guard !text.isBlank else { throw Refusal(.noText, at: location, "the text is empty") }
    return text
  }

  /// The most bytes that a headline has; a first line that is longer is a paragraph.
  static let longestHeadline = 300

  /// The first line that is not blank, without the white space around it; nil where it is too long for one.
  static func headline(of text: String) -> String? {
    let lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.first(where: { !String(Substring($0)).isBlank }),
      let first = line.firstIndex(where: { !$0.isBlank }), let last = line.lastIndex(where: { !$0.isBlank })
    else { return nil }
    let headline = line[first...last]
    return headline.count <= longestHeadline ? String(Substring(headline)) : nil
  }
}

extension Refusal {
  /// A file that could not be read to its end.
  init(_ failure: ByteReader.Failure, path: String, at location: SourceLocation) {
    switch failure {
    case .system(let error): self.init(error, path: path, at: location)
    case .damagedGzip(let message): self.init(.damagedGzip, at: location, message)
    }
  }
}

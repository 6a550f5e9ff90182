internal import Articles

/// The text of a file, and the headline that its first line is.
enum TextFile {
  /// The bytes of a file that a record names, unpacked; refused where there are more than the limit.
  static func bytes(of path: String, limit: Int, at location: SourceLocation) throws(Refusal) -> [UInt8] {
    let file: FileBytes
    do {
      file = try FileBytes(path: path)
    } catch {
      throw Refusal(error, path: path, at: location)
    }
    let layers = InputLayers(limit: ExpansionLimit { file.bytesRead })
    let reader = try Packing.peel(ByteReader(file), layers, at: location).reader
    return try bytes(of: reader, limit: limit, at: location)
  }

  /// All bytes that a reader has; refused where there are more than the limit.
  static func bytes(
    of reader: ByteReader, limit: Int, at location: SourceLocation
  ) throws(Refusal) -> [UInt8] {
    do {
      if let bytes = try reader.rest(limit: limit) { return bytes }
    } catch {
      throw Refusal(error, path: location.file, at: location)
    }
    throw Refusal(.tooLarge, at: location, "the text has more bytes than the limit of \(limit)")
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

  /// The headline of a text: the line before its body that is most likely one, else the first that is not blank; nil where that
  /// is too long.
  static func headline(of text: String) -> String? {
    if let headline = HeadlineFinder(String(text.prefix(headOfText))).headline(),
      headline.utf8.count <= longestHeadline
    {
      return headline
    }
    return firstLine(of: text)
  }

  /// The characters of a text among which its headline is sought, and the words that answer it.
  private static let headOfText = 20_000

  /// The first line that is not blank, without the white space around it; nil where it is too long for one.
  private static func firstLine(of text: String) -> String? {
    let lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.first(where: { !String(Substring($0)).isBlank }),
      let first = line.firstIndex(where: { !$0.isBlank }), let last = line.lastIndex(where: { !$0.isBlank })
    else { return nil }
    let headline = line[first...last]
    return headline.count <= longestHeadline ? String(Substring(headline)) : nil
  }
}

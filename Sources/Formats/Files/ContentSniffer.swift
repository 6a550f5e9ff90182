internal import Articles

/// Tells records from prose by the first bytes of a file whose name says nothing.
enum ContentSniffer {
  /// Records where the first character is an opening brace or bracket, prose otherwise; prose also where
  /// nothing can be read, so that the reading itself reports it.
  static func content(of path: String) -> FileName.Content {
    guard let reader = try? ByteReader(path: path), let start = try? reader.next() else { return .text }
    let first = start.dropByteOrderMark().first { !$0.isBlank }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .text
  }
}

extension Collection<UInt8> {
  /// The bytes without a UTF-8 byte order mark at their start.
  func dropByteOrderMark() -> SubSequence {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}

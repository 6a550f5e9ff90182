import Storage

/// Where a passage lies in its article, as the index keeps it with each passage.
struct PassageLocator: Equatable {
  var ordinal: Int
  /// The number of passages of the article.
  var count: Int
  /// UTF-8 offsets into the text.
  var bytes: Range<Int>
  /// The number of terms that the headline adds to each passage, among those of the text.
  var titleTerms: Int

  /// Five numbers as varints of seven bits a byte: ordinal, count, start, length and title terms.
  func encode(into buffer: inout [UInt8]) {
    for number in [ordinal, count, bytes.lowerBound, bytes.count, titleTerms] {
      Varint.append(UInt64(number), to: &buffer)
    }
  }

  init(ordinal: Int, count: Int, bytes: Range<Int>, titleTerms: Int) {
    self.ordinal = ordinal
    self.count = count
    self.bytes = bytes
    self.titleTerms = titleTerms
  }

  /// Reads what ``encode(into:)`` wrote; nil for anything else.
  init?(_ encoded: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func next() -> Int? {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while index < encoded.count, shift < 42 {
        let byte = encoded[index]
        index += 1
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return Int(number) }
        shift += 7
      }
      return nil
    }
    guard let ordinal = next(), let count = next(), let start = next(), let length = next(),
      let titleTerms = next(), ordinal < count, index == encoded.count
    else { return nil }
    self.init(ordinal: ordinal, count: count, bytes: start..<start + length, titleTerms: titleTerms)
  }
}

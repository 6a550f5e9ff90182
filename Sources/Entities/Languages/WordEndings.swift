/// How a word begins and ends, as hashes: what tells its case, and whether it is a name's, in languages that inflect.
package struct WordEndings: Sendable, Hashable {
  /// The last two, three and four letters.
  var two: UInt32 = 0
  var three: UInt32 = 0
  var four: UInt32 = 0
  /// The first three letters.
  var beginning: UInt32 = 0

  /// Of no word.
  static let none = WordEndings()

  private init() {}

  /// Reads a word as it is written, capitals as small letters.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    var end: UInt64 = 0
    var start: UInt64 = 0
    var count = 0
    var index = 0
    while index < word.count {
      let letter = UInt64(Self.lowercased(Self.scalar(word, &index)) & 0xFFFF)
      end = end << 16 | letter
      if count < 3 { start = start << 16 | letter }
      count += 1
    }
    two = Self.mixed(end & 0xFFFF_FFFF)
    three = Self.mixed(end & 0xFFFF_FFFF_FFFF)
    four = Self.mixed(end)
    beginning = Self.mixed(start)
  }

  /// Decodes the scalar at an index of valid UTF-8 and moves behind it.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let lead = UInt32(bytes[index])
    index += 1
    guard lead >= 0xC0 else { return lead }
    var value = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return value
  }

  /// The small letter of a Latin or Cyrillic capital; `ё` is `е`, as everywhere.
  @inline(__always)
  private static func lowercased(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: letter + 0x20
    case 0x401, 0x451: 0x435
    case 0x400...0x40F: letter + 0x50
    default: letter
    }
  }

  private static func mixed(_ letters: UInt64) -> UInt32 {
    let mixed = (letters ^ letters >> 32) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
  }
}

extension NameDocument {
  /// Reads the endings of the tokens that have none yet, which are all of one text.
  mutating func readEndings(of text: String) {
    var text = text
    text.withUTF8 { bytes in
      for token in tokens[endings.count...] {
        endings.append(WordEndings(UnsafeBufferPointer(rebasing: bytes[token.range])))
      }
    }
  }

  /// Calls with what features are made of.
  func withReading<T>(
    _ input: ModelInput,
    _ body: (
      UnsafeBufferPointer<NameToken>, UnsafeBufferPointer<TokenView>, UnsafeBufferPointer<WordEndings>
    ) -> T
  ) -> T {
    tokens.withUnsafeBufferPointer { tokens in
      input.views.withUnsafeBufferPointer { views in
        endings.withUnsafeBufferPointer { body(tokens, views, $0) }
      }
    }
  }
}

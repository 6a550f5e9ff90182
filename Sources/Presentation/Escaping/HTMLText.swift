/// Text from outside as HTML has it.
package enum HTMLText {
  /// The text for the content of an element or for an attribute in double quotes.
  ///
  /// It is looked at scalar by scalar: by characters, `<` behind a mark that joins it would be overlooked. U+FFFD stands
  /// for controls and for what turns the direction of the text behind it, which HTML says with `dir`.
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += Array("&amp;".utf8)
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "\"": bytes += Array("&quot;".utf8)
      case "\n", "\t", "\r": bytes.append(UInt8(scalar.value))
      case _ where isReplaced(scalar.value): bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isReplaced(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// An address for a link: http and https alone; nil for any other, which is shown as text.
  package static func link(_ address: String) -> String? { isLink(address) ? escaped(address) : nil }

  /// Whether an address is one of the web, and written so that it can be nothing else.
  package static func isLink(_ address: String) -> Bool {
    let scalars = address.unicodeScalars
    let isPlain = scalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && !"<>\"'\\^`{|}".unicodeScalars.contains($0)
    }
    let lowercased = String(scalars.prefix(8)).lowercased()
    return isPlain && (lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://"))
  }
}

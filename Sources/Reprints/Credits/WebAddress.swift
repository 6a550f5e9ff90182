/// A web address that stands in a text.
struct WebAddress: Sendable, Equatable {
  /// Its host in lower case, without what names no outlet: "example.org" of "https://www.example.org/a".
  let host: String
  /// The address up to the end of its host, as UTF-8 offsets.
  let bytes: Range<Int>

  /// Longer hosts are none: the limit of the domain name system, in bytes.
  private static let longestHost = 253
  /// Subdomains by which one site is served to other devices.
  private static let deviceLabels: Set<Substring> = ["www", "m", "mobile", "amp"]

  /// The addresses in a text, in order: what begins with a scheme of the web or with "www.".
  static func addresses(in text: String) -> [WebAddress] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [WebAddress] = []
      var index = 0
      while index < bytes.count {
        guard let start = hostStart(at: index, in: bytes) else {
          index += 1
          continue
        }
        var end = start
        while end < bytes.count, end - start <= longestHost, isHostByte(bytes[end]) { end += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        if let host = host(of: String(decoding: bytes[start..<end], as: UTF8.self)) {
          found.append(WebAddress(host: host, bytes: index..<end))
        }
        index = max(end, index + 1)
      }
      return found
    }
  }

  /// The host of an address or a host as it stands; nil for what is neither.
  static func host(of address: String) -> String? {
    var rest = address.lowercased()[...]
    if let scheme = rest.firstRange(ofScheme: "://") { rest = rest[scheme...] }
    rest = rest.prefix { !"/?#:".contains($0) }
    guard !rest.contains(where: { $0.isWhitespace || $0 == "@" }) else { return nil }
    var labels = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), labels.last?.allSatisfy(\.isLetter) == true
    else { return nil }
    while labels.count > 2, let first = labels.first, deviceLabels.contains(first) { labels.removeFirst() }
    return labels.joined(separator: ".")
  }

  /// The agencies that the folders of an address name: an outlet may keep the texts of a wire apart, as "/ap/" or "/aponline/".
  static func agencies(inPathOf address: String) -> [String] {
    var rest = address[...]
    if let scheme = rest.firstRange(ofScheme: "://") { rest = rest[scheme...] }
    let folders = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst().dropLast()
    return folders.compactMap { folder in
      let name =
        wireSuffixes.first { folder.hasSuffix($0) && folder != $0 }.map { folder.dropLast($0.count) }
        ?? folder
      return SourceName.known(String(name)).flatMap { KnownSources.isAgency($0) ? $0 : nil }
    }
  }

  /// What an outlet adds to an agency's name for the folder of its texts.
  private static let wireSuffixes = ["online", "wire", "feed"]

  /// Whether two hosts are of one site: equal, or one within the other ("edition.example.org" and "example.org").
  static func areOneSite(_ one: String, _ other: String) -> Bool {
    one == other || one.hasSuffix("." + other) || other.hasSuffix("." + one)
  }

  /// Where a host begins, if an address begins here.
  private static func hostStart(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[index] | 0x20 == UInt8(ascii: "h") || bytes[index] | 0x20 == UInt8(ascii: "w") else {
      return nil
    }
    if index > 0, isHostByte(bytes[index - 1]) { return nil }
    for prefix in ["https://", "http://", "www."] where index + prefix.utf8.count < bytes.count {
      let begins = zip(prefix.utf8, bytes[index...]).allSatisfy { wanted, byte in
        byte == wanted || byte | 0x20 == wanted
      }
      if begins { return prefix == "www." ? index : index + prefix.utf8.count }
    }
    return nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}

extension Substring {
  /// Where what follows the first occurrence of some mark begins.
  fileprivate func firstRange(ofScheme mark: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}

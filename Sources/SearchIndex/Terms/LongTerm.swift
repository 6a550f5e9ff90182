internal import Articles

/// The rule for contents that Xapian would not take as a term: too long, or with a NUL.
///
/// A term may have 245 bytes, prefix included, and a NUL in it fails at the commit only. What has more than
/// 200 bytes, or a NUL, is kept as its first 100 bytes without NULs, a `#`, and the SHA-256 of the whole in
/// hexadecimal digits: nobody is known to make two contents, ids of articles say, with the same term.
enum LongTerm {
  static let mostBytes = 200

  static func shortened(_ content: some Collection<UInt8>) -> [UInt8] {
    let content = Array(content)
    guard content.count > mostBytes || content.contains(0) else { return content }
    let digits = ContentHash(of: content).description.utf8
    return content.prefix(100).filter { $0 != 0 } + [UInt8(ascii: "#")] + digits
  }
}

internal import CLibMD

/// The SHA-256 of a text or of an article, as identity and as evidence.
///
/// Two uses, never mixed: the hash of a text alone can be computed by anybody with `sha256sum`, and shows
/// that a text is the one that was indexed; the hash of an article covers every field, and tells whether an
/// article that is given again has changed.
public struct ContentHash: Sendable, Hashable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Takes a digest that was stored; nil where it is not 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
    self.bytes = bytes
  }

  /// Hashes the UTF-8 bytes of a text.
  public init(text: String) {
    var digest = SHA256Digest()
    digest.add(text)
    bytes = digest.finished()
  }

  /// Hashes all fields of an article, over an encoding in which no two articles are alike.
  ///
  /// Each field is its number, its count of values, then each value as its count of bytes and its bytes, in
  /// a fixed order; a field that is missing differs from one that is empty.
  public init(_ article: Article) {
    var digest = SHA256Digest()
    digest.add(article)
    bytes = digest.finished()
  }

  /// Hashes a list of texts; no two lists are alike.
  package init(parts: [String]) {
    var digest = SHA256Digest()
    digest.add(field: 0, parts)
    bytes = digest.finished()
  }
}

extension ContentHash: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// A SHA-256 in the making, by libmd.
private struct SHA256Digest {
  private var context = SHA2_CTX()

  init() { SHA256Init(&context) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { SHA256Update(&context, $0.baseAddress, $0.count) }
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: UInt64(number).littleEndian) {
      SHA256Update(&context, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count)
    }
  }

  mutating func add(field: Int, _ values: [String]) {
    add(field)
    add(values.count)
    for value in values {
      add(value.utf8.count)
      add(value)
    }
  }

  mutating func add(_ article: Article) {
    let fields: [String?] = [
      article.id, article.outlet, article.url, article.title, article.text, article.language, article.byline,
      article.published?.description, article.printed?.description, article.crawled?.description,
    ]
    for (number, value) in fields.enumerated() { add(field: number, value.map { [$0] } ?? []) }
    add(field: fields.count, article.entities.flatMap { [$0.entityClass.rawValue, $0.name] })
    add(field: fields.count + 1, article.sources)
  }

  mutating func finished() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&bytes, &context)
    return bytes
  }
}

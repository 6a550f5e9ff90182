/// A list of words or phrases of one language: data that the rules of other modules ask for by name.
///
/// The lists are plain text, `Sources/Lexicons/<language>/NAME.txt`, made into one blob by `scripts/build-lexicons`,
/// which is a part of the program. Nothing is read before a list is asked for; who asks often keeps what it made of it.
///
/// ```swift
/// Lexicon(.sourceLabels, "uk")?.entries  // ["джерело"]
/// Lexicon.all(.sourceLabels).map(\.language)  // ["de", "en", "ru", "uk"]
/// ```
public struct Lexicon: Sendable {
  /// Which list it is.
  public let name: Name
  /// The ISO 639 code of its language; `mul` for what is the same in many languages, such as the names of agencies.
  public let language: String
  /// Its place in the blob.
  private let bytes: Range<Int>

  /// The list of a language; nil where the language has none of that name.
  public init?(_ name: Name, _ language: String) {
    guard let bytes = LexiconBlob.lists["\(language)/\(name.rawValue)"] else { return nil }
    self.init(name, language, bytes)
  }

  private init(_ name: Name, _ language: String, _ bytes: Range<Int>) {
    self.name = name
    self.language = language
    self.bytes = bytes
  }

  /// The lists of a name in all languages, by language.
  public static func all(_ name: Name) -> [Lexicon] {
    LexiconBlob.languages.compactMap { Lexicon(name, $0) }
  }

  /// The entries of a name in all languages, by language.
  public static func entries(_ name: Name) -> [String] { all(name).flatMap(\.entries) }

  /// Its entries as they stand in the file, in order.
  public var entries: [String] {
    LexiconBlob.bytes(bytes).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Its entries as fields, where a bar parts them.
  public var records: [[String]] {
    entries.map { entry in entry.split(separator: "|").map(String.init) }
  }
}

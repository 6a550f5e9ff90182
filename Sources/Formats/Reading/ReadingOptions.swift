internal import Articles

/// How to read.
public struct ReadingOptions: Sendable, Equatable {
  /// The shape of all records of JSON; nil to find it for each record from its keys.
  public var format: RecordFormat?
  /// The name of the format of all files, one of ``InputFormats/all``; nil to tell each by its content.
  public var inputFormat: String?
  /// Which columns or keys hold what; those that are not named are found by the names of known corpora.
  public var fields: FieldMap
  /// The table of a database that holds the articles.
  public var table: String?
  /// Whether each capture of an address in a web archive is an article of its own; else the last stands.
  public var keepsVersions: Bool
  /// The most bytes that a record or a text file may have; a larger one is refused.
  public var recordLimit: Int
  /// Whether links in a folder are followed out of it, and records may name files that are hidden or lie outside their
  /// folder: what came from somebody else could lead to any file.
  public var allowsOutside: Bool

  /// 50 MB, far above any article and far below any memory.
  public static let defaultRecordLimit = 50_000_000

  /// Makes options; the defaults suit most archives.
  public init(
    format: RecordFormat? = nil, inputFormat: String? = nil, fields: FieldMap = FieldMap(),
    table: String? = nil,
    keepsVersions: Bool = false, recordLimit: Int = Self.defaultRecordLimit, allowsOutside: Bool = false
  ) {
    self.format = format
    self.inputFormat = inputFormat
    self.fields = fields
    self.table = table
    self.keepsVersions = keepsVersions
    self.recordLimit = recordLimit
    self.allowsOutside = allowsOutside
  }

  /// What tells these options from others; nil for those that are the defaults.
  ///
  /// A file that was read with other options is read again.
  var signature: String? {
    guard self != ReadingOptions() else { return nil }
    let map = fields.names.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue)=\($0.value)"
    }
    let parts =
      [format?.rawValue ?? "", inputFormat ?? "", table ?? "", String(keepsVersions), String(recordLimit)]
      + (allowsOutside ? ["outside"] : [])
      + map
    return ContentHash(parts: parts).description
  }
}

/// What an article has, for columns and keys to be named for it.
public enum ArticleField: String, Sendable, Hashable, CaseIterable {
  case id, outlet, url, title, text, language, byline, published, crawled
}

/// Which columns or keys hold what.
public struct FieldMap: Sendable, Equatable {
  /// The name of the column or key by what it holds; keys within objects are joined by dots.
  public var names: [ArticleField: String]

  /// Makes a map.
  public init(_ names: [ArticleField: String] = [:]) { self.names = names }

  /// Whether nothing is named.
  public var isEmpty: Bool { names.isEmpty }
}

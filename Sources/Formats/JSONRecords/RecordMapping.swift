internal import Articles

/// Which keys of a format hold what; where several are given, the first that holds something counts.
struct RecordMapping: Sendable {
  /// Keys that every record of the format has: of each list, at least one.
  var required: [[String]]
  /// Keys that the format has and we do not read, though another format's records are read by them.
  var unread: [String] = []

  var id: [FieldRule] = []
  /// A text file that holds the text.
  var file: [FieldRule] = []
  var outlet: [FieldRule] = []
  var url: [FieldRule] = []
  var title: [FieldRule] = []
  var text: [FieldRule]
  var language: [FieldRule] = []
  var byline: [FieldRule] = []
  var published: [FieldRule] = []
  var printed: [FieldRule] = []
  var crawled: [FieldRule] = []
  var entities: [EntityRule] = []
  var sources: [FieldRule] = []

  /// A word that the format writes for what is missing.
  var missingWord: String?

  /// The top-level keys that are read.
  var keysRead: Set<String> {
    let fields = [id, file, outlet, url, title, text, language, byline, published, printed, crawled, sources]
    return Set(fields.joined().map(\.key) + entities.map(\.path.key))
  }
}

/// Where in a record a field is.
enum FieldRule: Sendable, ExpressibleByStringLiteral {
  /// The value of a key, or of a key of the object at a key: `thread.site` is `["thread", "site"]`.
  case path([String])
  /// The same, holding seconds since 1970.
  case epochSeconds(String)
  /// The main one of a list of objects with a `role`, a content type and a `value` (ninjs 2 and 3).
  case mainValue(of: String)

  /// A path as one text, its keys joined by dots.
  init(stringLiteral path: String) {
    self = .path(path.split(separator: ".").map(String.init))
  }

  /// The top-level key.
  var key: String {
    switch self {
    case .path(let path): path[0]
    case .epochSeconds(let key), .mainValue(let key): key
    }
  }
}

/// Where in a record entities are.
enum EntityRule: Sendable {
  /// Objects that give class and name: `[{"class": "person", "name": "…"}]`.
  case classed(FieldRule)
  /// Names, or objects with a `name`, all of one class.
  case names(EntityClass, FieldRule)

  var path: FieldRule {
    switch self {
    case .classed(let path), .names(_, let path): path
    }
  }
}

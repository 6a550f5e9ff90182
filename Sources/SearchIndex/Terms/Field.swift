import Articles

/// The one table of what is in the index: every term prefix and every value slot, with its meaning.
///
/// | field | prefix | on which passages | counts |
/// | --- | --- | --- | --- |
/// | words of text and title | none | the passage's own; the title's on all (positions on the head only) | yes |
/// | words of the title, its first 512 tokens | `S` | all (positions on the head only) | yes |
/// | id of the article | `Q` | all | no |
/// | first passage of an article | `XH` | the head | no |
/// | outlet, folded | `XO` | all | no |
/// | language code | `L` | all | no |
/// | file that it was read from | `XF` | the head | no |
/// | person, organisation, place | `XEP` `XEO` `XEL` | where named | no |
///
/// Prefixes are upper-case letters; words are lower-case, so no word meets a prefix. Terms that "count" take
/// part in frequencies and lengths; the others are tags for filters. Terms and slots may be added without a
/// new format; the meaning of one never changes.
enum Field: String, CaseIterable {
  case text = ""
  case title = "S"
  case article = "Q"
  case head = "XH"
  case outlet = "XO"
  case language = "L"
  case source = "XF"
  case person = "XEP"
  case organisation = "XEO"
  case place = "XEL"

  /// The field of an entity's class.
  init(_ entityClass: EntityClass) {
    switch entityClass {
    case .person: self = .person
    case .organisation: self = .organisation
    case .place: self = .place
    }
  }

  /// The bytes before the term itself.
  var prefix: [UInt8] { Array(rawValue.utf8) }
}

/// The value slots, the other half of the table.
enum Slot: UInt32, CaseIterable {
  /// Place and extent of the passage in its article: ``PassageLocator``. On all passages.
  case locator = 0
  /// When the article was published, as ``DateKey`` packs it; none where unknown. On all passages.
  case published = 1
  /// The outlet, folded as in its term; none where unknown. On all passages.
  case outlet = 2
  /// The hash of the content, 32 bytes. On the head.
  case contentHash = 3

  /// Its number in a database.
  var number: Int { Int(rawValue) }
}

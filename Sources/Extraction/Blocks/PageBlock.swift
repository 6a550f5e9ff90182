/// A run of text of a page between two ends of blocks, with what the page's structure says of it.
struct PageBlock {
  /// What a block is, by the nearest element that says so.
  enum Kind: UInt8 {
    case other, paragraph, heading, listItem, cell, preformatted, definition, caption, summary
  }

  /// What a block lies in.
  struct Surroundings: OptionSet {
    let rawValue: UInt32

    static let nav = Surroundings(rawValue: 1 << 0)
    static let header = Surroundings(rawValue: 1 << 1)
    static let footer = Surroundings(rawValue: 1 << 2)
    static let aside = Surroundings(rawValue: 1 << 3)
    static let figure = Surroundings(rawValue: 1 << 4)
    static let form = Surroundings(rawValue: 1 << 5)
    static let article = Surroundings(rawValue: 1 << 6)
    static let main = Surroundings(rawValue: 1 << 7)
    static let table = Surroundings(rawValue: 1 << 8)
    static let list = Surroundings(rawValue: 1 << 9)
    static let quotation = Surroundings(rawValue: 1 << 10)
    static let button = Surroundings(rawValue: 1 << 11)
    static let hidden = Surroundings(rawValue: 1 << 12)
    static let section = Surroundings(rawValue: 1 << 13)
    static let details = Surroundings(rawValue: 1 << 14)
    static let noscript = Surroundings(rawValue: 1 << 15)
    static let address = Surroundings(rawValue: 1 << 16)
    static let dialog = Surroundings(rawValue: 1 << 17)
    static let articleInArticle = Surroundings(rawValue: 1 << 18)
    /// How many there are.
    static let count = 19
  }

  /// Its text in the buffer of all texts: UTF-8, white space made single blanks.
  var range: Range<Int>
  var kind = Kind.other
  /// 1 to 6 for headings, else 0.
  var headingLevel: UInt8 = 0
  var surroundings: Surroundings = []
  /// The innermost element that holds all of it.
  var node: Int32
  /// The innermost element where it ended, which may be a link or the like.
  var innermost: Int32 = 0
  var depth: Int32 = 0
  /// Bytes of its text within links.
  var linkBytes = 0
  /// Bytes of its text in bold.
  var boldBytes = 0
  /// The number of its links.
  var links = 0
  /// What the words of the classes around it say: near, further, far.
  var classScores = ClassScores()
}

/// What the words of classes say, in three distances of an element.
struct ClassScores {
  /// The sum, the least and the greatest of some weights.
  struct Range {
    var sum: Float = 0
    var least: Float = 0
    var greatest: Float = 0

    mutating func add(_ weight: Float) {
      sum += weight
      least = min(least, weight)
      greatest = max(greatest, weight)
    }

    mutating func add(_ other: Range) {
      sum += other.sum
      least = min(least, other.least)
      greatest = max(greatest, other.greatest)
    }
  }

  var near = Range()
  var further = Range()
  var far = Range()
}

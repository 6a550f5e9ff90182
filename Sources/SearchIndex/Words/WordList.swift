import Storage

/// The list of a word in one segment, good as long as its table.
struct WordList {
  /// The number of passages with the word.
  let passages: Int
  /// The number of articles with it.
  let articles: Int
  /// How often it occurs in passages, the headline counted with each.
  let occurrences: Int
  /// The articles with it in the headline, by number.
  let titles: PostingCursor
  /// The passages with it, by document id.
  let postings: PostingCursor
  /// What holds the bytes, where it is not the table.
  private let holder: ListBytes?

  /// Reads a list as ``WordTableLayout`` lays it out; nil for one that is cut off.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, holder: ListBytes? = nil) {
    guard var at = bytes.baseAddress else { return nil }
    let end = at + bytes.count
    passages = Int(Varint.read(&at, end: end))
    articles = Int(Varint.read(&at, end: end))
    occurrences = Int(Varint.read(&at, end: end))
    let titleBytes = Int(Varint.read(&at, end: end))
    guard titleBytes <= end - at else { return nil }
    titles = PostingCursor(at, end: at + titleBytes)
    postings = PostingCursor(at + titleBytes, end: end)
    self.holder = holder
  }

  /// The list of several words that count as one; nil for none.
  static func joined(_ lists: [WordList], owners: UnsafeBufferPointer<UInt32>) -> WordList? {
    guard lists.count > 1 else { return lists.first }
    let passages = joined(lists.map(\.postings))
    var articles = 0
    var last: UInt32?
    for posting in passages where Int(posting.number) < owners.count {
      if owners[Int(posting.number)] != last { articles += 1 }
      last = owners[Int(posting.number)]
    }
    let holder = ListBytes(
      WordTableWriter.list(articles: articles, titles: joined(lists.map(\.titles)), passages: passages))
    return WordList(UnsafeBufferPointer(holder.bytes), holder: holder)
  }

  private static func joined(_ cursors: [PostingCursor]) -> [WordTableWriter.Posting] {
    var cursors = cursors
    var all: [WordTableWriter.Posting] = []
    while let number = cursors.map(\.number).min(), number != PostingCursor.end {
      var frequency: UInt32 = 0
      for index in cursors.indices where cursors[index].number == number {
        frequency &+= cursors[index].frequency
        cursors[index].advance()
      }
      all.append(.init(number: number, frequency: frequency))
    }
    return all
  }
}

/// The bytes of a list that no table has.
final class ListBytes {
  let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ content: [UInt8]) {
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
  }

  deinit { bytes.deallocate() }
}

/// Goes through the postings of a list: ascending numbers, with how often the word occurs there.
struct PostingCursor {
  /// The number after the last posting.
  static let end = UInt32.max

  private var at: UnsafePointer<UInt8>
  private let last: UnsafePointer<UInt8>
  /// The number of the posting in hand; ``end`` where there are no more.
  private(set) var number: UInt32 = 0
  /// How often the word occurs there.
  private(set) var frequency: UInt32 = 0

  /// Begins with the first posting.
  init(_ at: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    self.at = at
    last = end
    advance()
  }

  /// The bytes of the postings after the one in hand.
  var byteCount: Int { last - at }

  /// Goes to the next posting; numbers never descend, whatever the bytes are.
  @inline(__always)
  mutating func advance() {
    guard at < last else {
      number = Self.end
      return
    }
    let step = Varint.read(&at, end: last)
    let (sum, isOver) = number.addingReportingOverflow(step >> 1)
    number = isOver ? Self.end : sum
    frequency = step & 1 == 1 ? 1 : Varint.read(&at, end: last)
  }

  /// Goes to the first posting whose number is not below another.
  @inline(__always)
  mutating func skip(to other: UInt32) {
    while number < other { advance() }
  }
}

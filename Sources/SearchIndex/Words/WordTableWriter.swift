import Glibc

/// Writes a word table from front to back, as ``WordTableLayout`` lays it out.
///
/// Words must come in byte order, each once.
struct WordTableWriter: ~Copyable {
  private let path: String
  private let file: Int32
  private var buffer: [UInt8] = []
  private var written = 0
  private var listEnds: [UInt64] = []
  private var nameEnds: [UInt32] = [0]
  private var names: [UInt8] = []

  /// The bytes that are gathered before they are written.
  private static let bufferBytes = 1 << 20

  /// Begins a file, which must not exist.
  init(_ path: String) throws(IndexError) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DurableFolder.failure(path) }
    buffer = [UInt8](repeating: 0, count: WordTableLayout.headerBytes)
    listEnds.append(UInt64(WordTableLayout.headerBytes))
  }

  deinit { close(file) }

  /// How often a word occurs in something that has a number.
  struct Posting: Equatable {
    var number: UInt32
    var frequency: UInt32
  }

  /// Adds a word with its list.
  ///
  /// - Parameters:
  ///   - name: The stem.
  ///   - articles: The number of articles with it.
  ///   - titles: For each article with it in the headline, by number.
  ///   - passages: For each passage with it, by document id.
  mutating func add(
    _ name: some Collection<UInt8>, articles: Int, titles: [Posting], passages: [Posting]
  ) throws(IndexError) {
    buffer += Self.list(articles: articles, titles: titles, passages: passages)
    listEnds.append(UInt64(written + buffer.count))
    names += name
    nameEnds.append(UInt32(names.count))
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// A list as a table has it.
  static func list(articles: Int, titles: [Posting], passages: [Posting]) -> [UInt8] {
    let headlines = encoded(titles)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headlines.count + 2 * passages.count + 8)
    Varint.append(UInt64(passages.count), to: &bytes)
    Varint.append(UInt64(articles), to: &bytes)
    Varint.append(passages.reduce(0) { $0 + UInt64($1.frequency) }, to: &bytes)
    Varint.append(UInt64(headlines.count), to: &bytes)
    return bytes + headlines + encoded(passages)
  }

  /// Postings as a list has them; their numbers must ascend.
  private static func encoded(_ postings: [Posting]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * postings.count)
    var last: UInt32?
    for posting in postings {
      let step = last.map { posting.number - $0 } ?? posting.number
      last = posting.number
      Varint.append(UInt64(step) << 1 | (posting.frequency == 1 ? 1 : 0), to: &bytes)
      if posting.frequency != 1 { Varint.append(UInt64(posting.frequency), to: &bytes) }
    }
    return bytes
  }

  /// Writes the rest, and the header.
  ///
  /// - Parameters:
  ///   - articles: The articles in order.
  ///   - lengths: For each document id, from 0, its number of words.
  ///   - owners: For each document id, from 0, the number of its article.
  consuming func finish(
    articles: [TabledArticle], lengths: [UInt16], owners: [UInt32]
  ) throws(IndexError) {
    var header = [UInt64](repeating: 0, count: WordTableLayout.headerCount)
    func set(_ place: WordTableLayout.Header, _ value: Int) { header[place.rawValue] = UInt64(value) }
    header[0] = WordTableLayout.mark
    set(.documentLimit, owners.count)
    set(.articles, articles.count)
    set(.words, nameEnds.count - 1)
    set(.postings, WordTableLayout.headerBytes)
    set(.lengths, try append(lengths))
    set(.owners, try append(owners))
    set(.articleTable, try append(articles))
    set(.listEnds, try append(listEnds))
    set(.nameEnds, try append(nameEnds))
    set(.names, try append(names))
    set(.end, written)
    try write(header, at: 0)
  }

  /// Appends a section, and gives where it begins.
  private mutating func append<Element: BitwiseCopyable>(_ section: [Element]) throws(IndexError) -> Int {
    while (written + buffer.count) % 8 != 0 { buffer.append(0) }
    try flush()
    let start = written
    try write(section, at: start)
    written += section.count * MemoryLayout<Element>.stride
    return start
  }

  private mutating func flush() throws(IndexError) {
    try write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private borrowing func write<Element: BitwiseCopyable>(
    _ content: [Element], at start: Int
  ) throws(IndexError) {
    let isWritten = content.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = pwrite(file, bytes.baseAddress?.advanced(by: done), bytes.count - done, start + done)
        if count < 0 && errno != EINTR { return false }
        done += max(0, count)
      }
      return true
    }
    guard isWritten else { throw DurableFolder.failure(path) }
  }
}

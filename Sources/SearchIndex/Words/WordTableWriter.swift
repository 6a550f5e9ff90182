import Storage

/// Writes a word table from front to back, as ``WordTableLayout`` lays it out.
///
/// Words must come in byte order, each once.
struct WordTableWriter: ~Copyable {
  private var file: SectionWriter<WordTableLayout.Header>
  private var listEnds: [UInt64] = []
  private var nameEnds: [UInt32] = [0]
  private var names: [UInt8] = []

  /// Begins a file, which must not exist.
  init(in folder: DurableFolder) throws(IndexError) {
    var file = try SectionWriter<WordTableLayout.Header>(
      WordTableLayout.fileName, mark: WordTableLayout.mark, in: folder)
    try file.begin(.postings)
    listEnds.append(UInt64(file.position))
    self.file = file
  }

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
    try file.append(Self.list(articles: articles, titles: titles, passages: passages))
    listEnds.append(UInt64(file.position))
    names += name
    nameEnds.append(UInt32(names.count))
  }

  /// A list as a table has it.
  static func list(articles: Int, titles: [Posting], passages: [Posting]) -> [UInt8] {
    var headlines: [UInt8] = []
    encode(titles, to: &headlines)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headlines.count + 2 * passages.count + 16)
    Varint.append(UInt64(passages.count), to: &bytes)
    Varint.append(UInt64(articles), to: &bytes)
    Varint.append(passages.reduce(0) { $0 + UInt64($1.frequency) }, to: &bytes)
    Varint.append(UInt64(headlines.count), to: &bytes)
    bytes += headlines
    encode(passages, to: &bytes)
    return bytes
  }

  /// Appends postings as a list has them; their numbers must ascend.
  private static func encode(_ postings: [Posting], to bytes: inout [UInt8]) {
    var last: UInt32 = 0
    for posting in postings {
      let step = posting.number - last
      last = posting.number
      Varint.append(UInt64(step) << 1 | (posting.frequency == 1 ? 1 : 0), to: &bytes)
      if posting.frequency != 1 { Varint.append(UInt64(posting.frequency), to: &bytes) }
    }
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
    file.set(.documentLimit, owners.count)
    file.set(.articles, articles.count)
    file.set(.words, nameEnds.count - 1)
    try file.write(lengths, as: .lengths)
    try file.write(owners, as: .owners)
    try file.write(articles, as: .articleTable)
    try file.write(listEnds, as: .listEnds)
    try file.write(nameEnds, as: .nameEnds)
    try file.write(names, as: .names)
    try file.finish()
  }
}

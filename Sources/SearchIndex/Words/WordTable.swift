/// The word table of a segment, mapped into memory: lists of words, and the articles that they are numbered by.
///
/// Opening checks that all sections lie in the file, and holds all but the lists against the hashes of their blocks;
/// a list is held against them when it is asked for.
struct WordTable {
  private let file: MappedFile
  private let checks: CheckedFile
  /// For each document id its number of words, the headline's once.
  let lengths: UnsafeBufferPointer<UInt16>
  /// For each document id the number of its article.
  let owners: UnsafeBufferPointer<UInt32>
  let articles: UnsafeBufferPointer<TabledArticle>
  private let listEnds: UnsafeBufferPointer<UInt64>
  private let nameEnds: UnsafeBufferPointer<UInt32>
  private let names: UnsafeBufferPointer<UInt8>

  /// Maps the table of a segment.
  ///
  /// - Parameters:
  ///   - segment: The folder of the segment.
  ///   - index: The folder of the index, for the message.
  init(segment: DurableFolder, index: String) throws(IndexError) {
    let path = segment.path(of: WordTableLayout.fileName)
    guard let file = try MappedFile(path), let sections = Sections(file.bytes) else {
      throw .damaged(path: index, detail: "\(path) is no table of words, or not all of one")
    }
    self.file = file
    checks = try CheckedFile(WordTableLayout.fileName, in: segment)
    // The lists come first: all behind them is read at any place by any query.
    try checks.check(0..<WordTableLayout.headerBytes, of: file.bytes)
    try checks.check(min(sections[.lengths], file.bytes.count)..<file.bytes.count, of: file.bytes)
    let limit = sections[.documentLimit]
    let words = sections[.words]
    guard let lengths = sections.section(.lengths, UInt16.self, limit),
      let owners = sections.section(.owners, UInt32.self, limit),
      let articles = sections.section(.articleTable, TabledArticle.self, sections[.articles]),
      let listEnds = sections.section(.listEnds, UInt64.self, words + 1),
      let nameEnds = sections.section(.nameEnds, UInt32.self, words + 1),
      let names = sections.section(.names, UInt8.self, Int(nameEnds.last ?? 0))
    else { throw .damaged(path: index, detail: "\(path) is no table of words, or not all of one") }
    (self.lengths, self.owners, self.articles) = (lengths, owners, articles)
    (self.listEnds, self.nameEnds, self.names) = (listEnds, nameEnds, names)
  }

  /// The header, and the sections that it names.
  private struct Sections {
    private let bytes: UnsafeRawBufferPointer

    init?(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      guard bytes.count >= WordTableLayout.headerBytes,
        bytes.load(as: UInt64.self) == WordTableLayout.mark, self[.end] == bytes.count
      else { return nil }
    }

    /// A number of the header; one that is too large for any file counts as the largest that is not.
    subscript(_ place: WordTableLayout.Header) -> Int {
      let number = bytes.load(fromByteOffset: place.rawValue * 8, as: UInt64.self)
      return Int(min(number, UInt64(Int32.max) << 16))
    }

    func section<Element: BitwiseCopyable>(
      _ place: WordTableLayout.Header, _: Element.Type, _ count: Int
    ) -> UnsafeBufferPointer<Element>? {
      let (start, length) = (self[place], count * MemoryLayout<Element>.stride)
      guard start % 8 == 0, start <= bytes.count, length <= bytes.count - start else { return nil }
      return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]).bindMemory(to: Element.self)
    }
  }

  // MARK: Words

  /// The list of a word; nil where no passage has it.
  func list(of stem: [UInt8]) throws(IndexError) -> WordList? {
    var low = 0
    var high = nameEnds.count - 1
    while low < high {
      let middle = (low + high) / 2
      switch Self.order(name(middle), stem) {
      case 0: return try list(number: middle)
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  private func name(_ word: Int) -> UnsafeBufferPointer<UInt8> {
    let start = min(Int(nameEnds[word]), names.count)
    let end = min(max(start, Int(nameEnds[word + 1])), names.count)
    return UnsafeBufferPointer(rebasing: names[start..<end])
  }

  /// Below 0 where the first comes before the second, above where it comes after.
  private static func order(_ first: UnsafeBufferPointer<UInt8>, _ second: [UInt8]) -> Int {
    for index in 0..<min(first.count, second.count) where first[index] != second[index] {
      return Int(first[index]) - Int(second[index])
    }
    return first.count - second.count
  }

  private func list(number: Int) throws(IndexError) -> WordList? {
    let start = Int(min(listEnds[number], UInt64(file.bytes.count)))
    let end = Int(min(listEnds[number + 1], UInt64(file.bytes.count)))
    guard start < end else { return nil }
    try checks.check(start..<end, of: file.bytes)
    return WordList(UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]).bindMemory(to: UInt8.self))
  }
}

internal import Algorithms
import Storage

/// The word table of a segment, mapped into memory: lists of words, and the articles that they are numbered by.
///
/// Opening checks that all sections lie in the file, and holds all but the lists against the hashes of their blocks;
/// a list is held against them when it is asked for.
struct WordTable {
  private let file: SectionFile<WordTableLayout.Header>
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
    file = try SectionFile(
      WordTableLayout.fileName, mark: WordTableLayout.mark, in: segment, index: index)
    // The lists come first: all behind them is read at any place by any query.
    try file.check(min(file[.lengths], file.byteCount)..<file.byteCount)
    let (limit, words) = (file[.documentLimit], file[.words])
    lengths = try file.section(.lengths, UInt16.self, count: limit)
    owners = try file.section(.owners, UInt32.self, count: limit)
    articles = try file.section(.articleTable, TabledArticle.self, count: file[.articles])
    listEnds = try file.section(.listEnds, UInt64.self, count: words + 1)
    nameEnds = try file.section(.nameEnds, UInt32.self, count: words + 1)
    names = try file.section(.names, UInt8.self, count: Int(nameEnds.last ?? 0))
  }

  /// What is thrown where the table contradicts itself.
  var damaged: IndexError { file.damaged }

  /// Gives the memory that reading has taken back to the system, for who reads a whole table once.
  func forget() { file.forget() }

  /// The number of the article that a document is a passage of; nil where there is none.
  @inline(__always)
  func article(ofDocument document: UInt32) -> Int? {
    guard Int(document) < owners.count else { return nil }
    let number = Int(owners[Int(document)])
    guard number < articles.count, articles[number].first <= document,
      document - articles[number].first < articles[number].passages
    else { return nil }
    return number
  }

  // MARK: Words

  /// The number of words, which are numbered from 0 in byte order.
  var wordCount: Int { nameEnds.count - 1 }

  /// The list of a word; nil where no passage has it.
  func list(of stem: [UInt8]) throws(IndexError) -> WordList? {
    let number = stem.withUnsafeBufferPointer { stem in
      let place = (0..<wordCount).partitioningIndex { name($0).byteOrder(to: stem) >= 0 }
      return place < wordCount && name(place).byteOrder(to: stem) == 0 ? place : nil
    }
    guard let number else { return nil }
    return try list(number: number)
  }

  /// The stem of a word.
  func name(_ word: Int) -> UnsafeBufferPointer<UInt8> {
    let start = min(Int(nameEnds[word]), names.count)
    let end = min(max(start, Int(nameEnds[word + 1])), names.count)
    return UnsafeBufferPointer(rebasing: names[start..<end])
  }

  /// The list of a word; nil where there is none.
  func list(number: Int) throws(IndexError) -> WordList? {
    let start = Int(min(listEnds[number], UInt64(file.byteCount)))
    let end = Int(min(listEnds[number + 1], UInt64(file.byteCount)))
    guard start < end else { return nil }
    return WordList(try file.bytes(start..<end))
  }
}

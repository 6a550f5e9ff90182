import Glass
import Storage

/// Makes the word table of a merged segment out of those of its sources, word by word.
///
/// The memory that it takes is that of the articles, of the words' names and of one word's postings: what has been read is
/// given back as it goes.
struct WordTableMerge {
  /// The words after which the memory of what was read is given back.
  private static let keptWords = 1 << 14

  private let articles: MergedArticles
  private let cursors: [WordCursor]
  private var titles: [WordTableWriter.Posting] = []
  private var passages: [WordTableWriter.Posting] = []

  init(_ articles: MergedArticles) {
    self.articles = articles
    cursors = articles.sources.map(WordCursor.init)
  }

  /// Writes the table into the folder of the merged segment; syncing it is left to the caller.
  mutating func write(to folder: DurableFolder) throws(IndexError) {
    var writer = try WordTableWriter(in: folder)
    var holders: [WordCursor] = []
    var count = 0
    while true {
      cursors.takeHoldersOfLeastTerm(into: &holders)
      guard let name = holders.first?.term else { break }
      try merge(name, of: holders, to: &writer)
      for cursor in holders { try cursor.next() }
      count += 1
      if count % Self.keptWords == 0 { for source in articles.sources { source.words.forget() } }
    }
    try articles.table.finish(writer)
  }

  /// Joins the lists of a word, and adds it unless all articles with it are deleted.
  private mutating func merge(
    _ name: UnsafeBufferPointer<UInt8>, of holders: [WordCursor], to writer: inout WordTableWriter
  ) throws(IndexError) {
    titles.removeAll(keepingCapacity: true)
    passages.removeAll(keepingCapacity: true)
    var holding = 0
    for cursor in holders {
      guard let list = try cursor.list() else { throw cursor.source.words.damaged }
      try takeTitles(list.titles, of: cursor.source)
      if let shift = cursor.source.shift {
        holding += list.articles
        try takePassages(list.postings, shift: shift, of: cursor.source)
      } else {
        holding += try takePassages(list.postings, of: cursor.source)
      }
    }
    guard !passages.isEmpty else { return }
    try writer.add(name, articles: holding, titles: titles, passages: passages)
  }

  /// Takes the articles of a list that are kept.
  private mutating func takeTitles(
    _ postings: PostingCursor, of source: MergedArticles.Source
  ) throws(IndexError) {
    var postings = postings
    while postings.number != PostingCursor.end {
      guard Int(postings.number) < source.numbers.count else { throw source.words.damaged }
      let number = source.numbers[Int(postings.number)]
      if number != WordTableLayout.noArticle {
        titles.append(.init(number: number, frequency: postings.frequency))
      }
      postings.advance()
    }
  }

  /// Takes all passages of a list, whose ids grow by a number.
  private mutating func takePassages(
    _ postings: PostingCursor, shift: UInt32, of source: MergedArticles.Source
  ) throws(IndexError) {
    var postings = postings
    let limit = source.words.lengths.count
    while postings.number != PostingCursor.end {
      guard postings.number > 0, Int(postings.number) < limit else { throw source.words.damaged }
      passages.append(.init(number: postings.number + shift, frequency: postings.frequency))
      postings.advance()
    }
  }

  /// Takes the passages of a list that are kept, and gives the number of their articles.
  private mutating func takePassages(
    _ postings: PostingCursor, of source: MergedArticles.Source
  ) throws(IndexError) -> Int {
    var postings = postings
    var count = 0
    // The article of the posting in hand: its first passage, what follows its last, and where the first is merged to.
    var (first, end, merged): (UInt32, UInt32, UInt32?) = (0, 0, nil)
    while postings.number != PostingCursor.end {
      if postings.number >= end {
        guard let article = source.words.article(ofDocument: postings.number) else {
          throw source.words.damaged
        }
        first = source.words.articles[article].first
        end = first + source.words.articles[article].passages
        let number = source.numbers[article]
        merged = number == WordTableLayout.noArticle ? nil : articles.table.articles[Int(number)].first
        if merged != nil { count += 1 }
      }
      if let merged {
        passages.append(.init(number: merged + postings.number - first, frequency: postings.frequency))
      }
      postings.advance()
    }
    return count
  }

  /// Goes through the words of a source.
  private final class WordCursor: TermCursor {
    let source: MergedArticles.Source
    private var number = 0

    init(_ source: MergedArticles.Source) { self.source = source }

    var term: UnsafeBufferPointer<UInt8>? {
      number < source.words.wordCount ? source.words.name(number) : nil
    }

    /// The list of the word in hand.
    func list() throws(IndexError) -> WordList? { try source.words.list(number: number) }

    /// Goes to the next word, which must come behind the one in hand.
    func next() throws(IndexError) {
      let last = term
      number += 1
      if let last, let term, last.byteOrder(to: term) >= 0 { throw source.words.damaged }
    }
  }
}

/// How the word table of a segment is laid out: the file `words.table`, which the ranking reads in Xapian's stead.
///
/// It is a ``SectionFile``, the machine's own (little) end first:
///
/// | section | content |
/// | --- | --- |
/// | postings | for each word its list, in the order of the words |
/// | lengths | for each document id its number of words, the headline's once; 16 bits, more counts as the most |
/// | owners | for each document id the number of its article; 32 bits, all set where there is none |
/// | articles | for each article: first id, passages, words of the headline, words of the whole; 32 bits each |
/// | list ends | for each word where its list ends in the postings, one before the first; 64 bits |
/// | name ends | for each word where its name ends, one before the first; 32 bits |
/// | names | the stems, back to back, in byte order |
///
/// A list is made of varints of seven bits a byte. First the number of passages with the word, of articles, of
/// occurrences in passages, and the bytes of the next part. Then for each article with it in the headline, and
/// after those for each passage with it anywhere: the step from the number before (from 0 for the first), doubled,
/// plus one where the word occurs once; else how often it occurs follows. Where an article has no headline, the
/// first ``leadLength`` words of its text stand in for one. An article with a word in its headline has it in its first
/// passage, which readers rely on.
///
/// Lists of one document after another, all in one pass over neighbouring bytes, are what makes a query cheap: a
/// posting costs a few nanoseconds, where Xapian's iterators take fifteen and a length look-up as much again.
enum WordTableLayout {
  static let fileName = "words.table"
  /// `RPWORDS1`, as a number with the little end first.
  static let mark: UInt64 = 0x3153_4452_4F57_5052
  /// How many words stand in for a headline that is missing.
  static let leadLength = 15
  /// The owner of an id that no document has.
  static let noArticle = UInt32.max

  /// Whether a term is a word: names of other fields begin with capitals, and words lie before and behind them.
  static func isWord(_ term: some Collection<UInt8>) -> Bool {
    term.first.map { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
  }

  /// The places of the header's numbers.
  enum Header: Int, CaseIterable {
    case mark, documentLimit, articles, words, postings, lengths, owners, articleTable, listEnds, nameEnds,
      names
    case end
  }
}

/// An article as the word table has it.
struct TabledArticle: Equatable {
  /// The id of its first passage; the others follow.
  var first: UInt32
  var passages: UInt32
  /// The number of words of the headline.
  var titleLength: UInt32
  /// The number of words, the headline's once.
  var length: UInt32
}

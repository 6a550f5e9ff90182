internal import Lexicons
internal import TextAnalysis

/// What an article tells, sentence by sentence, as sets of the words that carry it: what is left of a text when
/// it is told in other words.
///
/// Words of its own narration alone, without function words, cut to their first five letters ("inherits",
/// "inherited", "inheritance" are one); numbers whole.
struct StoryOutline {
  /// A sentence as the words that carry it.
  struct Sentence {
    /// All of them, each once, in order of their hashes.
    var words: [UInt64] = []
    /// Those that are written as names.
    var names: Set<UInt64> = []
    /// Those that are numbers.
    var numbers: Set<UInt64> = []
  }

  /// The sentences that have three words or more, in order.
  private(set) var sentences: [Sentence] = []
  /// All words, each once, in order of their hashes.
  private(set) var vocabulary: [UInt64] = []

  /// The numbers of its narration, each once, in order of their hashes.
  private(set) var numbers: [UInt64] = []

  /// Longer articles are outlined up to this many sentences.
  private static let longest = 250
  private static let letters = 5

  /// Outlines an article, without the words that an alignment shows to be quoted on the other side.
  init(of text: ComparableText, leavingOut quotedElsewhere: Set<Int> = []) {
    var current = Sentence()
    var sentence: UInt32 = 0
    let functionWords = FunctionWords.set(for: text.words)
    for (index, word) in text.words.words.enumerated() {
      let isFirst = word.sentence != sentence
      if isFirst {
        add(current)
        current = Sentence()
        sentence = word.sentence
        if sentences.count == Self.longest { break }
      }
      guard text.marks[index].isDisjoint(with: [.quoted, .furniture, .boilerplate, .repeated]),
        !quotedElsewhere.contains(index),
        let key = Self.key(of: index, text.text, text.words, functionWords: functionWords)
      else { continue }
      current.words.append(key)
      if word.isNumber {
        numbers.append(key)
        current.numbers.insert(key)
      } else if word.isCapitalised, !isFirst, index > 0 {
        current.names.insert(key)
      }
    }
    add(current)
    vocabulary = Set(sentences.flatMap(\.words)).sorted()
    numbers = Set(numbers).sorted()
  }

  private mutating func add(_ sentence: Sentence) {
    var sentence = sentence
    sentence.words = Set(sentence.words).sorted()
    if sentence.words.count >= 3 { sentences.append(sentence) }
  }

  /// What a word is compared by; nil for function words.
  ///
  /// - Parameter functionWords: those of the text's language.
  static func key(
    of index: Int, _ text: AnalysedText, _ words: WordList, functionWords: WordSet = FunctionWords.english
  ) -> UInt64? {
    let hash = words.hashes[index]
    let word = words.words[index]
    if word.isNumber { return hash }
    guard !functionWords.contains(hash) else { return nil }
    let token = text.tokens[Int(word.token)]
    let length = Int(token.lowercasedLength)
    guard length > 1 else { return nil }
    guard length > Self.letters else { return hash }
    let start = Int(token.lowercasedStart)
    guard let cut = Self.end(ofLetters: Self.letters, in: text.lowercased[start..<start + length]) else {
      return hash
    }
    var prefix = TokenHash()
    for offset in start..<cut { prefix.combine(text.lowercased[offset]) }
    return prefix.value
  }

  /// Where the first letters of a word in UTF-8 end; nil where it has no more than these.
  private static func end(ofLetters count: Int, in word: ArraySlice<UInt8>) -> Int? {
    var letters = 0
    for index in word.indices where word[index] & 0xc0 != 0x80 {
      if letters == count { return index }
      letters += 1
    }
    return nil
  }

  /// The share of the smaller vocabulary that the other has too, 0 to 1.
  func sharedVocabulary(with other: StoryOutline) -> Double {
    let smaller = min(vocabulary.count, other.vocabulary.count)
    return smaller == 0 ? 0 : Double(Self.common(vocabulary, other.vocabulary)) / Double(smaller)
  }

  /// The share of the fewer numbers that the other has too, 0 to 1; nil where there are fewer than three.
  func sharedNumbers(with other: StoryOutline) -> Double? {
    let fewer = min(numbers.count, other.numbers.count)
    return fewer < 3 ? nil : Double(Self.common(numbers, other.numbers)) / Double(fewer)
  }

  /// The number of words that two ordered lists share.
  static func common(_ one: [UInt64], _ other: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        count += 1
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

extension ComparableText {
  /// The share of the words that carry this article which another has too, 0 to 1.
  public func sharedVocabulary(with other: ComparableText) -> Double {
    let (own, others) = (StoryOutline(of: self).vocabulary, StoryOutline(of: other).vocabulary)
    return own.isEmpty ? 0 : Double(StoryOutline.common(own, others)) / Double(own.count)
  }
}

internal import Lexicons
internal import TextAnalysis

/// What an article tells, sentence by sentence, as sets of the words that carry it: what is left of a text when
/// it is told in other words.
///
/// Words of its own narration alone, without function words, cut to their first five letters ("inherits",
/// "inherited", "inheritance" are one); numbers whole.
struct StoryOutline {
  /// The words of each sentence that has three or more, in order, each once.
  private(set) var sentences: [[UInt64]] = []
  /// All words, each once, in order of their hashes.
  private(set) var vocabulary: [UInt64] = []

  /// The numbers of its narration, each once, in order of their hashes.
  private(set) var numbers: [UInt64] = []

  /// Longer articles are outlined up to this many sentences.
  private static let longest = 250
  private static let letters = 5

  /// Outlines an article, without the words that an alignment shows to be quoted on the other side.
  init(of text: ComparableText, leavingOut quotedElsewhere: Set<Int> = []) {
    var current: [UInt64] = []
    var sentence: UInt32 = 0
    for (index, word) in text.words.words.enumerated() {
      if word.sentence != sentence {
        add(current)
        current.removeAll(keepingCapacity: true)
        sentence = word.sentence
        if sentences.count == Self.longest { break }
      }
      guard text.marks[index].isDisjoint(with: [.quoted, .furniture, .boilerplate, .repeated]),
        !quotedElsewhere.contains(index), let key = Self.key(of: index, text.text, text.words)
      else { continue }
      current.append(key)
      if word.isNumber { numbers.append(key) }
    }
    add(current)
    vocabulary = Set(sentences.joined()).sorted()
    numbers = Set(numbers).sorted()
  }

  private mutating func add(_ words: [UInt64]) {
    let distinct = Set(words).sorted()
    if distinct.count >= 3 { sentences.append(distinct) }
  }

  /// What a word is compared by; nil for function words.
  static func key(of index: Int, _ text: AnalysedText, _ words: WordList) -> UInt64? {
    let hash = words.hashes[index]
    let word = words.words[index]
    if word.isNumber { return hash }
    guard !FunctionWords.english.contains(hash) else { return nil }
    let token = text.tokens[Int(word.token)]
    let length = Int(token.lowercasedLength)
    guard length > 1 else { return nil }
    guard length > Self.letters else { return hash }
    var prefix = TokenHash()
    let start = Int(token.lowercasedStart)
    for offset in start..<start + Self.letters { prefix.combine(text.lowercased[offset]) }
    return prefix.value
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

/// Words that tell nothing about a story.
enum FunctionWords {
  /// Those of English.
  static let english = WordSet(.functionWords, "en")
}

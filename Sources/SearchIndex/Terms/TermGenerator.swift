public import TextAnalysis

/// A term that a text gives, and where it stands.
public struct GeneratedTerm: Sendable, Equatable {
  /// How the term comes from the text.
  public enum Origin: Sendable, Equatable {
    /// The stem of one word or number, or one ideograph.
    case word
    /// Two neighbouring ideographs; kept without a position.
    case pair
    /// The parts of a word with hyphens, joined: `zt180` for ZT-180.
    case joined
  }

  /// The stem, without a prefix, as UTF-8.
  public let stem: [UInt8]
  /// The place among the words, from 1; that of the first for several.
  public let position: Int
  /// The tokens that it comes from, as indices into ``AnalysedText/tokens``.
  public let tokens: Range<Int>
  /// How it comes from them.
  public let origin: Origin
}

/// Makes terms of words, the same for what is indexed and for what is asked.
///
/// The rules are those of Xapian's `TermGenerator` at its strategy of stems alone (`STEM_ALL`): each word of at
/// most 64 bytes is a term at a position of its own, counted from 1; longer ones are left out. The differences
/// that were chosen: commas that group digits are left out of numbers, the accents of Latin letters are folded
/// after stemming, the parts of a word with hyphens are also indexed joined, at the position of the first, and so is a
/// word that a hyphen breaks at a line's end; Chinese, Japanese and Korean are always indexed by single characters and
/// pairs, and Thai, Lao, Burmese and Khmer by syllables and pairs of them. Stemmers are Snowball's (libstemmer).
///
/// ```swift
/// let generator = TermGenerator()
/// generator.terms(of: AnalysedText("Allies' ZT-180"), language: "en").map { String(decoding: $0.stem, as: UTF8.self) }
/// // ["alli", "zt", "zt180", "180"]
/// ```
///
/// Belongs to one thread.
public final class TermGenerator {
  /// The language of articles that declare none.
  public static let defaultLanguage = "en"
  /// What stands for a language whose words stay whole.
  public static let noStemming = "none"

  let cache: StemCache
  private var joined: [UInt8] = []

  /// Makes a generator with nothing remembered.
  public init() { cache = StemCache() }

  /// The terms of a text in order; a joined word comes after its first part.
  ///
  /// - Parameter language: The ISO 639-1 code of the stemmer; nil for ``defaultLanguage``.
  public func terms(of text: AnalysedText, language: String? = nil) -> [GeneratedTerm] {
    var terms: [GeneratedTerm] = []
    generate(text, tokens: text.tokens.indices, language: language, field: .text) {
      word, position, tokens, origin in
      let stem = cache.withTerm(word) { Array($0) }
      terms.append(GeneratedTerm(stem: stem, position: position, tokens: tokens, origin: origin))
    }
    return terms
  }

  /// The stems of a word that a query asks for, the first of them that of the word as it is typed.
  ///
  /// - Parameters:
  ///   - word: The word in lower case, as ``AnalysedText`` has it.
  ///   - language: The ISO 639-1 code of the stemmer.
  /// - Returns: Apart from the stem of the word, those of its other spellings: `sure` without its accents, `likely` with
  ///   the accents that its ending may have been typed without; each once.
  public func stems(ofWord word: String, language: String) -> (
    own: [UInt8], sure: [[UInt8]], likely: [[UInt8]]
  ) {
    let main = WordVariants.main(of: word, language: language)
    let own = stem(main, language)
    var seen = [own]
    func others(_ words: [String]) -> [[UInt8]] {
      words.map { stem($0, language) }.filter { stem in
        guard !seen.contains(stem) else { return false }
        seen.append(stem)
        return true
      }
    }
    let sure = others(WordVariants.unaccented(main).map { [$0] } ?? [])
    return (own, sure, others(WordVariants.accented(main, language: language)))
  }

  private func stem(_ word: String, _ language: String) -> [UInt8] {
    terms(of: AnalysedText(word), language: language).first?.stem ?? Array(word.utf8)
  }

  /// Gives the terms of some tokens to `take`, by the numbers that the cache has for their words; returns the number of
  /// positions used.
  @discardableResult
  @inline(__always)
  func generate(
    _ text: AnalysedText, tokens range: Range<Int>, language: String?, field: Field,
    take: (UInt32, Int, Range<Int>, GeneratedTerm.Origin) -> Void
  ) -> Int {
    let stemmer = cache.stemmer(language: language ?? Self.defaultLanguage)
    var position = 0
    var compoundEnd = range.lowerBound
    text.lowercased.withUnsafeBufferPointer { words in
      text.tokens.withUnsafeBufferPointer { tokens in
        for index in range where tokens[index].isWord {
          let token = tokens[index]
          let term = cache.number(of: Self.word(token, in: words), stemmer: stemmer, field: field)
          guard term > 0 else { continue }
          position += 1
          take(term, position, index..<index + 1, .word)
          if token.kind == .ideograph {
            guard let end = Self.pairEnd(index, tokens, range) else { continue }
            let start = Int(token.lowercasedStart)
            let length =
              Int(tokens[index + 1].lowercasedStart + UInt32(tokens[index + 1].lowercasedLength)) - start
            let both = UnsafeBufferPointer(rebasing: words[start..<start + length])
            take(cache.number(of: both, stemmer: stemmer, field: field), position, index..<end, .pair)
          } else if index >= compoundEnd, let end = Self.compoundEnd(index, tokens, range) {
            compoundEnd = end
            guard Self.isJoined(tokens[index..<end]) else { continue }
            let term = joinedTerm(tokens[index..<end], words, stemmer, field)
            if term > 0 { take(term, position, index..<end, .joined) }
          }
        }
      }
    }
    return position
  }

  /// The lower-case bytes of a token; none for one that is too long to be a term.
  @inline(__always)
  private static func word(_ token: Token, in words: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
  {
    guard token.lowercasedLength <= mostWordBytes else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(token.lowercasedStart)
    return UnsafeBufferPointer(rebasing: words[start..<start + Int(token.lowercasedLength)])
  }

  private static let mostWordBytes = 64
  private static let mostParts = 4
  private static let hyphens = Set(AnalysedText("- \u{2010} \u{2011}").tokens.map(\.hash))

  /// One past the ideograph that follows at once; nil where none does.
  private static func pairEnd(
    _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> Int? {
    let next = index + 1
    guard next < range.upperBound, tokens[next].kind == .ideograph, tokens[next].start == tokens[index].end
    else {
      return nil
    }
    return next + 1
  }

  /// One past the last token of the word with hyphens that begins at a token; nil where none does.
  @inline(__always)
  private static func compoundEnd(
    _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> Int? {
    guard index + 2 < range.upperBound, tokens[index + 1].kind == .mark,
      tokens[index + 1].start == tokens[index].end
    else { return nil }
    return longCompoundEnd(index, tokens, range)
  }

  private static func longCompoundEnd(
    _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> Int? {
    var end = index + 1
    while end + 1 < range.upperBound, tokens[end].kind == .mark, hyphens.contains(tokens[end].hash),
      tokens[end].start == tokens[end - 1].end,
      tokens[end + 1].start == tokens[end].end || isBroken(tokens[end - 1], tokens[end + 1]),
      tokens[end + 1].kind == .word || tokens[end + 1].kind == .number
    { end += 2 }
    return end > index + 1 ? end : nil
  }

  /// Whether the second part of a word stands on the line after the hyphen, as `coopera-⏎tion` has it.
  private static func isBroken(_ first: Token, _ second: Token) -> Bool {
    first.kind == .word && second.kind == .word && second.shape.contains(.lineStart)
      && second.shape.isDisjoint(with: .capitalised)
  }

  /// Whether the parts of a word with hyphens are one name: few, and not all numbers, as in a range of years.
  private static func isJoined(_ tokens: Slice<UnsafeBufferPointer<Token>>) -> Bool {
    (tokens.count + 1) / 2 <= mostParts && tokens.contains { $0.kind == .word }
  }

  private func joinedTerm(
    _ tokens: Slice<UnsafeBufferPointer<Token>>, _ words: UnsafeBufferPointer<UInt8>,
    _ stemmer: LanguageStemmer,
    _ field: Field
  ) -> UInt32 {
    joined.removeAll(keepingCapacity: true)
    for token in tokens where token.isWord {
      let start = Int(token.lowercasedStart)
      joined.append(contentsOf: words[start..<start + Int(token.lowercasedLength)])
    }
    guard joined.count <= Self.mostWordBytes else { return 0 }
    return joined.withUnsafeBufferPointer { cache.number(of: $0, stemmer: stemmer, field: field) }
  }
}

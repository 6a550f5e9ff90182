import TextAnalysis

/// The places of a text where the terms of a query occur.
struct ExtractMatches {
  /// A word or several in a row that a term of the query stands for.
  struct Match {
    /// Indices into ``AnalysedText/tokens``.
    let tokens: Range<Int>
    let term: Int
  }

  /// In the order of their first tokens.
  private(set) var all: [Match] = []

  /// Finds all matches in a text.
  init(of terms: ExtractTerms, in text: AnalysedText) {
    let keys = Self.keys(of: text, terms)
    text.lowercased.withUnsafeBufferPointer { lowercased in
      for index in text.tokens.indices where text.tokens[index].isWord {
        find(at: index, keys, text, lowercased, terms)
      }
    }
  }

  /// The key of each token; 0 for marks.
  private static func keys(of text: AnalysedText, _ terms: ExtractTerms) -> [UInt64] {
    text.lowercased.withUnsafeBufferPointer { lowercased in
      text.tokens.map { token in
        switch token.kind {
        case .mark: 0
        case .ideograph: token.hash
        case .word, .number: terms.key(lowercased.slice(token), token.hash)
        }
      }
    }
  }

  private mutating func find(
    at index: Int, _ keys: [UInt64], _ text: AnalysedText, _ lowercased: UnsafeBufferPointer<UInt8>,
    _ terms: ExtractTerms
  ) {
    if let term = terms.single(keys[index]) {
      all.append(Match(tokens: index..<index + 1, term: term))
    } else if let term = Self.prefixTerm(lowercased.slice(text.tokens[index]), terms) {
      all.append(Match(tokens: index..<index + 1, term: term))
    } else if let end = Self.endOfCompound(at: index, text),
      let term = terms.single(Self.joinedKey(text, index..<end, lowercased, terms))
    {
      all.append(Match(tokens: index..<end, term: term))
    }
    guard !terms.sequences.isEmpty, let sequences = terms.sequences[keys[index]] else { return }
    for sequence in sequences {
      if let end = Self.end(of: sequence.keys, at: index, keys, text) {
        all.append(Match(tokens: index..<end, term: sequence.term))
      }
    }
  }

  private static func prefixTerm(_ word: UnsafeBufferPointer<UInt8>, _ terms: ExtractTerms) -> Int? {
    guard !terms.prefixes.isEmpty else { return nil }
    if word.allSatisfy({ $0 < 0x80 }) { return terms.prefixes.first { begins(word, with: $0.bytes) }?.term }
    let folded = AccentFolding.folded(word)
    return folded.withUnsafeBufferPointer { folded in
      terms.prefixes.first { begins(folded, with: $0.bytes) }?.term
    }
  }

  private static func begins(_ word: UnsafeBufferPointer<UInt8>, with prefix: [UInt8]) -> Bool {
    guard word.count >= prefix.count else { return false }
    for index in prefix.indices where word[index] != prefix[index] { return false }
    return true
  }

  /// One past the last token of a sequence that begins at a token; marks between its words do not count.
  private static func end(of sequence: [UInt64], at index: Int, _ keys: [UInt64], _ text: AnalysedText)
    -> Int?
  {
    var position = index
    for key in sequence.dropFirst() {
      position += 1
      while position < keys.count, !text.tokens[position].isWord { position += 1 }
      guard position < keys.count, keys[position] == key else { return nil }
    }
    return position + 1
  }

  /// One past the last token that hyphens join to a word, with no space between; nil where none do.
  private static func endOfCompound(at index: Int, _ text: AnalysedText) -> Int? {
    var last = index
    while last + 2 < text.tokens.count {
      let (hyphen, next) = (text.tokens[last + 1], text.tokens[last + 2])
      guard !hyphen.isWord, hyphens.contains(hyphen.hash), next.isWord, !hyphen.shape.contains(.spaceBefore),
        !next.shape.contains(.spaceBefore)
      else { break }
      last += 2
    }
    return last > index ? last + 1 : nil
  }

  private static func joinedKey(
    _ text: AnalysedText, _ compound: Range<Int>, _ lowercased: UnsafeBufferPointer<UInt8>,
    _ terms: ExtractTerms
  ) -> UInt64 {
    let joined = compound.flatMap { lowercased.slice(text.tokens[$0]) }
    let normal = AccentFolding.folded(joined).filter { $0 != UInt8(ascii: "'") }
    return joined.withUnsafeBufferPointer { terms.key($0, TokenHash.hash(normal)) }
  }

  private static let hyphens = Set(["-", "\u{2010}", "\u{2011}"].map { TokenHash.hash($0.utf8) })
}

extension UnsafeBufferPointer<UInt8> {
  /// The lower-case form of a token, of which these bytes are the text's.
  fileprivate func slice(_ token: Token) -> UnsafeBufferPointer<UInt8> {
    let start = Int(token.lowercasedStart)
    return UnsafeBufferPointer(rebasing: self[start..<start + Int(token.lowercasedLength)])
  }
}

internal import TextAnalysis

/// Tells shared passages that are somebody's speech or document though their marks were lost.
struct SharedSpeech {
  /// The words that an article has beside a passage, so that how it speaks otherwise can be told.
  private static let enoughElsewhere = 40
  /// What somebody writes on a social network has at most this many words.
  private static let longestTweet = 60

  private let a: ComparableText
  private let b: ComparableText

  init(_ a: ComparableText, _ b: ComparableText) {
    self.a = a
    self.b = b
  }

  /// Whether a chain is a pasted document or a speech: both texts announce it with a colon, or it speaks in the first
  /// person and names somebody as social networks do, or where the rest of one of the articles does not.
  func contains(_ chain: Alignment.Chain, _ runs: ArraySlice<Alignment.Run>) -> Bool {
    if followsColon(chain.aWords.lowerBound, in: a), followsColon(chain.bWords.lowerBound, in: b) {
      return true
    }
    let spoken = runs.reduce(0) { $0 + firstPersonWords($1.aWords, in: a) }
    if spoken > 0, chain.matched <= Self.longestTweet, runs.contains(where: { holdsHandle($0.aWords) }) {
      return true
    }
    guard spoken >= 2, spoken * 12 >= chain.matched else { return false }
    return [a, b].contains { text in
      let wordsElsewhere = text.narrationWords - chain.matched
      let spokenElsewhere = text.firstPersonNarration() - spoken
      return wordsElsewhere >= Self.enoughElsewhere && spokenElsewhere * 100 < wordsElsewhere
    }
  }

  /// Whether a chain speaks in the first person, quoted or not: an interview is no narration that could be excerpted.
  func isFirstPerson(_ chain: Alignment.Chain, _ runs: ArraySlice<Alignment.Run>) -> Bool {
    let spoken = runs.reduce(0) { count, run in
      count + run.aWords.count { SpeechWords.firstPerson.contains(a.words.hashes[$0]) }
    }
    return spoken >= 2 && spoken * 15 >= chain.matched
  }

  /// Whether a word, or one of the two before it, begins a line after a colon.
  private func followsColon(_ word: Int, in text: ComparableText) -> Bool {
    (max(0, word - 2)...word).contains { first in
      let token = Int(text.words.words[first].token)
      return token > 0 && text.text.tokens[token - 1].hash == PunctuationMark.colon
        && text.text.tokens[token].shape.contains(.lineStart)
    }
  }

  /// Whether a name on a social network stands among some words of the first text.
  private func holdsHandle(_ range: Range<Int>) -> Bool {
    range.contains { word in
      let token = Int(a.words.words[word].token)
      return token > 0 && a.text.tokens[token - 1].hash == PunctuationMark.at
        && !a.text.tokens[token].shape.contains(.spaceBefore)
    }
  }

  private func firstPersonWords(_ range: Range<Int>, in text: ComparableText) -> Int {
    range.count {
      !text.marks[$0].contains(.quoted) && SpeechWords.firstPerson.contains(text.words.hashes[$0])
    }
  }
}

extension ComparableText {
  /// The words of the first person in what is the article's own narration.
  fileprivate func firstPersonNarration() -> Int {
    marks.indices.count { index in
      marks[index].isDisjoint(with: [.quoted, .notOwn])
        && SpeechWords.firstPerson.contains(words.hashes[index])
    }
  }
}

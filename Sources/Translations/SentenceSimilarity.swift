/// How alike the sentences of two texts are, one of them English: what was found of what could be, by weight.
///
/// Dice's coefficient over translation sets, in the way of Etchegoyhen and Azpeitia, "Set-Theoretic Alignment for Comparable
/// Corpora" (ACL 2016), with the weights of inverse document frequency.
struct SentenceSimilarity {
  private let rules: TranslationRules
  private let stems = EnglishStems.table
  private let english: [TranslatableSentence]
  /// The English sentences that have a stem, a name or a number, in order.
  private var sentencesOfStem: [UInt16: [Int32]] = [:]
  private var sentencesOfName: [UInt32: [Int32]] = [:]
  private var sentencesOfNumber: [String: [Int32]] = [:]
  /// What each English sentence could give.
  private var givable: [Float] = []

  init(english text: TranslatableText, rules: TranslationRules) {
    self.rules = rules
    english = text.sentences
    for (number, sentence) in english.enumerated() {
      var sum: Float = 0
      for word in sentence.words {
        if let stem = word.stems.first { sentencesOfStem[stem, default: []].append(Int32(number)) }
        if let name = word.name { sentencesOfName[name, default: []].append(Int32(number)) }
        sum += weightInEnglish(word)
      }
      for digits in sentence.numbers {
        sentencesOfNumber[digits, default: []].append(Int32(number))
        sum += weight(ofNumber: digits)
      }
      givable.append(sum)
    }
  }

  /// What a foreign sentence found in each English one, and what it could have found.
  struct Row {
    var found: [Float]
    var findable: Float
  }

  /// Looks a foreign sentence up in all English ones.
  func row(of sentence: TranslatableSentence) -> Row {
    var row = Row(found: [Float](repeating: 0, count: english.count), findable: 0)
    var best: [Int32: Float] = [:]
    for word in sentence.words {
      best.removeAll(keepingCapacity: true)
      if let name = word.name, let others = sentencesOfName[name] {
        for other in others { best[other] = rules.nameWeight }
      }
      // Of a word with many senses each tells less; the commonest is what could be found.
      let damping = 1 + 0.1 * Float(word.stems.count)
      var commonest: Float?
      for stem in word.stems {
        let weight = stems.weight(of: stem) / damping
        commonest = min(commonest ?? weight, weight)
        for other in sentencesOfStem[stem] ?? [] { best[other] = max(best[other] ?? 0, weight) }
      }
      row.findable += commonest ?? (word.name == nil ? 0 : rules.nameWeight)
      for (other, weight) in best { row.found[Int(other)] += weight }
    }
    for digits in sentence.numbers {
      row.findable += weight(ofNumber: digits)
      for other in sentencesOfNumber[digits] ?? [] { row.found[Int(other)] += weight(ofNumber: digits) }
    }
    return row
  }

  /// The similarity, 0 to 1, of one or two foreign sentences with one or two English ones.
  func similarity(_ rows: ArraySlice<Row>, _ others: Range<Int>) -> Float {
    var (found, findable, given): (Float, Float, Float) = (0, 0, 0)
    for row in rows {
      findable += row.findable
      for other in others { found += row.found[other] }
    }
    for other in others { given += givable[other] }
    return findable + given > 0 ? min(1, 2 * min(found, findable) / (findable + given)) : 0
  }

  private func weightInEnglish(_ word: TranslatableSentence.Word) -> Float {
    if let stem = word.stems.first { return rules.findableShare * stems.weight(of: stem) }
    return word.name == nil ? 0 : rules.nameWeight
  }

  private func weight(ofNumber digits: String) -> Float {
    digits.utf8.count > 2 ? rules.longNumberWeight : rules.shortNumberWeight
  }
}

/// Looks up names given as words in the gazetteer.
package enum EntityPhrase {
  /// What stands at a phrase.
  package static func entry(_ words: ArraySlice<String>) -> Gazetteer.Entry? {
    var phrase = PhraseHash()
    for word in words { phrase.append(NameToken(word: word, number: 0).hash) }
    return Gazetteer.shared[phrase]
  }

  /// The lists that a word stands on.
  package static func classes(of word: String) -> WordClasses {
    Gazetteer.shared.classes(ofWord: NameToken(word: word, number: 0).hash)
  }
}

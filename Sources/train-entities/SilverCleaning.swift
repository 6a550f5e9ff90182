import Articles
import Entities

/// Mends the labels of a set that was marked by machines with other conventions.
///
/// Titles are taken off people, nationalities and religions are no places, countries are places and well-known
/// organisations are organisations whatever the mark, and a name after `Mr.` is a person's.
struct SilverCleaning {
  private let gazetteer = Gazetteer.shared
  private static let courtesy: Set<String> = ["Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"]

  func cleaned(_ example: TrainingExample) -> TrainingExample {
    var example = example
    example.setSpans(example.spans.compactMap { cleaned($0, in: example.words) })
    return example
  }

  private func cleaned(_ span: NameSpan, in words: [String]) -> NameSpan? {
    var span = span
    while !span.tokens.isEmpty, isTitle(words[span.tokens.lowerBound], span) { span.tokens.removeFirst() }
    while !span.tokens.isEmpty, isSmall(words[span.tokens.lowerBound]) { span.tokens.removeFirst() }
    while !span.tokens.isEmpty, isTitle(words[span.tokens.lowerBound], span) { span.tokens.removeFirst() }
    while !span.tokens.isEmpty, ["'s", ",", "."].contains(words[span.tokens.upperBound - 1]) {
      span.tokens.removeLast()
    }
    guard !span.tokens.isEmpty else { return nil }
    let names = words[span.tokens]
    if names.allSatisfy({ classes(of: $0).contains(.demonym) }) && !isPlace(names) { return nil }
    if span.tokens.lowerBound > 0, Self.courtesy.contains(words[span.tokens.lowerBound - 1]) {
      span.entityClass = .person
      return span
    }
    if let entry = EntityPhrase.entry(names) {
      if !entry.classes.isDisjoint(with: [.country, .region]) && entry.organisation == 0 {
        span.entityClass = .place
      } else if entry.organisation > 0 && entry.place == 0
        && entry.classes.isDisjoint(with: [.surname, .givenName])
      {
        span.entityClass = .organisation
      }
    }
    return span
  }

  /// Whether a word in lower case begins no name: `southern`, `the`, but not `bin` or `al-Qaida`.
  private func isSmall(_ word: String) -> Bool {
    guard word.allSatisfy({ !$0.isUppercase }) else { return false }
    return !["bin", "al", "el", "von", "van", "de", "da", "del", "di", "la", "ben"].contains(word)
  }

  private func isPlace(_ names: ArraySlice<String>) -> Bool {
    guard let entry = EntityPhrase.entry(names) else { return false }
    return !entry.classes.isDisjoint(with: [.country, .largeCity])
  }

  private func isTitle(_ word: String, _ span: NameSpan) -> Bool {
    guard span.entityClass == .person else { return false }
    let classes = classes(of: word)
    let isTitle =
      classes.contains(.title)
      || ["Prime", "Vice", "Deputy", "Former", "Foreign", "of", "State"].contains(word)
    return isTitle && classes.isDisjoint(with: [.givenName])
      || (classes.contains(.demonym) && span.tokens.count > 1)
  }

  private func classes(of word: String) -> WordClasses { EntityPhrase.classes(of: word) }
}

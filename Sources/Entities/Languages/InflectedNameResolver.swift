internal import Articles
internal import TextAnalysis

/// Resolves the names of one article in a language that inflects them: each name to its nominative, the short form of a
/// person's name to the long one, a place or organisation to the record that the gazetteer has of it.
struct InflectedNameResolver {
  /// What a name of the article stands for.
  struct Resolved {
    var entityClass: EntityClass
    var key: String
    var canonical: String
    var record: UInt16 = 0
  }

  /// One name, however often the article has it.
  struct Name {
    var entityClass: EntityClass
    /// Its words in their normal form.
    var words: [String]
    var written: String
    var mentions: Int
    var entry: Gazetteer.Entry?
  }

  private struct Identity: Hashable {
    var entityClass: EntityClass
    var words: PhraseHash
  }

  private let document: NameDocument
  private let title: String
  private let text: String
  private let gazetteer: Gazetteer

  init(_ document: NameDocument, title: String, text: String, gazetteer: Gazetteer) {
    self.document = document
    self.title = title
    self.text = text
    self.gazetteer = gazetteer
  }

  /// The mentions of the spans, in their order.
  ///
  /// - Parameter titleCount: How many of the document's tokens are of the article's title.
  func mentions(of spans: [NameSpan], titleCount: Int) -> RecognisedArticle {
    let found = spans.map(trimmed).filter { span in span.tokens.contains { document.tokens[$0].hasCapital } }
    let repeated = RepeatedFamilies(document: document, gazetteer: gazetteer) { index in
      words(of: NameSpan(tokens: index..<index + 1, entityClass: .person)).first ?? ""
    }
    let spans = repeated.added(to: found)
    var numbers: [Identity: Int] = [:]
    var names: [Name] = []
    var nameOfSpan: [Int] = []
    for span in spans {
      let identity = Identity(entityClass: span.entityClass, words: document.phrase(span.tokens))
      let number = numbers[identity] ?? names.count
      if number == names.count { names.append(name(span)) } else { names[number].mentions += 1 }
      numbers[identity] = number
      nameOfSpan.append(number)
    }
    let resolved = resolve(names, nameOfSpan)
    var mentions: (title: [Mention], text: [Mention]) = ([], [])
    for (span, number) in zip(spans, nameOfSpan) {
      guard let found = resolved[number] else { continue }
      let mention = mention(span, found)
      if span.tokens.lowerBound < titleCount {
        mentions.title.append(mention)
      } else {
        mentions.text.append(mention)
      }
    }
    return RecognisedArticle(title: mentions.title, text: mentions.text)
  }

  // MARK: Spans

  /// A span without marks at its ends, and without titles before a person.
  private func trimmed(_ span: NameSpan) -> NameSpan {
    var range = span.tokens
    while range.count > 1, !document.tokens[range.lowerBound].isWord { range.removeFirst() }
    while range.count > 1, !document.tokens[range.upperBound - 1].isWord { range.removeLast() }
    while span.entityClass == .person, range.count > 1, isTitle(document.tokens[range.lowerBound]) {
      range.removeFirst()
    }
    return NameSpan(tokens: range, entityClass: span.entityClass)
  }

  private func isTitle(_ token: NameToken) -> Bool {
    let classes = gazetteer.classes(ofWord: token.hash)
    return classes.contains(.title) && classes.isDisjoint(with: [.givenName, .surname])
  }

  private func source(_ span: NameSpan) -> String {
    document.tokens[span.tokens.lowerBound].flags.contains(.inTitle) ? title : text
  }

  private func bytes(_ span: NameSpan) -> Range<Int> {
    document.tokens[span.tokens.lowerBound].range
      .lowerBound..<document.tokens[span.tokens.upperBound - 1].range.upperBound
  }

  /// The words of a span in their normal form.
  private func words(of span: NameSpan) -> [String] {
    var source = source(span)
    return source.withUTF8 { bytes in
      document.tokens[span.tokens].filter(\.isWord).map {
        WordForm.string(UnsafeBufferPointer(rebasing: bytes[$0.range]))
      }
    }
  }

  private func name(_ span: NameSpan) -> Name {
    var entry = gazetteer[document.phrase(span.tokens)]
    if let known = entry, known.classes.contains(.capitalsOnly),
      document.tokens[span.tokens.lowerBound].form != .allCapitals
    {
      entry = nil
    }
    let written = Self.written(source(span), bytes(span))
    return Name(
      entityClass: span.entityClass, words: words(of: span), written: written, mentions: 1, entry: entry)
  }

  private func mention(_ span: NameSpan, _ found: Resolved) -> Mention {
    let range = bytes(span)
    return Mention(
      entityClass: found.entityClass, range: range, name: Self.written(source(span), range),
      canonicalName: found.canonical, key: EntityKey(entityClass: found.entityClass, text: found.key),
      recordNumber: found.record)
  }

  /// A part of a text on one line: as it is where it holds nothing but ASCII and Cyrillic letters with single spaces.
  private static func written(_ text: String, _ range: Range<Int>) -> String {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      var before: UInt8 = 0
      for byte in part {
        let isPlain = byte &- 0x20 < 0x60 || byte == 0xD0 || byte == 0xD1 || byte & 0xC0 == 0x80
        guard isPlain, byte != 0x20 || before != 0x20 else { return nil }
        before = byte
      }
      return String(decoding: part, as: UTF8.self)
    }
    return plain.flatMap(\.self) ?? MentionResolver.written(text, range)
  }

  // MARK: Entities

  /// What each name stands for; nil for one without a word.
  private func resolve(_ names: [Name], _ nameOfSpan: [Int]) -> [Resolved?] {
    let people = people(names, nameOfSpan)
    let things = InflectedThings(names, gazetteer: gazetteer)
    return names.indices.map { number in
      guard names[number].words.contains(where: { !$0.isEmpty }) else { return nil }
      if names[number].entityClass == .person { return people[number] }
      return things.resolved(number)
    }
  }

  private func people(_ names: [Name], _ nameOfSpan: [Int]) -> [Int: Resolved] {
    let isGiven = { (word: String) in gazetteer.classes(ofWord: NormalForm.hash(word)).contains(.givenName) }
    let isForm = { (word: String) in
      isGiven(word) || RussianForms.given(word, isKnown: isGiven).contains { isGiven($0.nominative) }
    }
    let parsed = names.indices.compactMap { number -> (number: Int, name: InflectedPeople.Name)? in
      guard names[number].entityClass == .person else { return nil }
      return InflectedPeople.Name(names[number].words, isGiven: isForm).map { (number, $0) }
    }
    let lemmas = InflectedPeople(parsed.map(\.name), isKnownGiven: isGiven)
    let entries = parsed.map { number, name in
      let lemma = lemmas.nominatives[name] ?? name
      return ArticlePeople.Entry(
        number: number, name: lemma.person, written: lemma == name ? names[number].written : lemma.written,
        isGivenName: name.given.isEmpty && isForm(name.family), mentions: names[number].mentions)
    }
    let people = ArticlePeople(entries, mentions: nameOfSpan)
    var resolved: [Int: Resolved] = [:]
    for (number, _) in parsed {
      guard let person = people.entity(of: number) else { continue }
      resolved[number] = Resolved(
        entityClass: .person, key: EntityKey.clipped(person.key), canonical: person.written)
    }
    return resolved
  }
}

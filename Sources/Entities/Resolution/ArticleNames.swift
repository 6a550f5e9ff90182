internal import Articles
internal import Lexicons
internal import TextAnalysis

/// The distinct names of one article, and the entity that each stands for.
struct ArticleNames {
  /// One name, however often it is mentioned.
  struct Name {
    var entityClass: EntityClass
    /// The words of its first mention.
    var words: NameWords
    /// The name as first written.
    var written: String
    var mentions: Int
    /// For a person.
    var person: PersonName?
    /// Whether its first mention calls the person somebody's relative.
    var isRelative = false
    var key: String
    var canonical: String
    var record: UInt16 = 0
    /// Of a ministry, court or army, the adjective of its country, which stands before it.
    var nationality: String?
    /// Whether the name stands for nothing but itself.
    var isOwnKey: Bool { key == words.plainKey }
  }

  private struct Identity: Hashable {
    var entityClass: EntityClass
    var phrase: PhraseHash
    var nationality: String?

    /// The phrase says nearly all of it.
    func hash(into hasher: inout Hasher) { hasher.combine(phrase) }
  }

  /// What a name stands for.
  struct Resolved {
    var entityClass: EntityClass
    var key: String
    var canonical: String
    var record: UInt16
    /// Whether it is the word for a body, as `the committee`, and no body's own name.
    var isBody: Bool
  }

  private var names: [Name] = []
  private var nameOfSpan: [Int] = []
  private let acronyms: [(acronym: Int, name: Int)]
  /// What the names stand for; nil for those that hold no word.
  private var resolved: [Resolved?] = []

  /// Collects the names of some spans, whose tokens are in the document.
  init(spans: [NameSpan], document: NameDocument, title: String, text: String) {
    var numbers = [Identity: Int](minimumCapacity: spans.count)
    let bodies = NationalBodies(document)
    nameOfSpan.reserveCapacity(spans.count)
    for span in spans {
      let nationality = bodies.adjective(before: span)
      let identity = Identity(
        entityClass: span.entityClass, phrase: document.phrase(span.tokens), nationality: nationality)
      if let number = numbers[identity] {
        names[number].mentions += 1
        nameOfSpan.append(number)
      } else {
        numbers[identity] = names.count
        nameOfSpan.append(names.count)
        var name = Self.name(span, document, title: title, text: text)
        if let nationality, name.record == 0 { name.belongs(to: nationality) }
        names.append(name)
      }
    }
    var acronyms: [(acronym: Int, name: Int)] = []
    for index in spans.indices.dropFirst()
    where Self.isInBrackets(spans[index], after: spans[index - 1], document) {
      let isForeign = ForeignNames.isForeign(spans[index - 1], document)
      acronyms.append(
        isForeign
          ? (nameOfSpan[index - 1], nameOfSpan[index]) : (nameOfSpan[index], nameOfSpan[index - 1]))
    }
    self.acronyms = acronyms
  }

  /// The name of a span, by its place among the spans; nil where it holds no word.
  func name(ofSpan index: Int) -> Resolved? { resolved[nameOfSpan[index]] }

  private static func name(_ span: NameSpan, _ document: NameDocument, title: String, text: String) -> Name {
    let tokens = document.tokens[span.tokens]
    let source = tokens.first?.flags.contains(.inTitle) == true ? title : text
    let words =
      source.utf8.withContiguousStorageIfAvailable { NameWords(tokens, bytes: $0) } ?? NameWords(source)
    let range = Int(tokens.first?.start ?? 0)..<Int(tokens.last?.end ?? 0)
    let written = MentionResolver.written(source, range)
    var name = Name(
      entityClass: span.entityClass, words: words, written: written, mentions: 1, key: "", canonical: written)
    if span.entityClass == .person, let entry = words.entry, Self.isOrganisation(words, entry) {
      name.entityClass = .organisation
      name.record = entry.organisation
      name.canonical = Gazetteer.shared.record(name.record)?.name ?? written
    } else if span.entityClass == .person {
      let person = PersonName(words)
      name.person = person
      name.isRelative = KinWords.stand(beside: span, in: document)
      name.key = EntityKey.text(of: person)
      return name
    } else if span.entityClass == .place, words.entry == nil, words.isOutlet {
      name.entityClass = .organisation
    } else if let entry = words.entry {
      name.entityClass = Self.entityClass(span.entityClass, entry)
      name.record = name.entityClass == .place ? entry.place : entry.organisation
    }
    name.key = EntityKey.text(of: words, as: name.entityClass)
    if span.entityClass != .person, let record = Gazetteer.shared.record(name.record) {
      // Lübeck as the article has it, but `Constanta` for `CONSTANTA` and `United States` for `US`.
      let isSame = !words.isCapitals && name.key == words.plainKey
      name.canonical = isSame ? written : record.name
    }
    return name
  }

  /// Whether a name taken for a person's is known as an organisation's only: several words, or in capitals.
  private static func isOrganisation(_ words: NameWords, _ entry: Gazetteer.Entry) -> Bool {
    entry.organisation > 0 && entry.place == 0 && (words.words.count > 1 || words.isCapitals)
      && entry.classes.isDisjoint(with: [.surname, .givenName])
  }

  /// The class of a name that the gazetteer knows as one thing only: a country, or an organisation.
  private static func entityClass(_ found: EntityClass, _ entry: Gazetteer.Entry) -> EntityClass {
    if found == .organisation && entry.classes.contains(.country) && entry.organisation == 0 { return .place }
    let isOnlyOrganisation =
      entry.organisation > 0 && entry.place == 0
      && entry.classes.isDisjoint(with: [.commonWord, .surname, .givenName])
    return found == .place && isOnlyOrganisation ? .organisation : found
  }

  /// Whether a span is an acronym in brackets right after another organisation: `Agency (IAEA)`.
  private static func isInBrackets(_ span: NameSpan, after before: NameSpan, _ document: NameDocument) -> Bool
  {
    guard span.tokens.lowerBound == before.tokens.upperBound + 1,
      document.tokens[before.tokens.upperBound].form == .opening, span.entityClass == before.entityClass
    else { return false }
    if ForeignNames.isForeign(span, document) || ForeignNames.isForeign(before, document) { return true }
    guard span.entityClass == .organisation, span.tokens.count == 1, before.tokens.count > 1 else {
      return false
    }
    let form = document.tokens[span.tokens.lowerBound].form
    return form == .allCapitals || form == .dotted
  }

  // MARK: Resolving

  /// Decides what each name stands for.
  mutating func resolve() {
    vote()
    var people = ArticlePeople(
      names.indices.compactMap { number in
        names[number].person.map {
          ArticlePeople.Entry(
            number: number, name: $0, written: names[number].written,
            isGivenName: names[number].words.hashes.count == 1
              && Gazetteer.shared.classes(ofWord: names[number].words.hashes[0]).contains(.givenName),
            mentions: names[number].mentions, isRelative: names[number].isRelative)
        }
      }, mentions: nameOfSpan)
    for number in names.indices { resolve(number, &people) }
    resolveAcronyms()
    resolveShortOrganisations()
    resolveNationalBodies()
    resolveHalves()
    resolved = names.indices.map(resolved)
  }

  private func resolved(_ number: Int) -> Resolved? {
    guard !names[number].key.isEmpty else { return nil }
    let hashes = names[number].words.hashes
    return Resolved(
      entityClass: names[number].entityClass, key: names[number].key, canonical: names[number].canonical,
      record: names[number].record,
      isBody: hashes.count == 1 && NoNames.bodies.contains(hashes[0]) && names[number].isOwnKey)
  }

  /// Gives a single word that was read in several ways the class that it has in two of three mentions.
  private mutating func vote() {
    let single = names.indices.filter { names[$0].words.words.count == 1 && names[$0].record == 0 }
    var seen = HashSet()
    guard single.contains(where: { !seen.insert(names[$0].words.hashes[0]) }) else { return }
    var byWord: [String: [Int]] = [:]
    for number in single { byWord[names[number].words.words[0], default: []].append(number) }
    for numbers in byWord.values where numbers.count > 1 {
      guard let most = numbers.max(by: { names[$0].mentions < names[$1].mentions }) else { continue }
      let all = numbers.reduce(0) { $0 + names[$1].mentions }
      guard names[most].mentions * 3 >= all * 2 else { continue }
      for number in numbers where number != most {
        names[number].entityClass = names[most].entityClass
        names[number].person = names[most].person
        names[number].key = names[most].key
        names[number].canonical = names[most].canonical
      }
    }
  }

  /// Joins `the Union` or `Bilfinger` to the one longer organisation that ends or begins with the word; a chamber, as
  /// `the House`, only to its own full name.
  private mutating func resolveShortOrganisations() {
    var longNames: [String: [Int]] = [:]
    for number in names.indices where names[number].entityClass == .organisation {
      let words = names[number].words.words
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      longNames[first, default: []].append(number)
      if last != first { longNames[last, default: []].append(number) }
    }
    for number in names.indices
    where names[number].entityClass == .organisation && names[number].record == 0
      && names[number].words.words.count == 1
    {
      let word = names[number].words.words[0]
      let isChamber = Self.chambers.contains(names[number].words.hashes[0])
      let long = longNames[word, default: []].filter {
        guard isChamber else { return true }
        let words = names[$0].words.words
        return words.first == word && Self.wholes.contains(NameWords.joined(words.dropFirst()))
      }
      join(number, toOneOf: long)
    }
  }

  /// Joins a name to those others where all of them are one entity.
  private mutating func join(_ number: Int, toOneOf others: [Int]) {
    guard let first = others.first, others.allSatisfy({ names[$0].key == names[first].key }) else { return }
    join(number, to: first)
  }

  /// Words that longer names of other bodies begin or end with, and what follows them in their own full names.
  private static let chambers = HashSet(.sharedBodyWords)
  private static let wholes = Set(Lexicon.entries(.bodyComplements))

  /// Joins `the North` to North Korea where the article names no other place that begins so.
  private mutating func resolveHalves() {
    for number in names.indices where names[number].entityClass == .place && names[number].record == 0 {
      guard names[number].words.words.count == 1, let word = names[number].words.words.first,
        word == "north" || word == "south"
      else { continue }
      let whole = names.indices.filter {
        names[$0].entityClass == .place && names[$0].words.words.count > 1
          && names[$0].words.words.first == word
      }
      join(number, toOneOf: whole)
    }
  }

  /// Joins `the Foreign Ministry` to the one that the article gives a nationality.
  private mutating func resolveNationalBodies() {
    var national: [[String]: [Int]] = [:]
    for number in names.indices where names[number].nationality != nil {
      national[names[number].words.words, default: []].append(number)
    }
    guard !national.isEmpty else { return }
    for number in names.indices
    where names[number].entityClass == .organisation && names[number].nationality == nil {
      join(number, toOneOf: national[names[number].words.words, default: []])
    }
  }

  private mutating func resolve(_ number: Int, _ people: inout ArticlePeople) {
    if names[number].entityClass == .person {
      guard let entity = people.entity(of: number) else { return }
      names[number].key = entity.key
      names[number].canonical = entity.written
    } else if names[number].record == 0, names[number].words.words.count == 1,
      let entity = people.onlyPerson(ofFamily: names[number].key)
    {
      // A family name taken for an organisation or place once is the person of the rest of the article.
      names[number].entityClass = .person
      names[number].key = entity.key
      names[number].canonical = entity.written
    }
  }

  private mutating func resolveAcronyms() {
    joinBracketed()
    // Made for the first acronym: most articles have none that their long names do not stand beside.
    var initials: [String: [Int]]?
    for number in names.indices
    where names[number].entityClass == .organisation && names[number].record == 0
      && names[number].words.words.count == 1 && names[number].words.isCapitals
    {
      let all = initials ?? initialsOfOrganisations()
      initials = all
      if let long = all[names[number].words.words[0]], long.count == 1 { join(number, to: long[0]) }
    }
  }

  /// Joins all names of the entity of an acronym to the name that it stands in brackets after.
  private mutating func joinBracketed() {
    guard !acronyms.isEmpty else { return }
    var numbers = Dictionary(grouping: names.indices, by: { names[$0].key })
    for pair in acronyms {
      let (key, newKey) = (names[pair.acronym].key, names[pair.name].key)
      let joined = numbers[key, default: []]
      for number in joined { join(number, to: pair.name) }
      guard key != newKey else { continue }
      numbers[key] = nil
      numbers[newKey, default: []] += joined
    }
  }

  /// The organisations of several words, by their initials.
  private func initialsOfOrganisations() -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for number in names.indices
    where names[number].entityClass == .organisation && names[number].words.words.count > 1 {
      found[Self.initials(names[number].words), default: []].append(number)
    }
    return found
  }

  /// A short name becomes the long one's: what an article says of an acronym counts more than the gazetteer.
  private mutating func join(_ short: Int, to long: Int) {
    names[short].key = names[long].key
    names[short].canonical = names[long].canonical
    names[short].record = names[long].record
  }

  /// The first letters of the words that are no particles.
  private static func initials(_ name: NameWords) -> String {
    var letters = ""
    for (word, hash) in zip(name.words, name.hashes)
    where Gazetteer.shared.classes(ofWord: hash).isDisjoint(with: [.particle, .functionWord]) {
      letters += word.prefix(1)
    }
    return letters
  }
}

internal import Articles
internal import Entities
internal import SearchIndex

/// Counts the articles that match a query by outlet, month and the names in their passages.
struct FacetCounter {
  /// Up to so many passages their names are read one by one; for more, the entities are gone through.
  private static let fewPassages = 5_000
  /// How many entities are gone through at a time.
  private static let batch = 64

  private let archive: Archive
  private let limit: Int
  private let matches: [MatchingArticle]
  private let passageCount: Int
  /// For each article the number of its text; nil where there are too many.
  private let texts: [Int]?
  private let textCount: Int?

  private let answers: QueryAnswers

  /// - Parameter answers: What is counted.
  init(archive: Archive, answers: QueryAnswers, limit: Int) throws(ArchiveError) {
    self.answers = answers
    self.archive = archive
    self.limit = limit
    matches = try indexed { () throws(IndexError) in try archive.reader.passages(of: answers.articles) }
    passageCount = matches.reduce(0) { $0 + $1.passages.count }
    guard passageCount <= SearchFacets.mostComparedPassages else {
      (texts, textCount) = (nil, nil)
      return
    }
    var distinct = DistinctTexts()
    var texts: [Int] = []
    for start in stride(from: 0, to: matches.count, by: Self.batch) {
      let some = matches[start..<min(start + Self.batch, matches.count)]
      let lists = try indexed { () throws(IndexError) in
        try archive.reader.fingerprints(of: some.flatMap(\.passages))
      }
      var next = 0
      for match in some {
        texts.append(distinct.text(of: Set(lists[next..<next + match.passages.count].joined())))
        next += match.passages.count
      }
    }
    (self.texts, textCount) = (texts, distinct.count)
  }

  /// The counts of all matches and of each field.
  func facets(_ fields: [FacetField]) throws(ArchiveError) -> SearchFacets {
    var facets: [Facet] = []
    for field in fields { facets.append(Facet(field: field, values: try values(of: field))) }
    return SearchFacets(
      basis: answers.basis, passages: passageCount, articles: matches.count, texts: textCount, facets: facets)
  }

  private func values(of field: FacetField) throws(ArchiveError) -> [FacetValue] {
    switch field {
    case .outlet: try outlets()
    case .month: try months()
    case .language: try languages()
    case .person: try entities(.person)
    case .organisation: try entities(.organisation)
    case .place: try entities(.place)
    }
  }

  private func value(_ key: String, named name: String, _ count: FacetTally.Count) -> FacetValue {
    FacetValue(
      name: name, key: key, articles: count.articles, texts: texts == nil ? nil : count.texts.count)
  }

  // MARK: Outlets and months

  private func outlets() throws(ArchiveError) -> [FacetValue] {
    let outlets = try indexed { () throws(IndexError) in
      try archive.reader.outlets(of: matches.map(\.article))
    }
    let chosen = tally(outlets).most(limit)
    let records = try archive.records(at: chosen.map { matches[$0.count.example].article })
    return zip(chosen, records).map { value($0.value, named: $1.article.outlet ?? $0.value, $0.count) }
  }

  private func languages() throws(ArchiveError) -> [FacetValue] {
    let languages = try indexed { () throws(IndexError) in
      try archive.reader.languages(of: matches.map(\.article))
    }
    return tally(languages).most(limit).map { value($0.value, named: $0.value, $0.count) }
  }

  private func months() throws(ArchiveError) -> [FacetValue] {
    let dates = try indexed { () throws(IndexError) in
      try archive.reader.publicationDates(of: matches.map(\.article))
    }
    let months = tally(dates.map { $0.map { $0.monthText } })
    return months.most(.max).sorted { $0.value < $1.value }.map {
      value($0.value, named: $0.value, $0.count)
    }
  }

  /// Counts articles by the one value that each has.
  private func tally(_ values: [String?]) -> FacetTally {
    var tally = FacetTally()
    for (article, value) in values.enumerated() {
      if let value { tally.add(value, article: article, text: texts?[article]) }
    }
    return tally
  }

  // MARK: Entities

  private func entities(_ entityClass: EntityClass) throws(ArchiveError) -> [FacetValue] {
    let tally =
      passageCount <= Self.fewPassages
      ? try namesOfPassages(entityClass) : try passagesOfNames(entityClass)
    // Joining only moves entities up, so that twice as many keys hold all that can be among the first.
    let keys = tally.most(limit > tally.counts.count / 2 ? .max : limit * 2).map(\.value)
    var joined: [(key: EntityKey, count: FacetTally.Count)] = []
    for group in try EntityListing(archive: archive).groups(of: keys, entityClass) {
      let known = tally.counts[ByteKey(group.key.text)] ?? .init(example: 0)
      let count = group.others.isEmpty ? known : try count(of: group, example: known.example)
      joined.append((group.key, count))
    }
    joined.sort { ($1.count.articles, $0.key.text) < ($0.count.articles, $1.key.text) }
    return try joined.prefix(limit).map { key, count throws(ArchiveError) in
      value(key.text, named: try archive.rememberedName(of: key), count)
    }
  }

  /// The articles that name any of the keys that are one entity.
  private func count(
    of group: EntityListing.Group, example: Int
  ) throws(ArchiveError) -> FacetTally.Count {
    let terms = ([group.key.text] + group.others).map { IndexTerm.entity(group.key.entityClass, key: $0) }
    var naming = try indexed { () throws(IndexError) in try archive.reader.articles(withAnyOf: terms) }
    naming.formIntersection(answers.articles)
    var count = FacetTally.Count(example: example)
    count.articles = naming.count
    if let texts {
      for (article, match) in matches.enumerated() where naming.contains(match.article) {
        count.texts.insert(texts[article])
      }
    }
    return count
  }

  /// Reads the names of each passage.
  private func namesOfPassages(_ entityClass: EntityClass) throws(ArchiveError) -> FacetTally {
    var tally = FacetTally()
    for (article, match) in matches.enumerated() {
      let tags = try indexed { () throws(IndexError) in try archive.reader.entities(of: match.passages) }
      let keys = Set(tags.joined().filter { $0.entityClass == entityClass }.map(\.key))
      for key in keys { tally.add(key, article: article, text: texts?[article]) }
    }
    return tally
  }

  /// Reads the passages of each name, the most frequent names first, until no other can come up to the best.
  private func passagesOfNames(_ entityClass: EntityClass) throws(ArchiveError) -> FacetTally {
    var articleOfPassage: [PassageHandle: Int] = [:]
    articleOfPassage.reserveCapacity(passageCount)
    for (article, match) in matches.enumerated() {
      for passage in match.passages { articleOfPassage[passage] = article }
    }
    let names = try indexed { () throws(IndexError) in
      try archive.reader.entities(entityClass, limit: .max)
    }.sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
    var tally = FacetTally()
    for start in stride(from: 0, to: names.count, by: Self.batch) {
      let least = tally.most(limit).dropFirst(limit - 1).first?.count.articles ?? 0
      guard names[start].passages > least else { break }
      let some = names[start..<min(start + Self.batch, names.count)].map(\.name)
      let lists = try indexed { () throws(IndexError) in
        try archive.reader.passages(naming: some, entityClass)
      }
      for (name, passages) in zip(some, lists) {
        for article in Set(passages.compactMap { articleOfPassage[$0] }) {
          tally.add(name, article: article, text: texts?[article])
        }
      }
    }
    return tally
  }
}

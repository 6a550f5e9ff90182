internal import Articles
internal import Entities
internal import SearchIndex

/// Counts the articles that answer a query by the table of an archive; gives what ``FacetCounter`` gives.
struct TabledFacets {
  private let archive: Archive
  private let table: FacetTable
  private let answers: QueryAnswers
  private let limit: Int
  /// The numbers of the articles that answer.
  private let matches: [Int]
  private let passageCount: Int
  /// For each of them the number of its text; nil where there are too many.
  private let texts: [Int]?
  private let textCount: Int?

  /// - Parameter answers: What is counted.
  init(archive: Archive, table: FacetTable, answers: QueryAnswers, limit: Int) {
    self.archive = archive
    self.table = table
    self.answers = answers
    self.limit = limit
    matches = table.numbers(of: answers.articles)
    passageCount = matches.reduce(0) { $0 + table.passages[$1] }
    guard passageCount <= SearchFacets.mostComparedPassages else {
      (texts, textCount) = (nil, nil)
      return
    }
    (texts, textCount) = table.prints.texts(of: matches)
  }

  /// The counts of all matches and of each field.
  func facets(_ fields: [FacetField]) throws(ArchiveError) -> SearchFacets {
    var facets: [Facet] = []
    for field in fields { facets.append(Facet(field: field, values: try values(of: field))) }
    return SearchFacets(
      basis: answers.basis, passages: passageCount, articles: matches.count, texts: textCount, facets: facets)
  }

  private func values(of field: FacetField) throws(ArchiveError) -> [FacetValue] {
    let values = table.values(of: field)
    switch field {
    case .outlet: return try outlets(values)
    case .month: return plain(values, frequent(values).sorted())
    case .language: return plain(values, frequent(values).prefix(limit))
    case .person: return try entities(values, .person)
    case .organisation: return try entities(values, .organisation)
    case .place: return try entities(values, .place)
    }
  }

  private func value(_ key: String, named name: String, _ tally: Tally) -> FacetValue {
    FacetValue(name: name, key: key, articles: tally.articles, texts: texts == nil ? nil : tally.texts.count)
  }

  /// Values that are shown as they are, in the order of some numbers.
  private func plain(_ values: FacetValueLists, _ numbers: some Sequence<Int>) -> [FacetValue] {
    tallied(values, groups: numbers.map { [$0] }).map {
      value(values.names[$0.first], named: values.names[$0.first], $0)
    }
  }

  private func outlets(_ values: FacetValueLists) throws(ArchiveError) -> [FacetValue] {
    let tallies = tallied(values, groups: frequent(values).prefix(limit).map { [$0] })
    let records = try archive.articles(at: tallies.map { table.articles[$0.example] })
    return zip(tallies, records).map { tally, article in
      let key = values.names[tally.first]
      return value(key, named: article.outlet ?? key, tally)
    }
  }

  private func entities(
    _ values: FacetValueLists, _ entityClass: EntityClass
  ) throws(ArchiveError) -> [FacetValue] {
    let all = frequent(values)
    // Joining only moves entities up, so that twice as many keys hold all that can be among the first.
    let keys = all.prefix(limit > all.count / 2 ? .max : limit * 2).map { values.names[$0] }
    let groups = try EntityListing(archive: archive).groups(of: keys, entityClass)
    let tallies = tallied(
      values, groups: groups.map { ([$0.key.text] + $0.others).compactMap(values.number) })
    var joined = Array(zip(groups.map(\.key), tallies))
    joined.sort { ($1.1.articles, $0.0.text) < ($0.1.articles, $1.0.text) }
    return try joined.prefix(limit).map { key, tally throws(ArchiveError) in
      value(key.text, named: try archive.rememberedName(of: key), tally)
    }
  }

  // MARK: Counting

  /// What was counted of one value, or of several that are one.
  private struct Tally {
    /// The number of the first of the values.
    let first: Int
    var articles = 0
    var texts: Set<Int> = []
    /// The number of the first article that has it.
    var example = 0
  }

  /// The numbers of the values that any of the articles has, the most frequent first, ties in their order.
  private func frequent(_ values: FacetValueLists) -> [Int] {
    var counts = [UInt32](repeating: 0, count: values.names.count)
    for article in matches { values.forEach(ofArticle: article) { counts[$0] += 1 } }
    var order: [UInt64] = []
    for (number, count) in counts.enumerated() where count > 0 {
      order.append(UInt64(UInt32.max - count) << 32 | UInt64(number))
    }
    order.sort()
    return order.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Counts articles and texts that have any value of each group; a value is in one group at most.
  private func tallied(_ values: FacetValueLists, groups: [[Int]]) -> [Tally] {
    var groupOfValue = [Int32](repeating: -1, count: values.names.count)
    var tallies: [Tally] = []
    for (number, group) in groups.enumerated() {
      for value in group { groupOfValue[value] = Int32(number) }
      tallies.append(Tally(first: group.first ?? 0))
    }
    var last = [Int](repeating: -1, count: groups.count)
    for (place, article) in matches.enumerated() {
      values.forEach(ofArticle: article) { value in
        let group = Int(groupOfValue[value])
        guard group >= 0, last[group] != place else { return }
        last[group] = place
        if tallies[group].articles == 0 { tallies[group].example = article }
        tallies[group].articles += 1
        if let texts { tallies[group].texts.insert(texts[place]) }
      }
    }
    return tallies
  }
}

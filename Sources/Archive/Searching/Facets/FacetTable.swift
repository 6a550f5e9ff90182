internal import Articles
internal import Entities
internal import SearchIndex

/// What facets count of every article of an archive, as numbers in memory: its outlet, month, names and fingerprints.
///
/// Reading these from the index takes longer than the search itself; counting numbers takes a hundredth of it. An archive
/// makes a table where it is asked for facets again and again (``FacetMemory``).
struct FacetTable: Sendable {
  /// For archives of more articles no table is made: it has some 500 bytes for each.
  static let mostArticles = 50_000
  /// How many names or articles are read at a time.
  private static let batch = 256

  /// The articles as they lie in the files.
  let articles: [ArticleHandle]
  /// For each article the number of its passages.
  let passages: [Int]
  /// What tells which articles are one text.
  let prints: TextPrints
  private var values: [FacetField: FacetValueLists] = [:]

  /// Reads an archive through.
  init(_ reader: IndexReader) throws(IndexError) {
    articles = try reader.articles()
    passages = try reader.extents(of: articles).map(\.passageCount)
    values[.outlet] = FacetValueLists(try reader.outlets(of: articles))
    values[.month] = FacetValueLists(try reader.publicationDates(of: articles).map { $0?.monthText })
    values[.language] = FacetValueLists(try reader.languages(of: articles))
    var numbers: [ArticleHandle: UInt32] = [:]
    numbers.reserveCapacity(articles.count)
    for (number, article) in articles.enumerated() { numbers[article] = UInt32(number) }
    for (field, entityClass) in [
      (FacetField.person, EntityClass.person), (.organisation, .organisation), (.place, .place),
    ] {
      values[field] = try Self.names(entityClass, reader, numbers)
    }
    var prints = TextPrintsBuilder()
    for start in stride(from: 0, to: articles.count, by: Self.batch) {
      let some = Array(articles[start..<min(start + Self.batch, articles.count)])
      for list in try reader.fingerprints(ofArticles: some) { prints.add(list) }
    }
    self.prints = prints.made()
  }

  /// The values of a field.
  func values(of field: FacetField) -> FacetValueLists { values[field] ?? FacetValueLists([]) }

  /// The numbers of the articles of a set, ascending.
  func numbers(of set: ArticleSet) -> [Int] {
    var (numbers, next): ([Int], Int) = ([], 0)
    for article in set.articles {
      while next < articles.count, articles[next] < article { next += 1 }
      if next < articles.count, articles[next] == article { numbers.append(next) }
    }
    return numbers
  }

  private static func names(
    _ entityClass: EntityClass, _ reader: IndexReader, _ numbers: [ArticleHandle: UInt32]
  ) throws(IndexError) -> FacetValueLists {
    let names = try reader.entities(entityClass, limit: .max).map(\.name).sorted()
    var pairs: [UInt64] = []
    for start in stride(from: 0, to: names.count, by: batch) {
      let some = Array(names[start..<min(start + batch, names.count)])
      for (place, list) in try reader.passages(naming: some, entityClass).enumerated() {
        var last: ArticleHandle?
        for passage in list where passage.article != last {
          last = passage.article
          guard let article = numbers[passage.article] else { continue }
          pairs.append(UInt64(article) << 32 | UInt64(start + place))
        }
      }
    }
    return FacetValueLists(names, pairs: pairs, articles: numbers.count)
  }
}

/// The values of one field that each article has, as numbers.
struct FacetValueLists: Sendable {
  /// The values in their order.
  let names: [String]
  private let numbers: [String: UInt32]
  private var lists: [UInt32] = []
  private var ends: [Int] = [0]

  /// - Parameter values: The one value of each article; nil where it has none.
  init(_ values: [String?]) {
    names = Set(values.compactMap { $0 }).sorted()
    numbers = Self.numbers(of: names)
    for value in values {
      if let number = value.flatMap({ numbers[$0] }) { lists.append(number) }
      ends.append(lists.count)
    }
  }

  /// - Parameters:
  ///   - names: The values in their order.
  ///   - pairs: An article in the upper half, the number of one of its values in the lower; each pair once.
  ///   - articles: How many articles there are.
  init(_ names: [String], pairs: [UInt64], articles: Int) {
    self.names = names
    numbers = Self.numbers(of: names)
    var article = 0
    for pair in pairs.sorted() {
      while article < Int(pair >> 32) {
        ends.append(lists.count)
        article += 1
      }
      lists.append(UInt32(truncatingIfNeeded: pair))
    }
    while ends.count <= articles { ends.append(lists.count) }
  }

  private static func numbers(of names: [String]) -> [String: UInt32] {
    var numbers: [String: UInt32] = [:]
    numbers.reserveCapacity(names.count)
    for (number, name) in names.enumerated() { numbers[name] = UInt32(number) }
    return numbers
  }

  /// The number of a value; nil where no article has it.
  func number(of name: String) -> Int? { numbers[name].map(Int.init) }

  /// Gives the number of each value of an article to `body`, once.
  @inline(__always)
  func forEach(ofArticle article: Int, _ body: (Int) -> Void) {
    for place in ends[article]..<ends[article + 1] { body(Int(lists[place])) }
  }
}

extension IndexReader {
  /// The language by which each article was read; nil where that is not known.
  func languages(of articles: [ArticleHandle]) throws(IndexError) -> [String?] {
    var found = [String?](repeating: nil, count: articles.count)
    for code in try languages().map(\.name) {
      let having = try self.articles(withAnyOf: [.language(code)])
      for (place, article) in articles.enumerated() where having.contains(article) { found[place] = code }
    }
    return found
  }
}

extension ArticleDate {
  /// The month, as `2024-03`; the year where no month is known.
  var monthText: String { String(description.prefix(7)) }
}

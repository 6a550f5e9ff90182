internal import Articles

/// An article made ready to be compared.
struct Comparand: Sendable {
  /// The article without its text.
  let record: Article
  let text: ComparableText
  let member: FamilyMember
}

/// The articles that one thread compares: those in hand, and as many of those before as memory allows.
struct ComparandCache<Source: ArticleCollection> {
  /// The articles that are kept, at some 30 kB for one of 400 words.
  private let capacity = 3_000
  private let source: Source
  private let survey: ArticleSurvey<Source>
  private let standing = StandingText()
  private var recent: [Int: Comparand] = [:]
  private var older: [Int: Comparand] = [:]

  init(source: Source, survey: ArticleSurvey<Source>) {
    self.source = source
    self.survey = survey
  }

  /// An article by its number in the survey; nil where it was not prepared.
  subscript(number: Int) -> Comparand? { recent[number] }

  /// Makes some articles ready; those that were not asked for in a long time go.
  mutating func prepare(_ numbers: Set<Int>) throws(Source.Failure) {
    if recent.count > capacity / 2 {
      older = recent
      recent = [:]
    }
    var missing: [Int] = []
    for number in numbers where recent[number] == nil {
      if let known = older[number] { recent[number] = known } else { missing.append(number) }
    }
    missing.sort()
    for (number, article) in zip(missing, try source.articles(at: missing.map { survey.handles[$0] })) {
      let article = PreparedArticle(article)
      let siblings = survey.siblings(of: number, article)
      let text = article.comparable(boilerplate: standing.ranges(in: article, siblings: siblings))
      var record = article.article
      record.text = ""
      recent[number] = Comparand(record: record, text: text, member: FamilyMember(text))
    }
  }
}

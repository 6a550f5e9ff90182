internal import Archive

/// What a report on outlets covers, as its first JSON line.
struct OutletsLine: Encodable {
  let type = "outlets"
  let rules: Int
  let articles: Int
  let withoutOutlet: Int
  let undirectedPairs: Int
  let undated: Int
  let reciprocity: Double

  enum CodingKeys: String, CodingKey {
    case type, rules, articles
    case withoutOutlet = "without_outlet"
    case undirectedPairs = "undirected_pairs"
    case undated, reciprocity
  }

  init(_ report: OutletReport) {
    rules = report.rules
    articles = report.articles
    withoutOutlet = report.withoutOutlet
    undirectedPairs = report.undirectedPairs
    undated = report.undated
    reciprocity = report.reciprocity.rounded(toPlaces: 4)
  }
}

/// What an outlet takes and gives, as a JSON line.
struct OutletLine: Encodable {
  let type = "outlet"
  let outlet: String
  let inArchive: Bool
  let agency: Bool
  let month: String?
  let articles: Int
  let words: Int
  let taking: Int
  let wordsTaken: Int
  let wordsFromAgencies: Int
  let shareTaken: Double?
  let shareFromAgencies: Double?
  let given: Int
  let sources: Int
  let takers: Int

  enum CodingKeys: String, CodingKey {
    case type, outlet
    case inArchive = "in_archive"
    case agency, month, articles, words, taking
    case wordsTaken = "words_taken"
    case wordsFromAgencies = "words_from_agencies"
    case shareTaken = "share_taken"
    case shareFromAgencies = "share_from_agencies"
    case given, sources, takers
  }

  init(_ figures: OutletFigures) {
    outlet = figures.outlet
    inArchive = figures.isInArchive
    agency = figures.isAgency
    month = figures.month
    articles = figures.articles
    words = figures.words
    taking = figures.taking
    wordsTaken = figures.wordsTaken
    wordsFromAgencies = figures.wordsFromAgencies
    shareTaken = figures.share(figures.wordsTaken)
    shareFromAgencies = figures.share(figures.wordsFromAgencies)
    given = figures.given
    sources = figures.sources
    takers = figures.takers
  }
}

extension OutletFigures {
  /// The share of the outlet's words, 0 to 1; nil where it has no words.
  func share(_ part: Int) -> Double? {
    words == 0 ? nil : (Double(part) / Double(words)).rounded(toPlaces: 4)
  }
}

/// What an outlet takes from another, as a JSON line.
struct FlowLine: Encodable {
  let type = "flow"
  let source: String
  let taker: String
  let month: String?
  let articles: Int
  let sourceArticles: Int
  let reprints: Int
  let words: Int
  let wordsFromAgencies: Int
  let credited: Int
  let medianDelayHours: Double?
  let delays: Int
  let delayPrecision: String?
  let back: Int

  enum CodingKeys: String, CodingKey {
    case type, source, taker, month, articles
    case sourceArticles = "source_articles"
    case reprints, words
    case wordsFromAgencies = "words_from_agencies"
    case credited
    case medianDelayHours = "median_delay_hours"
    case delays
    case delayPrecision = "delay_precision"
    case back
  }

  init(_ flow: OutletFlow) {
    source = flow.source
    taker = flow.taker
    month = flow.month
    articles = flow.articles
    sourceArticles = flow.sourceArticles
    reprints = flow.reprints
    words = flow.words
    wordsFromAgencies = flow.wordsFromAgencies
    credited = flow.credited
    medianDelayHours = flow.medianDelay.map { (Double($0) / 3600).rounded(toPlaces: 2) }
    delays = flow.delays
    delayPrecision = flow.delays == 0 ? nil : flow.isDelayExact ? "second" : "day"
    back = flow.back
  }
}

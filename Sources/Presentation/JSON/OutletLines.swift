public import Archive

/// What a report on outlets covers, as JSON.
public struct OutletsLine: JSONRecord {
  private let report: OutletReport

  /// - Parameter report: The report.
  public init(_ report: OutletReport) { self.report = report }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", report.articles)
    json.add("reciprocity", report.reciprocity.rounded(toPlaces: 4))
    json.add("rules", report.rules)
    json.add("type", "outlets")
    json.add("undated", report.undated)
    json.add("undirected_pairs", report.undirectedPairs)
    json.add("without_outlet", report.withoutOutlet)
  }
}

/// What an outlet takes and gives, as JSON.
public struct OutletLine: JSONRecord {
  private let figures: OutletFigures

  /// - Parameter figures: The counts.
  public init(_ figures: OutletFigures) { self.figures = figures }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("agency", figures.isAgency)
    json.add("articles", figures.articles)
    json.add("given", figures.given)
    json.add("in_archive", figures.isInArchive)
    json.add("month", figures.month)
    json.add("outlet", figures.outlet)
    json.add("share_from_agencies", figures.share(figures.wordsFromAgencies))
    json.add("share_taken", figures.share(figures.wordsTaken))
    json.add("sources", figures.sources)
    json.add("takers", figures.takers)
    json.add("taking", figures.taking)
    json.add("type", "outlet")
    json.add("words", figures.words)
    json.add("words_from_agencies", figures.wordsFromAgencies)
    json.add("words_taken", figures.wordsTaken)
  }
}

extension OutletFigures {
  /// The share of the outlet's words, 0 to 1; nil where it has no words.
  package func share(_ part: Int) -> Double? {
    words == 0 ? nil : (Double(part) / Double(words)).rounded(toPlaces: 4)
  }
}

/// What an outlet takes from another, as JSON.
public struct FlowLine: JSONRecord {
  private let flow: OutletFlow

  /// - Parameter flow: The counts.
  public init(_ flow: OutletFlow) { self.flow = flow }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", flow.articles)
    json.add("back", flow.back)
    json.add("credited", flow.credited)
    json.add("delay_precision", flow.delayPrecision)
    json.add("delays", flow.delays)
    json.add("median_delay_hours", flow.medianDelayHours)
    json.add("month", flow.month)
    json.add("reprints", flow.reprints)
    json.add("source", flow.source)
    json.add("source_articles", flow.sourceArticles)
    json.add("source_later", flow.sourceLater)
    json.add("taker", flow.taker)
    json.add("type", "flow")
    json.add("words", flow.words)
    json.add("words_from_agencies", flow.wordsFromAgencies)
  }
}

extension OutletFlow {
  /// The middle one of the delays in hours; nil where none is known.
  package var medianDelayHours: Double? { medianDelay.map { (Double($0) / 3600).rounded(toPlaces: 2) } }

  /// What the delays are known in; nil where none is.
  package var delayPrecision: String? { delays == 0 ? nil : isDelayExact ? "second" : "day" }
}

internal import Archive
internal import Presentation
internal import Reprints

/// A text with every stretch that others share marked at its place.
struct SharedText {
  private struct Stretch {
    var bytes: Range<Int>
    var isVerbatim: Bool
    var isQuotation: Bool
    var holders: [Int]
  }

  private let text: String
  private let holders: [ArticleSummary]
  private let boilerplate: [Range<Int>]
  private let spans: [(holder: Int, span: PairReport.Span)]
  /// The holders that have it in another language.
  private let translations: Set<Int>

  /// - Parameters:
  ///   - text: The text.
  ///   - matches: Who shares what of it.
  ///   - boilerplate: What its outlet prints under many articles, as UTF-8 offsets.
  init(_ text: String, matches: [TextMatch], boilerplate: [Range<Int>] = []) {
    self.text = text
    self.boilerplate = boilerplate
    holders = matches.map(\.article)
    translations = Set(matches.indices.filter { matches[$0].report.relation == .translation })
    spans = matches.enumerated().flatMap { holder, match in match.report.spans.map { (holder, $0) } }
  }

  /// The text in paragraphs; a stretch says who has it, and is told apart by its line as well as by its colour.
  var html: HTML {
    let bytes = Array(text.utf8)
    var borders: Set<Int> = [0, bytes.count]
    for (_, span) in spans { borders.formUnion([span.a.lowerBound, span.a.upperBound]) }
    for range in boilerplate { borders.formUnion([range.lowerBound, range.upperBound]) }
    // Paragraphs end stretches, so that no element reaches over them.
    var breaks: Set<Int> = []
    for (place, byte) in bytes.enumerated() where byte == 0x0A { breaks.insert(place + 1) }
    let places = borders.union(breaks).filter { $0 <= bytes.count }.sorted()
    let marks = marks(at: places)
    var paragraphs: [HTML] = []
    var paragraph = HTML.none
    for (index, range) in zip(places, places.dropFirst()).enumerated() {
      let piece = String(decoding: bytes[range.0..<range.1], as: UTF8.self)
      paragraph += element(piece, marks[index])
      if breaks.contains(range.1) || range.1 == bytes.count {
        if paragraph.text.utf8.contains(where: { $0 > 0x20 }) { paragraphs.append("<p>\(paragraph)</p>\n") }
        paragraph = .none
      }
    }
    return HTML(paragraphs)
  }

  private struct Mark {
    var holders: [Int] = []
    var isVerbatim = false
    var isQuotation = false
    var isBoilerplate = false
  }

  /// What is so between each place and the next, by one pass over all borders.
  private func marks(at places: [Int]) -> [Mark] {
    let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var marks = Array(repeating: Mark(), count: max(0, places.count - 1))
    for (holder, span) in spans {
      guard let start = index[span.a.lowerBound], let end = index[span.a.upperBound] else { continue }
      for place in start..<max(start, end) where marks[place].holders.last != holder {
        marks[place].holders.append(holder)
        marks[place].isVerbatim = marks[place].isVerbatim || span.isVerbatim
        marks[place].isQuotation = marks[place].isQuotation || span.content == .quotation
        marks[place].isBoilerplate = marks[place].isBoilerplate || span.content == .boilerplate
      }
    }
    for range in boilerplate {
      guard let start = index[range.lowerBound], let end = index[range.upperBound] else { continue }
      for place in start..<max(start, end) { marks[place].isBoilerplate = true }
    }
    return marks
  }

  private func element(_ piece: String, _ mark: Mark) -> HTML {
    guard !mark.holders.isEmpty else {
      return mark.isBoilerplate ? "<span class=\"boilerplate\">\(piece)</span>" : "\(piece)"
    }
    var classes = ["shared", mark.isVerbatim ? "verbatim" : "edited"]
    if mark.isQuotation { classes.append("quotation") }
    if mark.isBoilerplate { classes.append("boilerplate") }
    let names = mark.holders.prefix(6).map { holders[$0].outlet ?? holders[$0].id }
    let more = mark.holders.count > names.count ? " and \(mark.holders.count - names.count) more" : ""
    let isTranslated = mark.holders.allSatisfy(translations.contains)
    let form = mark.isVerbatim ? "word for word" : isTranslated ? "in another language" : "edited"
    let title = "\(form): \(names.joined(separator: ", "))\(more)"
    return "<span class=\"\(classes.joined(separator: " "))\" title=\"\(title)\">\(piece)</span>"
  }

  /// What the marks mean.
  static let legend: HTML = """
    <p class="legend" aria-label="What the marks mean"><span class="shared verbatim">word for word elsewhere</span> \
    <span class="shared edited">edited or translated elsewhere</span> <span class="shared verbatim quotation">quotation that others have</span> \
    <span class="boilerplate">printed under many articles</span></p>
    """
}

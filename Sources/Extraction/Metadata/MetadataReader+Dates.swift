internal import Articles

// The dates.

extension MetadataReader {
  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created",
    "dc.date", "dcterms.date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime",
    "publishdate", "publish_date", "publish-date", "publication_date", "pubdate", "published_date",
    "published-date",
    "date_published", "article_date_original", "originalpublicationdate", "cxenseparse:publishtime",
    "displaydate",
    "prism.publicationdate", "shareaholic:article_published_time", "rnews:datepublished", "ptime",
    "artpubdate",
    "pdate", "date", "article:post_date", "bt:pubdate", "article.published", "created", "lastupdatedate",
  ]

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified",
    "dc.date.modified", "dcterms.modified", "lastmod", "modified_date", "revision_date",
    "article:updated_time",
  ]

  /// When the article was published, best first; the dates may contradict each other.
  ///
  /// - Parameter texts: Short texts near the headline, where a page without marks has its date.
  func published(near texts: [String]) -> [Found<PageDate>] {
    let certain =
      dates(linked("datePublished")) + dates(metas(Self.publishedNames)) + properties("datepublished")
      + dates(linked("dateCreated"))
    let times = timeElements
    let address =
      self.address.flatMap { Self.date(inPath: $0.path) }.map { [Found($0, in: PagePlace(.address, "path"))] }
      ?? []
    let finder = TextDates(language: marks.language?.lowercased())
    // The text is read where nothing else says the day.
    let day = certain.isEmpty && times.isEmpty ? texts.lazy.compactMap { finder.first(in: $0) }.first : nil
    let written = day.map { [Found(PageDate(date: $0, local: $0, offset: nil), in: PagePlace(.text))] } ?? []
    let weak = dates(linked("uploadDate")) + modified
    var seen: Set<PageDate> = []
    let ordered = Self.preciseFirst(certain) + times + address + written + weak
    return ordered.filter { seen.insert($0.value).inserted }
  }

  /// When the article was last changed.
  var modified: [Found<PageDate>] {
    dates(linked("dateModified")) + dates(metas(Self.modifiedNames)) + properties("datemodified")
  }

  private func dates(_ found: [Found<String>]) -> [Found<PageDate>] {
    let finder = TextDates(language: marks.language?.lowercased())
    return found.compactMap { each in
      if let date = PageDate(parsing: each.value) { return Found(date, in: each.place) }
      return finder.first(in: each.value).map {
        Found(PageDate(date: $0, local: $0, offset: nil), in: each.place)
      }
    }
  }

  private func properties(_ name: String) -> [Found<PageDate>] {
    dates(
      marks.properties.filter { $0.name == name }.map { Found($0.value, in: PagePlace(.microdata, $0.name)) })
  }

  /// The first date stands for its day; where another mark has a moment of that day, with its zone, it says more.
  private static func preciseFirst(_ found: [Found<PageDate>]) -> [Found<PageDate>] {
    guard let first = found.first, first.value.offset == nil else { return found }
    let sameDay = { (other: PageDate) in
      other.local.year == first.value.local.year && other.local.month == first.value.local.month
        && other.local.day == first.value.local.day
    }
    guard let better = found.firstIndex(where: { $0.value.offset != nil && sameDay($0.value) }) else {
      return found
    }
    var ordered = found
    ordered.insert(ordered.remove(at: better), at: 0)
    return ordered
  }

  /// Dates of `time` elements, those that are marked as dates of publication first.
  private var timeElements: [Found<PageDate>] {
    let marked = marks.times.map { Found($0.value, in: PagePlace(.element, "time")) }
    return Array(dates(Array(marked.prefix(3))).prefix(1))
  }

  /// The day that an address has in its path: `/2024/05/03/`, `/2024-05-03-…`, `/20240503`.
  static func date(inPath path: String) -> PageDate? {
    let bytes = Array(path.utf8)
    var index = 0
    while index + 8 <= bytes.count {
      defer { index += 1 }
      guard index == 0 || !bytes[index - 1].isASCIIDigit, let year = number(bytes, index, 4),
        (1995...2100).contains(year)
      else {
        continue
      }
      let separator = bytes[index + 4]
      let isCompact = separator.isASCIIDigit
      guard
        isCompact || separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
          || separator == UInt8(ascii: "_")
      else { continue }
      var next = index + (isCompact ? 4 : 5)
      guard let (month, monthEnd) = twoDigits(bytes, next, exactly: isCompact) else { continue }
      next = monthEnd
      if !isCompact {
        guard next < bytes.count, bytes[next] == separator else { continue }
        next += 1
      }
      guard let (day, end) = twoDigits(bytes, next, exactly: isCompact),
        end == bytes.count || !bytes[end].isASCIIDigit,
        let date = ArticleDate(year: year, month: month, day: day)
      else { continue }
      return PageDate(date: date, local: date, offset: nil)
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int? {
    guard start + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + width] {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func twoDigits(_ bytes: [UInt8], _ start: Int, exactly: Bool) -> (Int, Int)? {
    if let value = number(bytes, start, 2) { return (value, start + 2) }
    if !exactly, let value = number(bytes, start, 1) { return (value, start + 1) }
    return nil
  }
}

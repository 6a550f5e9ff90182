/// The object of a page's JSON-LD that is the article, found in lists and graphs, its references resolved.
struct LinkedData {
  /// The article's object; the page's object where there is no article.
  private(set) var article: PageJSON?
  /// The type of the object, as `NewsArticle`.
  private(set) var type = ""
  /// Whether the object is an article, and not the page.
  private(set) var isArticle = false
  /// Objects of organisations and of the site, for the name of the outlet.
  private(set) var site: PageJSON?
  /// The types of all objects.
  private(set) var types: Set<String> = []
  private var byID: [String: PageJSON] = [:]

  init(_ values: [PageJSON], titles: [String]) {
    var objects: [PageJSON] = []
    for value in values { Self.gather(value, into: &objects, depth: 0) }
    for object in objects {
      if let id = object["@id"]?.string, byID[id] == nil, object["@type"] != nil { byID[id] = object }
      types.formUnion(Self.types(of: object))
    }
    let articles = objects.filter { Self.types(of: $0).contains(where: Self.isArticleType) }
    let titled = articles.first { object in
      guard let headline = (object["headline"] ?? object["name"])?.string?.folded else { return false }
      return !headline.isEmpty && titles.contains { $0.contains(headline) || headline.contains($0) }
    }
    let pages = objects.filter {
      Self.types(of: $0).contains { $0.hasSuffix("Page") } && $0["datePublished"] != nil
    }
    isArticle = !articles.isEmpty
    article = titled ?? articles.first ?? pages.first
    type = article.flatMap { Self.types(of: $0).first } ?? ""
    site =
      objects.first { Self.types(of: $0).contains("WebSite") }
      ?? objects.first { Self.types(of: $0).contains { $0.hasSuffix("Organization") } }
  }

  private static func isArticleType(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
      || type == "CreativeWork"
  }

  static func types(of object: PageJSON) -> [String] {
    (object["@type"]?.elements ?? []).compactMap(\.string).map { type in
      type.split(separator: "/").last.map(String.init) ?? type
    }
  }

  private static func gather(_ value: PageJSON, into objects: inout [PageJSON], depth: Int) {
    guard depth < 6, objects.count < 512 else { return }
    switch value {
    case .list(let values): for each in values { gather(each, into: &objects, depth: depth + 1) }
    case .object(let members):
      objects.append(value)
      for (key, each) in members
      where ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher", "isPartOf"]
        .contains(key)
      {
        gather(each, into: &objects, depth: depth + 1)
      }
    default: return
    }
  }

  /// An object, or the one that it refers to by its id.
  func resolved(_ value: PageJSON) -> PageJSON {
    guard value["name"] == nil, let id = value["@id"]?.string, let object = byID[id] else { return value }
    return object
  }

  /// The names that a value gives: strings, objects with names, lists of them.
  func names(_ value: PageJSON?) -> [String] {
    guard let value else { return [] }
    return value.elements.flatMap { each -> [String] in
      let object = resolved(each)
      if let name = object["name"] { return name.elements.compactMap(\.string) }
      return object.string.map { [$0] } ?? []
    }
  }
}

extension String {
  /// Letters and digits in lower case, for comparing names and titles.
  var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: utf8.lazy.map(\.asciiLowercased).filter { $0.isASCIILetter || $0.isASCIIDigit },
        as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    )
  }

  /// Whether it is an address and no name.
  var isAddress: Bool { hasPrefix("http:") || hasPrefix("https:") || hasPrefix("//") || hasPrefix("www.") }
}

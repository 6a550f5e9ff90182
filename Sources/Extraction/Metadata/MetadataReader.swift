/// Reads an article's metadata from the marks of its page.
struct MetadataReader {
  let marks: PageMarks
  let data: LinkedData
  /// The address of the page, as the caller has it or as the page gives it.
  let address: PageAddress?
  /// The name of the outlet.
  private(set) var outlet: Found<String>?
  /// All names of the outlet that the page gives.
  private(set) var outletCandidates: [Found<String>] = []
  private let metasByName: [String: [String]]

  init(_ document: HTMLDocument, url: String?) {
    marks = PageMarks(document)
    let titles = (marks.contents(of: "og:title") + [marks.titleElement ?? ""] + marks.headings.map(\.value))
      .map(\.folded).filter { !$0.isEmpty }
    data = LinkedData(marks.jsonLD, titles: titles)
    let given = url.flatMap(PageAddress.init)
    address =
      given
      ?? (marks.contents(of: "og:url") + marks.links.filter { $0.rel == "canonical" }.map(\.href))
      .lazy.compactMap(PageAddress.init).first
    metasByName = Dictionary(grouping: marks.metas, by: \.name).mapValues {
      $0.map(\.content).filter { !$0.isEmpty }
    }
    outletCandidates = namesOfOutlet
    outlet = bestOutlet
  }

  /// The values of some `meta` elements, in the order of the names.
  func metas(_ names: [String]) -> [Found<String>] {
    names.flatMap { name in
      (metasByName[name] ?? []).map { Found($0, in: PagePlace(.meta, name)) }
    }
  }

  /// The strings under a key of the article's object.
  func linked(_ key: String) -> [Found<String>] {
    let values: [String] = (data.article?[key]?.elements ?? []).compactMap { value in
      if case .word(let word) = value { word } else { value.string }
    }
    return values.map { Found($0, in: PagePlace(.jsonLD, "\(data.type).\(key)")) }
  }

  // MARK: Address, language, section, sources

  /// The canonical address, whole.
  var canonical: Found<String>? {
    let links = marks.links.filter { $0.rel == "canonical" }.map {
      Found($0.href, in: PagePlace(.link, "canonical"))
    }
    let candidates = links + metas(["og:url", "twitter:url"]) + linked("url") + linked("mainEntityOfPage")
    for each in candidates {
      if let whole = PageAddress.whole(each.value, from: address) { return Found(whole, in: each.place) }
    }
    return address.map { Found($0.text, in: PagePlace(.address)) }
  }

  /// The language that the page declares, as a code of two letters.
  var language: Found<String>? {
    let declared = marks.language.map { [Found($0, in: PagePlace(.element, "html"))] } ?? []
    let candidates =
      declared + linked("inLanguage")
      + metas(["og:locale", "content-language", "dc.language", "dcterms.language", "language"])
    for each in candidates {
      let code = each.value.lowercased().prefix { $0 != "-" && $0 != "_" }
      if code.utf8.count == 2, code.utf8.allSatisfy(\.isASCIILetter) {
        return Found(String(code), in: each.place)
      }
    }
    return nil
  }

  /// The section of the outlet.
  var section: Found<String>? {
    (linked("articleSection")
      + metas(["article:section", "og:article:section", "parsely-section", "section", "dc.subject"]))
      .first { !$0.value.isAddress && $0.value.utf8.count <= 80 }
  }

  /// What the page declares as where its text comes from.
  var sources: [Found<String>] {
    var found: [Found<String>] = []
    for key in ["isBasedOn", "isBasedOnUrl", "sourceOrganization", "copyrightHolder"] {
      let values = data.article?[key]?.elements ?? []
      for value in values {
        let object = data.resolved(value)
        for name in data.names(value) + [object["url"]?.string].compactMap({ $0 }) where !name.isEmpty {
          found.append(Found(name, in: PagePlace(.jsonLD, "\(data.type).\(key)")))
        }
      }
    }
    found += metas(["syndication-source", "original-source", "dc.source", "dcterms.source"])
    for rel in ["syndication-source", "original-source"] {
      found += marks.links.filter { $0.rel == rel }.map { Found($0.href, in: PagePlace(.link, rel)) }
    }
    if let canonical, canonical.place.kind == .link, let host = PageAddress(canonical.value)?.site,
      let own = address?.site,
      host != own
    {
      found.append(canonical)
    }
    let outlet = outlet?.value.folded
    var seen: Set<String> = []
    return found.filter { $0.value.folded != outlet && seen.insert($0.value).inserted }
  }
}

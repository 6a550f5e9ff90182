// The headline and the outlet.

extension MetadataReader {
  /// The headline: what several marks agree on, the page's own heading first.
  ///
  /// - Parameter blocks: The heading of the first level nearest to the main text, if there is one.
  func title(heading: String?) -> Found<String>? {
    let linkedTitles = data.isArticle ? linked("headline") + linked("name") : []
    let social = metas([
      "og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "sailthru.title", "title",
    ])
    let element = marks.titleElement.map { [Found($0, in: PagePlace(.element, "title"))] } ?? []
    let headings = marks.headings.filter { $0.name == "h1" && !$0.value.isEmpty }
    let declared = linkedTitles + social + element
    let folded = declared.map(\.value.folded).filter { !$0.isEmpty }
    // A heading that the head of the page repeats is the headline as readers see it.
    for each in headings {
      let own = each.value.folded
      if own.unicodeScalars.count >= 4, folded.contains(where: { $0 == own || $0.hasPrefix(own) }) {
        return Found(each.value, in: PagePlace(.element, "h1"))
      }
    }
    let outlet = outlet?.value.folded
    let candidates = declared.filter { $0.value.folded != outlet && !$0.value.folded.isEmpty }
    if let best = candidates.first {
      return Found(withoutOutlet(best.value), in: best.place)
    }
    return headings.first.map { Found($0.value, in: PagePlace(.element, "h1")) }
      ?? heading.map { Found($0, in: PagePlace(.text)) }
  }

  /// A title without the outlet that stands behind or before a bar or a dash.
  func withoutOutlet(_ title: String) -> String {
    let names = Set(
      (outletCandidates.map(\.value) + [address?.host ?? "", siteLabel ?? ""]).map(\.folded).filter {
        !$0.isEmpty
      })
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "] {
      let pieces = title.pieces(separatedBy: mark)
      guard pieces.count > 1 else { continue }
      if let last = pieces.last, names.contains(last.folded) {
        return withoutOutlet(pieces.dropLast().joined(separator: mark))
      }
      if let first = pieces.first, names.contains(first.folded) {
        return pieces.dropFirst().joined(separator: mark)
      }
    }
    return title
  }

  /// The label of the site: `example` of `news.example.co.uk`.
  var siteLabel: String? { address?.site.split(separator: ".").first.map(String.init) }

  /// The name of the outlet, the best of what the page gives; else the label of its site.
  var bestOutlet: Found<String>? {
    let candidates = outletCandidates.filter {
      !$0.value.isAddress && !$0.value.folded.isEmpty && $0.value.utf8.count <= 80
    }
    // A name says more than a host.
    if let name = candidates.first(where: { !$0.value.isHost }) { return name }
    if let host = candidates.first { return host }
    return siteLabel.map { Found($0, in: PagePlace(.address, "host")) }
  }

  /// All names of the outlet that the page gives.
  var namesOfOutlet: [Found<String>] {
    let publisher = data.names(data.article?["publisher"]).map {
      Found($0, in: PagePlace(.jsonLD, "\(data.type).publisher"))
    }
    let site = data.names(data.site).map {
      Found($0, in: PagePlace(.jsonLD, "\(data.site.map(LinkedData.types)?.first ?? "").name"))
    }
    let named = metas(["og:site_name"]) + publisher + site
    return named
      + metas([
        "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
        "article:publisher",
      ])
      + titleSuffix
  }

  /// The last part of the title, where the address has the same letters.
  private var titleSuffix: [Found<String>] {
    guard let title = marks.titleElement, let label = siteLabel?.folded, label.utf8.count >= 3 else {
      return []
    }
    return PageTitles.parts(of: title).filter { part in
      let folded = part.folded
      return !folded.isEmpty && !part.contains("|") && (folded.contains(label) || label.contains(folded))
        && folded.utf8.count <= 40
    }.map { Found($0, in: PagePlace(.element, "title")) }
  }
}

extension String {
  /// Whether it is the name of a host and not of an outlet: `example.com`.
  var isHost: Bool { contains(".") && !contains(" ") && (split(separator: ".").last?.utf8.count ?? 0) <= 4 }
}

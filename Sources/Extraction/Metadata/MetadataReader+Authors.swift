// The authors.

extension MetadataReader {
  /// The people or agencies of the byline.
  var authors: [Found<String>] {
    var outlets: [Found<String>] = []
    for candidates in [linkedAuthors, declaredAuthors, markedAuthors] {
      let names = cleaned(candidates)
      let people = names.filter { !isOutlet($0.value) }
      if !people.isEmpty { return people }
      // An outlet that signs its own text is better than nobody, where the page declares it.
      if outlets.isEmpty { outlets = names.filter { $0.place.kind != .element } }
    }
    return Array(outlets.prefix(1))
  }

  /// Whether a name is the outlet's or its address's.
  private func isOutlet(_ name: String) -> Bool {
    let folded = name.folded
    return name.isHost || folded == siteLabel?.folded
      || outletCandidates.contains { $0.value.folded == folded }
  }

  private var linkedAuthors: [Found<String>] {
    let place = PagePlace(.jsonLD, "\(data.type).author")
    return (data.names(data.article?["author"]) + data.names(data.article?["creator"])).map {
      Found($0, in: place)
    }
  }

  private var declaredAuthors: [Found<String>] {
    for name in [
      "author", "article:author", "parsely-author", "og:article:author", "dc.creator", "dcterms.creator",
      "dc.author",
      "sailthru.author", "byl", "citation_author", "cxenseparse:author", "authors", "article:author_name",
    ] {
      let found = metas([name]).filter { !$0.value.isAddress }
      if !cleaned(found).isEmpty { return found }
    }
    return []
  }

  private var markedAuthors: [Found<String>] {
    let properties = marks.properties.filter { $0.name == "author" || $0.name == "creator" }
    if !properties.isEmpty {
      return properties.map { Found($0.value, in: PagePlace(.microdata, $0.name)) }
    }
    let related = marks.bylines.filter { $0.name == "rel=author" }
    if !related.isEmpty { return related.map { Found($0.value, in: PagePlace(.element, $0.name)) } }
    return marks.bylines.prefix(1).map { Found($0.value, in: PagePlace(.element, $0.name)) }
  }

  /// Names parted and freed of what stands around them; each once.
  private func cleaned(_ found: [Found<String>]) -> [Found<String>] {
    var seen: Set<String> = []
    var names: [Found<String>] = []
    for each in found {
      for name in AuthorNames.names(in: each.value) {
        let folded = name.folded
        guard seen.insert(folded).inserted else { continue }
        names.append(Found(name, in: each.place))
      }
    }
    return names
  }
}

/// Parts bylines into names.
enum AuthorNames {
  /// Words that come before a name, in the languages of the field.
  private static let prefixes: [String] = [
    "by", "von", "por", "par", "di", "da", "de", "av", "af", "door", "przez", "od", "text", "autor",
    "autorin", "author",
    "written by", "reported by", "words by", "story by", "posted by", "published by", "ein kommentar von",
    "eine analyse von",
    "ein artikel von", "автор", "από", "oleh", "tekst", "texte", "redaktion:", "yazan", "laatija", "teksti",
    "foto:",
  ]
  private static let joiners: Set<String> = [
    "and", "und", "y", "et", "e", "og", "och", "en", "ja", "i", "a", "with", "mit", "και", "и", "та", "&",
  ]

  /// The names of a byline, in its order.
  static func names(in byline: String) -> [String] {
    let text = withoutPrefix(byline.collapsed)
    guard text.utf8.count <= 300, !text.isAddress else { return [] }
    return pieces(of: text).compactMap(name)
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if joiners.contains(word.lowercased()), word.first?.isUppercase != true {
        // Single letters join names only between whole ones: "Ortega y Gasset" is one.
        if (pieces.last?.count ?? 0) >= 2 || word.utf8.count > 1 {
          pieces.append([])
        } else {
          pieces[pieces.count - 1].append(word)
        }
        continue
      }
      if word == "/" || word == "|" || word == "•" || word == "·" || word == "-" || word == "–" || word == "—"
      {
        pieces.append([])
        continue
      }
      let ends = word.hasSuffix(",") || word.hasSuffix(";")
      let parts = word.split { $0 == ";" || $0 == "/" || $0 == "|" || $0 == "," || $0 == "、" || $0 == "，" }
      for (index, part) in parts.enumerated() {
        if index > 0 { pieces.append([]) }
        pieces[pieces.count - 1].append(part)
      }
      if ends { pieces.append([]) }
    }
    return pieces.map { $0.joined(separator: " ") }
  }

  private static func withoutPrefix(_ text: String) -> String {
    let lower = text.lowercased()
    for prefix in prefixes where lower.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      guard let next = rest.first, next == " " || next == ":" else { continue }
      return withoutPrefix(String(rest.drop { $0 == " " || $0 == ":" }))
    }
    return text
  }

  /// A name, unless it cannot be one.
  private static func name(_ piece: String) -> String? {
    // What stands in brackets is an initial, an office or an address.
    let name = withoutPrefix(piece.prefix { $0 != "(" }.trimmed.trimmingMarks)
    let count = name.unicodeScalars.count
    guard (2...60).contains(count), !name.contains("@"), !name.contains("http"), !name.contains("<"),
      name.unicodeScalars.contains(where: \.properties.isAlphabetic),
      name.utf8.filter(\.isASCIIDigit).count < 3, name.split(separator: " ").count <= 6,
      !["admin", "administrator", "null", "undefined", "none", "unknown", "author", "staff"].contains(
        name.lowercased())
    else { return nil }
    return name
  }
}

extension Substring {
  /// The text without the marks at its ends that do not belong to a name.
  fileprivate var trimmingMarks: String {
    var text = self
    while let first = text.first, "-–—:|/,;•·.\"“”()[]".contains(first) || first.isWhitespace {
      text.removeFirst()
    }
    while let last = text.last, "-–—:|/,;•·\"“”()[]".contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

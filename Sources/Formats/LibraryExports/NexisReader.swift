internal import Articles

/// Cuts the lines of an export of Nexis into its documents, and reads each.
///
/// Two layouts: that of before 2019, in which "3 of 10 DOCUMENTS" heads a document and labels in capitals name its fields,
/// and that of Nexis Uni, in which "Body" heads the text and "End of Document" ends it.
enum NexisReader {
  /// Whether some lines are of such an export.
  static func recognises(_ lines: some Sequence<String>) -> Bool {
    var (hasLength, hasBody) = (false, false)
    for line in lines {
      if isHeading(line) || line == "End of Document" { return true }
      hasLength = hasLength || line.hasPrefix("Length:")
      hasBody = hasBody || line == "Body" && hasLength
    }
    return hasBody
  }

  /// The articles of an export, in order; none where there is no document in it.
  ///
  /// - Parameter lines: Its lines, trimmed; blank ones divide paragraphs.
  static func drafts(of lines: [String], at location: (Int) -> SourceLocation) -> [ArticleDraft] {
    let headings = lines.indices.filter { isHeading(lines[$0]) }
    var drafts: [ArticleDraft] = []
    if !headings.isEmpty {
      for (number, start) in headings.enumerated() {
        let end = number + 1 < headings.count ? headings[number + 1] : lines.endIndex
        var draft = ArticleDraft(at: location(number + 1))
        NexisClassicDocument(lines[(start + 1)..<end]).fill(&draft)
        drafts.append(draft)
      }
      return drafts
    }
    for part in lines.split(separator: "End of Document") {
      guard let document = NexisUniDocument(part) else { continue }
      var draft = ArticleDraft(at: location(drafts.count + 1))
      document.fill(&draft)
      drafts.append(draft)
    }
    return drafts
  }

  /// "3 of 10 DOCUMENTS", in the languages of its interface.
  private static func isHeading(_ line: String) -> Bool {
    guard line.utf8.count < 60 else { return false }
    let words = line.split(separator: " ")
    return words.count == 4 && words[0].allSatisfy(\.isNumber) && words[2].allSatisfy(\.isNumber)
      && ["DOCUMENTS", "DOCUMENT", "DOKUMENTEN", "DOKUMENTE", "DOCUMENTEN", "DOCUMENTOS"].contains(words[3])
  }

  /// The label of a field in capitals, and what follows it; nil where a block begins with none.
  static func field(in block: String) -> (label: String, value: String)? {
    guard let colon = block.firstIndex(of: ":") else { return nil }
    let label = block[..<colon]
    guard (4...28).contains(label.count), label.first?.isLetter == true,
      label.allSatisfy({ $0.isUppercase || $0 == "-" || $0 == " " })
    else { return nil }
    return (String(label), String(block[block.index(after: colon)...]).onOneLine)
  }

  /// The date at the start of a line that goes on with a day of the week or an edition.
  static func date(atStartOf line: String) -> String? {
    let words = line.split(separator: " ", maxSplits: 12)
    for count in stride(from: min(words.count, 8), through: 2, by: -1) {
      let text = words[..<count].joined(separator: " ").trimmingMarks
      if ArticleDate(parsing: text)?.month != nil { return text }
    }
    return nil
  }
}

extension String {
  /// The text without commas and semicolons at its end.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    while let last = text.last, last == "," || last == ";" { text = text.dropLast() }
    return String(text)
  }
}

/// A document in the layout of before 2019.
struct NexisClassicDocument {
  /// Runs of lines without a blank one.
  private let blocks: [[String]]

  init(_ lines: ArraySlice<String>) {
    blocks = lines.split(whereSeparator: \.isEmpty).map(Array.init)
  }

  /// Labels of what follows a text; where a document has no length, they tell where its text ends.
  private static let copyrightMarks = ["Copyright ", "©", "(c) "]

  /// Takes outlet, date, headline, fields and text into a draft.
  func fill(_ draft: inout ArticleDraft) {
    var rest = blocks[...]
    // A line of copyright may stand above the outlet.
    if let first = rest.first?.first, Self.copyrightMarks.contains(where: first.hasPrefix) {
      rest.removeFirst()
    }
    draft.article.outlet = rest.popFirst()?.joined(separator: " ")
    if let line = rest.first?.first, let date = NexisReader.date(atStartOf: line) {
      draft.set(\.published, "publication", date)
      rest.removeFirst()
    }
    var title: [String] = []
    while let block = rest.first, NexisReader.field(in: block.joined(separator: " ")) == nil {
      title.append(block.joined(separator: " "))
      rest.removeFirst()
    }
    readHeader(&rest, into: &draft)
    // Without any field the first block alone is the headline.
    if rest.isEmpty, title.count > 1 {
      draft.article.text = title.dropFirst().joined(separator: "\n\n")
      title.removeSubrange(1...)
    } else {
      readBody(rest, into: &draft)
    }
    draft.article.title = title.joined(separator: " ").trimmedOrNil
  }

  private func readHeader(_ rest: inout ArraySlice<[String]>, into draft: inout ArticleDraft) {
    while let block = rest.first, let field = NexisReader.field(in: block.joined(separator: " ")) {
      take(field, into: &draft)
      rest.removeFirst()
    }
  }

  private func readBody(_ rest: ArraySlice<[String]>, into draft: inout ArticleDraft) {
    var paragraphs: [String] = []
    var isBelow = false
    for block in rest {
      let text = block.joined(separator: " ").onOneLine
      if let field = NexisReader.field(in: text) {
        isBelow = true
        take(field, into: &draft)
      } else if Self.copyrightMarks.contains(where: text.hasPrefix) && text.utf8.count < 200 {
        isBelow = true
      } else if !isBelow {
        paragraphs.append(text)
      }
    }
    draft.article.text = paragraphs.joined(separator: "\n\n")
  }

  private func take(_ field: (label: String, value: String), into draft: inout ArticleDraft) {
    switch field.label {
    case "BYLINE", "AUTEUR", "AUTOR", "AUTORE", "AUTEURS":
      draft.article.byline = draft.article.byline ?? field.value.trimmedOrNil
    case "LANGUAGE", "LANGUE", "SPRACHE", "IDIOMA", "TAAL", "LINGUA":
      // Several may be named; the first is that of the text.
      draft.setLanguage(field.value.split { !$0.isLetter }.first.map(String.init))
    case "URL": draft.article.url = field.value.trimmedOrNil
    default: break
    }
  }
}

/// A document in the layout of Nexis Uni.
struct NexisUniDocument {
  private let title: String?
  private let outlet: String?
  private let date: String
  private let fields: [String]
  private let body: [String]

  /// Finds the parts of a document; nil where there is no body.
  init?(_ lines: ArraySlice<String>) {
    guard let start = lines.firstIndex(of: "Body") else { return nil }
    let header = lines[..<start]
    guard
      let dateLine = header.lastIndex(where: {
        NexisReader.date(atStartOf: $0) != nil && !$0.contains("Copyright")
      }),
      let date = NexisReader.date(atStartOf: header[dateLine])
    else { return nil }
    self.date = date
    let above = header[..<dateLine].filter { !$0.isEmpty }
    outlet = above.last
    title = above.dropLast().last
    fields = header[(dateLine + 1)...].filter { !$0.isEmpty }
    let below = lines[(start + 1)...]
    body = Array(below.prefix { !Self.endMarks.contains($0) && !$0.hasPrefix("Load-Date:") })
  }

  private static let endMarks: Set<String> = ["Classification", "Graphic", "Notes"]

  /// Takes what there is into a draft.
  func fill(_ draft: inout ArticleDraft) {
    draft.article.outlet = outlet
    draft.article.title = title
    draft.set(\.published, "publication", date)
    draft.article.byline = value(of: "Byline")
    draft.article.url = value(of: "URL")
    draft.article.text = body.filter { !$0.isEmpty && !Self.isMark($0) }.joined(separator: "\n\n")
  }

  private func value(of label: String) -> String? {
    fields.first { $0.hasPrefix(label + ":") }.flatMap { String($0.dropFirst(label.count + 1)).trimmedOrNil }
  }

  /// The numbers that stand above and below some texts.
  private static func isMark(_ line: String) -> Bool { line.utf8.count < 12 && line.allSatisfy(\.isNumber) }
}

package import Archive
internal import Articles

/// Writes families of articles that have one text for people: a timeline with the tree of who has it from whom.
package struct FamilyText {
  private let style: TerminalStyle

  /// - Parameter style: How text is set off.
  package init(style: TerminalStyle) { self.style = style }

  /// A family in some lines.
  package func text(of family: ArticleFamily) -> String {
    let byID = Dictionary(
      family.articles.map { (ByteKey($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    let title = family.origin.article.flatMap { byID[ByteKey($0)]?.title } ?? family.articles.first?.title
    var lines = [
      style.bold(TerminalText.harmlessLine(title ?? family.articles.first?.id ?? "")),
      "\(counted(family.articles.count, "article")) at \(counted(family.outlets, "outlet")), "
        + counted(family.texts, "independent text"),
      origin(of: family),
    ]
    let children = Dictionary(grouping: family.tree) { $0.parent.map(ByteKey.init) }
    for root in children[nil] ?? [] { append(root, children, byID, indent: "", to: &lines) }
    return lines.joined(separator: "\n")
  }

  private func origin(of family: ArticleFamily) -> String {
    let name = [family.origin.source, family.origin.article].compactMap { $0 }.joined(separator: ", ")
    return TerminalText.harmlessLine(
      "\(Self.claim(of: family.origin)): \(name.isEmpty ? "unknown" : name) (\(Self.basis(of: family.origin)))"
    )
  }

  /// What is claimed of the article or source that a family's origin names: an origin where others credit it, else no more
  /// than its date or its length.
  package static func claim(of origin: ArticleFamily.Origin) -> String {
    origin.isCredited || origin.article == nil ? "origin" : "first in the archive"
  }

  /// What an origin rests on; how sure it is where it is credited.
  package static func basis(of origin: ArticleFamily.Origin) -> String {
    origin.isCredited ? "\(origin.basis); \(percent(origin.confidence)) sure" : origin.basis
  }

  private func append(
    _ branch: ArticleFamily.Branch, _ children: [ByteKey?: [ArticleFamily.Branch]],
    _ articles: [ByteKey: ArticleSummary], indent: String, to lines: inout [String]
  ) {
    guard let article = articles[ByteKey(branch.article)] else { return }
    let source = SourceText.line(article)
    let language = article.language.map { ", in \(LanguageName.english(of: $0))" } ?? ""
    let translated =
      branch.translationOf.map { TerminalText.harmlessLine(" · the text of \($0)\(language)") } ?? ""
    let share = branch.parent == nil ? "" : " · \(percent(branch.share)) taken, \(percent(branch.kept)) kept"
    lines.append("\(indent)\(branch.parent == nil ? "●" : "└") \(source)\(share)\(translated)")
    for child in children[ByteKey(branch.article)] ?? [] {
      append(child, children, articles, indent: indent + "  ", to: &lines)
    }
  }
}

internal import Articles

/// A document of NITF, by itself or within NewsML.
enum NITF {
  /// Reads a document; what it says of the article counts only where nothing around it says otherwise.
  static func read(_ nitf: MarkupElement, into draft: inout ArticleDraft) -> String? {
    let (head, body) = (nitf.child("head"), nitf.child("body"))
    let (data, top) = (head?.child("docdata"), body?.child("body.head"))
    if draft.article.id.isEmpty { draft.article.id = data?.child("doc-id")?["id-string"] ?? "" }
    let headline = top?.child("hedline").flatMap { $0.text("hl1") ?? $0.line } ?? head?.text("title")
    draft.article.title = draft.article.title ?? headline
    draft.article.byline = draft.article.byline ?? top?.child("byline").flatMap { $0.partedLine }
    if draft.article.outlet == nil {
      draft.article.outlet =
        top?.child("distributor").flatMap { $0.text("org") ?? $0.line }
        ?? data?.child("doc.copyright")?["holder"] ?? data?.child("doc-id")?["regsrc"]
        ?? top?.first("rights/rights.owner")?.line
    }
    if draft.article.language == nil { draft.setLanguage(nitf["baselang"] ?? nitf["lang"]) }
    if draft.article.published == nil {
      draft.set(
        \.published, "publication", data?.child("date.issue")?["norm"],
        head?.child("pubdata")?["date.publication"],
        top?.first("dateline/story.date")?["norm"], data?.child("date.release")?["norm"])
    }
    if let content = body?.child("body.content") ?? body { draft.article.text = MarkupText.text(of: content) }
    return "text"
  }
}

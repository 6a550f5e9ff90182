internal import Articles

/// An item of NewsML 1.
enum NewsML1 {
  /// Reads an item; what kind it is.
  static func read(_ item: MarkupElement, into draft: inout ArticleDraft) -> String? {
    let identifier = item.first("Identification/NewsIdentifier")
    draft.article.id = identifier?.text("PublicIdentifier") ?? identifier?.text("NewsItemId") ?? ""
    let lines = item.anywhere("NewsLines")
    draft.article.title = lines?.text("HeadLine")?.trimmedOrNil
    draft.article.byline = lines?.text("ByLine")
    let management = item.child("NewsManagement")
    draft.set(
      \.published, "publication", management?.text("FirstCreated"), management?.text("ThisRevisionCreated"),
      identifier?.text("DateId"))
    draft.article.outlet = item.anywhere("Provider").flatMap(party) ?? identifier?.text("ProviderId")
    draft.article.sources = [item.anywhere("Source").flatMap(party)].compactMap { $0 }
    draft.setLanguage(item.anywhere("Language")?["FormalName"] ?? item["lang"])
    for content in item.all("ContentItem") {
      let kind = content.child("MediaType")?["FormalName"] ?? "Text"
      guard kind.lowercased() == "text", let data = content.child("DataContent") else { continue }
      if let nitf = data.child("nitf") {
        _ = NITF.read(nitf, into: &draft)
      } else if data.children.isEmpty {
        draft.article.text = MarkupText.text(ofHTML: data.rawText).trimmedOrNil ?? ""
      } else {
        draft.article.text = MarkupText.text(of: data)
      }
      if !draft.article.text.isBlank { break }
    }
    return item.first("NewsManagement/NewsItemType")?["FormalName"]
  }

  private static func party(_ element: MarkupElement) -> String? { element.anywhere("Party")?["FormalName"] }
}

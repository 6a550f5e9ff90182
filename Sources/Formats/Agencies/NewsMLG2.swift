internal import Articles

/// An item of NewsML-G2.
enum NewsMLG2 {
  /// Reads an item; what kind it is.
  static func read(_ item: MarkupElement, into draft: inout ArticleDraft) -> String? {
    let (meta, content) = (item.child("itemMeta"), item.child("contentMeta"))
    draft.article.id = item["guid"] ?? ""
    draft.article.outlet = name(meta?.child("provider")) ?? name(item.first("rightsInfo/copyrightHolder"))
    draft.article.title = headline(content)
    draft.article.byline =
      content?.children("by").compactMap(\.line).joined(separator: ", ").trimmedOrNil
      ?? content?.children("creator").compactMap(name).joined(separator: ", ").trimmedOrNil
    draft.article.sources = (content?.children("infoSource").compactMap(name) ?? []).withoutRepeats
    draft.setLanguage(content?.child("language")?["tag"] ?? item["lang"])
    draft.set(
      \.published, "publication", content?.text("contentCreated") ?? meta?.text("firstCreated"),
      meta?.text("versionCreated"))
    if let set = item.child("contentSet") { readContent(set, into: &draft) }
    return meta?.child("itemClass")?["qcode"]?.split(separator: ":").last.map(String.init)
  }

  private static func headline(_ content: MarkupElement?) -> String? {
    let headlines = content?.children("headline") ?? []
    let main = headlines.first { ($0["role"] ?? "").hasSuffix("main") }
    return (main ?? headlines.first)?.line ?? content?.text("slugline")
  }

  /// The name of a party: of its names the first, else its literal, else its code without the scheme.
  private static func name(_ party: MarkupElement?) -> String? {
    party?.text("name") ?? party?["literal"] ?? party?["qcode"]?.split(separator: ":").last.map(String.init)
  }

  private static func readContent(_ set: MarkupElement, into draft: inout ArticleDraft) {
    for part in set.children {
      switch part.name {
      case "inlineXML":
        if let nitf = part.name == "nitf" ? part : part.anywhere("nitf") {
          _ = NITF.read(nitf, into: &draft)
        } else {
          draft.article.text = text(of: part.anywhere("body") ?? part)
        }
      case "inlineData" where (part["contenttype"] ?? "text").contains("html"):
        draft.article.text = MarkupText.text(ofHTML: part.rawText)
      case "inlineData":
        let text = part.rawText.trimmedOrNil ?? ""
        draft.article.text = MarkupLeft.text(without: text) ?? text
      default: continue
      }
      if !draft.article.text.isBlank { return }
    }
  }

  /// The text of a page; its header holds headline, keywords and date, and counts only where there is nothing else.
  private static func text(of body: MarkupElement) -> String {
    let text = MarkupText.text(of: body, without: ["header", "footer", "nav"])
    return text.isBlank ? MarkupText.text(of: body) : text
  }
}

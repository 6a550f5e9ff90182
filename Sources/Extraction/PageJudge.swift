/// Tells pages that are no article from those that are.
struct PageJudge {
  /// Why the page is no article; nil where it is one.
  private(set) var refusal: PageRefusal?

  init(_ page: PageText, _ metadata: MetadataReader) {
    if page.chosenBytes == 0 {
      refusal = PageRefusal(.empty, detail: "no block of the page looks like text of an article")
    }
  }
}

extension MetadataReader {
  /// The titles that the head of the page declares.
  var declaredTitles: [String] {
    metas(["og:title", "twitter:title"]).map(\.value) + linked("headline").map(\.value)
  }
}

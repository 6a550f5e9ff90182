internal import Articles

/// Reads JSON Feed, versions 1 and 1.1.
enum JSONFeedReader {
  /// The feed of a document; refused where it is not JSON.
  static func feed(in document: Document) throws(Refusal) -> Feed? {
    let value: JSONValue
    do {
      value = try JSONParser.value(of: Array(document.bytes.dropByteOrderMark())).value
    } catch {
      throw Refusal(
        .badJSON, at: document.location, "the feed is not JSON: \(error.problem) (byte \(error.offset))")
    }
    guard let object = value.object else { return nil }
    var feed = Feed()
    feed.title = object["title"]?.joined
    feed.language = object["language"]?.joined
    feed.author = (object["authors"] ?? object["author"])?.joined
    feed.entries = (object["items"]?.elements ?? []).compactMap(\.object).map(entry)
    return feed
  }

  private static func entry(_ item: JSONObject) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = item["id"]?.joined
    entry.title = item["title"]?.joined.flatMap { MarkupText.text(ofHTML: $0).onOneLine.trimmedOrNil }
    entry.address = (item["url"] ?? item["external_url"])?.joined
    entry.content =
      item["content_html"]?.string.flatMap { MarkupText.text(ofHTML: $0).trimmedOrNil }
      ?? item["content_text"]?.string?.trimmedOrNil
    entry.summary = item["summary"]?.string
    entry.authors = (item["authors"] ?? item["author"])?.parts ?? []
    entry.published = (item["date_published"] ?? item["date_modified"])?.joined
    entry.language = item["language"]?.joined
    return entry
  }
}

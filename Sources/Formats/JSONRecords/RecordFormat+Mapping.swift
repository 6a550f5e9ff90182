internal import Articles

extension RecordFormat {
  /// The one table of who calls what how.
  var mapping: RecordMapping {
    switch self {
    case .reprise: .reprise
    case .trafilatura: .trafilatura
    case .newsPlease: .newsPlease
    case .mediaCloud: .mediaCloud
    case .webz: .webz
    case .nela: .nela
    case .signal: .signal
    case .ninjs: .ninjs
    case .beir: .beir
    case .passim: .passim
    }
  }
}

extension RecordMapping {
  fileprivate static let reprise = RecordMapping(
    required: [
      ["text", "file"],
      ["id", "doc_id", "file", "outlet", "url", "published", "date", "title"],
    ],
    id: ["id", "doc_id"], file: ["file"], outlet: ["outlet"], url: ["url"], title: ["title"], text: ["text"],
    language: ["language", "lang"], byline: ["byline", "author", "authors"],
    published: ["published", "date"],
    printed: ["printed_date"], crawled: ["crawled"], entities: [.classed("entities")], sources: ["sources"])

  /// `trafilatura --json`, and the dictionary that its Python interface returns.
  fileprivate static let trafilatura = RecordMapping(
    required: [
      ["text"], ["source-hostname", "hostname", "sitename"],
      ["source", "fingerprint", "excerpt", "raw_text"],
    ],
    id: ["id"], outlet: ["source-hostname", "sitename", "hostname"], url: ["source", "url"], title: ["title"],
    text: ["text"], language: ["language"], byline: ["author"], published: ["date"], crawled: ["filedate"])

  fileprivate static let newsPlease = RecordMapping(
    required: [["maintext"], ["source_domain", "date_publish", "date_download"]], unread: ["text"],
    id: ["id"], outlet: ["source_domain"], url: ["url"], title: ["title"], text: ["maintext"],
    language: ["language"], byline: ["authors"], published: ["date_publish"], crawled: ["date_download"],
    missingWord: "None")

  /// Stories of the present search interface, and those of the second version (`stories_id`).
  fileprivate static let mediaCloud = RecordMapping(
    required: [["media_name", "media_url", "media_id"], ["publish_date", "indexed_date"]],
    id: ["id", "stories_id"], outlet: ["media_name", "media_url"], url: ["url"], title: ["title"],
    text: ["text", "story_text"], language: ["language"], published: ["publish_date"],
    crawled: ["indexed_date", "collect_date"])

  fileprivate static let webz = RecordMapping(
    required: [["thread"], ["text"], ["uuid", "published", "crawled"]],
    id: ["uuid", "thread.uuid"], outlet: ["thread.site", "thread.site_full"], url: ["url", "thread.url"],
    title: ["title", "thread.title"], text: ["text"], language: ["language"], byline: ["author"],
    published: ["published", "thread.published"], crawled: ["crawled"],
    entities: [
      .names(.person, "entities.persons"), .names(.organisation, "entities.organizations"),
      .names(.place, "entities.locations"),
    ],
    sources: ["syndication.syndicate_id"])

  fileprivate static let nela = RecordMapping(
    required: [["content"], ["source"], ["date", "published_utc", "collection_utc"]],
    id: ["id"], outlet: ["source"], url: ["url"], title: ["title"], text: ["content"], byline: ["author"],
    published: [.epochSeconds("published_utc"), "published", "date"],
    crawled: [.epochSeconds("collection_utc")])

  fileprivate static let signal = RecordMapping(
    required: [["content"], ["media-type"], ["source"]],
    id: ["id"], outlet: ["source"], title: ["title"], text: ["content"],
    published: ["published"])

  fileprivate static let ninjs = RecordMapping(
    required: [["uri"], ["body_text", "body_xhtml", "body_html", "bodies"]], unread: ["title", "source"],
    id: ["uri"], outlet: ["copyrightholder", "copyrightHolder"], url: ["uri"],
    title: ["headline", .mainValue(of: "headlines"), "title"],
    text: ["body_text", .mainValue(of: "bodies")], language: ["language"], byline: ["byline", "by"],
    published: ["versioncreated", "versionCreated", "firstcreated", "firstCreated"],
    entities: [
      .names(.person, "person"), .names(.person, "people"), .names(.organisation, "organisation"),
      .names(.organisation, "organisations"), .names(.place, "place"), .names(.place, "places"),
    ],
    sources: ["infosource", "infosources", "infoSources"])

  fileprivate static let beir = RecordMapping(
    required: [["_id"], ["title"], ["text"]], id: ["_id"], url: ["url"], title: ["title"], text: ["text"])

  fileprivate static let passim = RecordMapping(
    required: [["id"], ["series"], ["text"]],
    id: ["id"], outlet: ["series"], url: ["url"], title: ["title"], text: ["text"], published: ["date"])
}

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
    case .fundus: .fundus
    case .newsAPI: .newsAPI
    case .telegram: .telegram
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
    required: [
      ["uri", "guid"],
      [
        "body_text", "body_xhtml", "body_html", "bodies", "pubstatus", "pubStatus", "versioncreated",
        "versionCreated",
      ],
    ],
    unread: ["title", "source", "id", "authors"],
    sharedKeys: ["guid", "provider", "body_html", "body_xhtml"],
    id: ["uri", "guid"], outlet: ["copyrightholder", "copyrightHolder", "provider"], url: ["uri", "guid"],
    title: ["headline", .mainValue(of: "headlines"), "title"],
    text: ["body_text", .mainValue(of: "bodies"), "body_html", "body_xhtml"], language: ["language"],
    byline: ["byline", "by"],
    published: ["versioncreated", "versionCreated", "firstcreated", "firstCreated"],
    entities: [
      .names(.person, "person"), .names(.person, "people"), .names(.organisation, "organisation"),
      .names(.organisation, "organisations"), .names(.place, "place"), .names(.place, "places"),
    ],
    sources: ["infosource", "infosources", "infoSources"])

  fileprivate static let beir = RecordMapping(
    required: [["_id"], ["title"], ["text"]], id: ["_id"], url: ["url"], title: ["title"], text: ["text"])

  fileprivate static let fundus = RecordMapping(
    required: [["body", "plaintext"], ["publishing_date", "authors"], ["title"]], claimsKeys: false,
    id: ["id"], outlet: ["publisher", "outlet"], url: ["url", "html.responded_url", "html.requested_url"],
    title: ["title"], text: ["plaintext", "body"], language: ["lang", "language"], byline: ["authors"],
    published: ["publishing_date"], crawled: ["html.crawl_date", "crawl_date"])

  fileprivate static let newsAPI = RecordMapping(
    required: [["publishedAt"], ["content"], ["source"]], claimsKeys: false,
    outlet: ["source.name", "source.id"],
    url: ["url"], title: ["title"], text: ["content"], byline: ["author"], published: ["publishedAt"])

  fileprivate static let telegram = RecordMapping(
    required: [["text"], ["type"], ["date_unixtime", "from", "from_id"]], claimsKeys: false, id: ["id"],
    outlet: ["from", "actor"], text: ["text"], published: [.epochSeconds("date_unixtime"), "date"],
    sources: ["forwarded_from"])

  fileprivate static let passim = RecordMapping(
    required: [["id"], ["series"], ["text"]],
    id: ["id"], outlet: ["series"], url: ["url"], title: ["title"], text: ["text"], published: ["date"])
}

internal import Archive

/// What a route has to answer a request.
struct RouteContext: Sendable {
  let site: Site
  let request: SiteRequest
  let lease: ArchivePool.Lease
  /// Whether whoever asks may change names.
  let mayWrite: Bool

  var archive: Archive { lease.archive }
  var query: FormValues { request.query }

  /// The report on who copies whom; nil where it is still being made.
  func reprintReport(within seconds: Double) throws -> ReprintReport? {
    try site.reprints.report(of: site.pool, lease.edition, within: seconds)
  }

  /// The report on who takes text from whom; nil where it is still being made.
  func outletReport(within seconds: Double) throws -> OutletReport? {
    try site.outlets.report(of: site.pool, lease.edition, within: seconds)
  }
}

/// What is answered at a path.
struct Route: Sendable {
  var method = "GET"
  /// The parameters that it knows.
  var parameters: Set<String> = []
  /// Whether it may take long.
  var isLong = false
  /// Whether it changes something.
  var changes = false
  /// Whether its answer may change without a commit.
  var changesByItself = false
  /// Whether its answer is kept for who asks for the same again, as long as there is no commit.
  var isRemembered = false
  /// The answer, where it is always the same.
  var fixed: SiteResponse?
  var answer: @Sendable (RouteContext) throws -> SiteResponse = { _ in
    throw Problem.notFound("nothing is here")
  }
}

/// The table of all paths.
enum Routes {
  static let all: [String: Route] = pages.merging(api) { page, _ in page }.merging(assets) { page, _ in page }

  private static let pages: [String: Route] = [
    "/": Route(parameters: SearchPage.parameters, isRemembered: true, answer: SearchPage.answer),
    "/article": Route(parameters: ["id", "q"], answer: ArticlePage.answer),
    "/family": Route(
      parameters: ["id", "from"], isLong: true, changesByItself: true, answer: FamilyPage.answer),
    "/family.svg": Route(parameters: ["id"], isLong: true, answer: FamilyExport.picture),
    "/family.csv": Route(parameters: ["id"], isLong: true, answer: FamilyExport.table),
    "/family.html": Route(parameters: ["id"], isLong: true, answer: FamilyExport.page),
    "/compare": Route(parameters: ["a", "b"], answer: ComparePage.answer),
    "/compare.html": Route(parameters: ["a", "b"], answer: ComparePage.evidence),
    "/check": Route(answer: CheckPage.form),
    "/check/result": Route(method: "POST", isLong: true, answer: CheckPage.answer),
    "/outlets": Route(isLong: true, changesByItself: true, answer: OutletsPage.answer),
    "/outlets.csv": Route(isLong: true, answer: OutletsPage.table),
    "/outlets.gexf": Route(isLong: true, answer: OutletsPage.network),
    "/outlet": Route(parameters: ["name"], isLong: true, changesByItself: true, answer: OutletPage.answer),
    "/entities": Route(parameters: ["class", "name"], answer: EntitiesPage.answer),
    "/entity": Route(parameters: ["class", "key"], changesByItself: true, answer: EntityPage.answer),
    "/entity/alias": Route(method: "POST", changes: true, answer: EntityPage.decide),
    "/status": Route(changesByItself: true, answer: StatusPage.answer),
    "/help": Route(answer: HelpPage.answer),
  ]

  private static let api: [String: Route] = [
    "/api/search": Route(parameters: SearchAPI.parameters, isRemembered: true, answer: SearchAPI.answer),
    "/api/article": Route(parameters: ["id"], answer: ArchiveAPI.article),
    "/api/relatives": Route(parameters: ["id", "limit"], answer: ArchiveAPI.relatives),
    "/api/compare": Route(parameters: ["a", "b"], answer: ArchiveAPI.compare),
    "/api/family": Route(parameters: ["id"], isLong: true, answer: ArchiveAPI.family),
    "/api/reprints": Route(parameters: ["relation", "families"], isLong: true, answer: ArchiveAPI.reprints),
    "/api/outlets": Route(isLong: true, answer: ArchiveAPI.outlets),
    "/api/check": Route(method: "POST", parameters: ["limit"], isLong: true, answer: ArchiveAPI.check),
    "/api/entities": Route(parameters: ["class", "name", "with", "limit"], answer: ArchiveAPI.entities),
    "/api/complete": Route(parameters: ["q"], answer: ArchiveAPI.complete),
    "/api/status": Route(answer: ArchiveAPI.status),
    "/api/openapi.json": Route(fixed: SiteResponse(type: "application/json", PackageResources.openapi_json)),
  ]

  private static let assets: [String: Route] = Dictionary(
    uniqueKeysWithValues: Asset.all.map { asset in
      (asset.path, Route(parameters: ["v"], fixed: asset.response))
    })
}

/// A file that pages need, which is a part of the program.
struct Asset: Sendable {
  let path: String
  let type: String
  let bytes: [UInt8]

  static let all = [
    Asset(path: "/style.css", type: "text/css; charset=utf-8", bytes: PackageResources.style_css),
    Asset(path: "/script.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.script_js),
    Asset(path: "/icon.svg", type: "image/svg+xml", bytes: PackageResources.icon_svg),
  ]

  /// A number that changes with what is in them.
  static let version: String = {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for asset in all {
      for byte in asset.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 36)
  }()

  var response: SiteResponse { SiteResponse(type: type, bytes) }
}

internal import Archive
package import Entities
internal import FoundationEssentials
internal import Presentation
internal import Synchronization

/// How a site is opened.
package struct SiteOptions: Sendable {
  /// The folder of the index.
  package var path: String
  /// The file of aliases that the page may change; nil where it may change nothing.
  package var aliasPath: String?
  /// The names under which it is asked for.
  package var hosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
  /// Whether any address in numbers is a name of it.
  package var allowsAddresses = false
  /// What readers must show; nil where they need nothing.
  package var readingToken: String?
  /// What whoever changes names must show.
  package var writingToken: String?
  /// The threads of a report.
  package var jobs = 2
  /// Says what went wrong on this machine, which whoever asks does not learn.
  package var log: @Sendable (String) -> Void = { _ in }

  /// Makes options for reading on this machine alone.
  package init(path: String) { self.path = path }
}

/// The page and the API over one archive: from a request to an answer, without a socket.
package final class Site: Sendable {
  let options: SiteOptions
  let pool: ArchivePool
  let reprints: ReportCache<ReprintReport>
  let outlets: ReportCache<OutletReport>
  let completions = ReportCache { archive in try Completions(archive) }
  private let known = AnswerCache()
  private let access: RequestGuard
  private let routes = Routes.all

  /// Opens a site.
  ///
  /// - Parameters:
  ///   - options: What it shows, and to whom.
  ///   - aliases: What the user says of names.
  package init(options: SiteOptions, aliases: AliasFile = AliasFile()) {
    self.options = options
    pool = ArchivePool(path: options.path, aliases: aliases)
    let jobs = options.jobs
    reprints = ReportCache { archive in try archive.reprints(options: ReprintOptions(jobs: jobs)) }
    outlets = ReportCache { archive in try archive.outlets(options: OutletOptions(jobs: jobs)) }
    access = RequestGuard(
      hosts: options.hosts, allowsAddresses: options.allowsAddresses, readingToken: options.readingToken,
      writingToken: options.writingToken)
  }

  /// Whether a request may take long to answer.
  func isLong(_ request: SiteRequest) -> Bool { routes[request.path]?.isLong ?? false }

  /// Answers a request.
  package func answer(_ request: SiteRequest) -> SiteResponse {
    do {
      if let response = try tokenLogin(request) { return secured(response, request) }
      try access.check(request)
      return secured(try routed(request), request)
    } catch let problem as Problem {
      return refusal(problem, of: request)
    } catch let error as ArchiveError {
      let problem = Problem(error)
      if problem.status == 500 { options.log(ErrorText.text(of: error)) }
      return refusal(problem, of: request)
    } catch {
      options.log("\(error)")
      return refusal(
        Problem(500, "Not answered", "the reason was written where 'reprise serve' runs"), of: request)
    }
  }

  /// Says why a request is not answered: as a page for people, as JSON for programs.
  func refusal(_ problem: Problem, of request: SiteRequest) -> SiteResponse {
    var response =
      request.path.hasPrefix("/api/")
      ? SiteResponse(problem.status, type: "application/problem+json", problem.json())
      : SiteResponse(problem.status, page: ProblemPage.page(problem, query: request.query["q"]))
    if let seconds = problem.retryAfter { response.headers.append(("retry-after", "\(seconds)")) }
    if problem.status == 405 { response.headers.append(("allow", "GET, HEAD, POST")) }
    return secured(response, request)
  }

  private func routed(_ request: SiteRequest) throws -> SiteResponse {
    guard let route = routes[request.path] else {
      throw Problem.notFound("there is no page at \(request.path)")
    }
    guard route.method == (request.method == "HEAD" ? "GET" : request.method) else {
      throw Problem(405, "Not possible", "\(request.path) is asked for with \(route.method)")
    }
    try request.query.check(route.parameters)
    if let fixed = route.fixed { return tagged(fixed, "\"\(Version.current)-\(Asset.version)\"", request) }
    if route.changes { try access.checkWriting(request) }
    return try pool.withArchive { lease in
      let tag = "\"\(Version.current)-\(lease.edition.commit).\(lease.edition.aliases)\""
      if request.method != "POST", request.headers["if-none-match"] == tag, !route.changesByItself {
        return tagged(SiteResponse(304, type: "text/html; charset=utf-8", []), tag, request)
      }
      let context = RouteContext(
        site: self, request: request, lease: lease, mayWrite: access.mayWrite(request))
      let response = try answer(route, context)
      guard response.status == 200, request.method != "POST", !route.changesByItself else { return response }
      return tagged(response, tag, request)
    }
  }

  private func answer(_ route: Route, _ context: RouteContext) throws -> SiteResponse {
    guard route.isRemembered else { return try route.answer(context) }
    let question = AnswerCache.Question(
      target: context.request.target, edition: context.lease.edition, mayWrite: context.mayWrite)
    return try known.answer(question) { try route.answer(context) }
  }

  /// Gives an answer the tag by which it is asked for again, or tells that it is the same as before.
  private func tagged(_ response: SiteResponse, _ tag: String, _ request: SiteRequest) -> SiteResponse {
    if request.headers["if-none-match"] == tag {
      var same = SiteResponse(304, type: response.header("content-type") ?? "text/html; charset=utf-8", [])
      same.headers.append(("etag", tag))
      return same
    }
    var tagged = response
    tagged.headers.append(("etag", tag))
    return tagged
  }

  /// Takes the token out of an address and keeps it as a cookie, so that it stands in no address that is passed on.
  private func tokenLogin(_ request: SiteRequest) throws -> SiteResponse? {
    guard let given = request.query["token"], request.method == "GET" else { return nil }
    guard access.isToken(given) else { throw Problem.unauthorized }
    var response = SiteResponse.redirect(to: Address.of("/", ["q": request.query["q"]]))
    response.headers.append(
      ("set-cookie", "\(RequestGuard.cookie)=\(given); HttpOnly; SameSite=Strict; Path=/"))
    return response
  }

  /// What forbids the browser everything that the pages do not need.
  private func secured(_ response: SiteResponse, _ request: SiteRequest) -> SiteResponse {
    var secured = response
    secured.headers += [
      ("content-security-policy", Self.policy), ("x-content-type-options", "nosniff"),
      ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
      ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), geolocation=(), microphone=()"), ("vary", "cookie"),
    ]
    if response.header("cache-control") == nil {
      secured.headers.append(("cache-control", "private, no-cache"))
    }
    return secured
  }

  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
    "require-trusted-types-for 'script'", "trusted-types reprise",
  ].joined(separator: "; ")
}

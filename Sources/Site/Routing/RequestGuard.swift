/// Lets in only what was meant for this site, from where it may come.
///
/// A page of any site can have a browser ask `http://127.0.0.1`, under its own name once that name leads there (DNS
/// rebinding), or under this one. The first is told by `Host`, the second by `Origin` and `Sec-Fetch-Site`.
struct RequestGuard: Sendable {
  /// The names under which the site is asked for, in lower case, without the port.
  let hosts: Set<String>
  /// Whether any address in numbers will do, since the site listens on all of the machine's.
  let allowsAddresses: Bool
  /// What readers must show; nil where they need nothing.
  let readingToken: String?
  /// What whoever changes something must show; nil where nothing can be changed.
  let writingToken: String?

  static let cookie = "reprise_token"

  /// Checks a request before anything is done for it.
  ///
  /// - Throws: ``Problem`` with what is not allowed.
  func check(_ request: SiteRequest) throws(Problem) {
    guard ["GET", "HEAD", "POST"].contains(request.method) else {
      throw Problem(405, "Not possible", "there is nothing that \(request.method) could do here")
    }
    guard let host = request.headers["host"], isKnown(host) else {
      throw Problem(
        421, "Misdirected", "this is no site of that name; ask for it as 'reprise serve' printed its address")
    }
    let origin = request.headers["origin"]
    if let origin, origin != "http://\(host)", request.method == "POST" || origin != "null" {
      throw .forbidden("another site may not ask here")
    }
    let site = request.headers["sec-fetch-site"]
    let isNavigation = request.headers["sec-fetch-mode"] == "navigate" && request.method != "POST"
    if let site, site != "same-origin", site != "none", !isNavigation {
      throw .forbidden("another site may not ask here")
    }
    if let readingToken, !holds(request, readingToken) { throw .unauthorized }
  }

  /// Checks that a request may change something.
  func checkWriting(_ request: SiteRequest) throws(Problem) {
    guard let writingToken else {
      throw .forbidden("nothing can be changed here; 'reprise serve --aliases FILE' lets names be joined")
    }
    guard holds(request, writingToken) else { throw .unauthorized }
  }

  /// Whether a request shows the token that is asked for.
  func mayWrite(_ request: SiteRequest) -> Bool { writingToken.map { holds(request, $0) } ?? false }

  /// Whether a token that stands in an address is the one.
  func isToken(_ given: String) -> Bool {
    [readingToken, writingToken].compactMap { $0 }.contains { Self.areSame(given, $0) }
  }

  private func holds(_ request: SiteRequest, _ token: String) -> Bool {
    if let given = request.cookie(Self.cookie), Self.areSame(given, token) { return true }
    let bearer = "Bearer "
    guard let given = request.headers["authorization"], given.hasPrefix(bearer) else { return false }
    return Self.areSame(String(given.dropFirst(bearer.count)), token)
  }

  /// Compares in a time that does not tell how much is the same.
  private static func areSame(_ given: String, _ token: String) -> Bool {
    let (left, right) = (Array(given.utf8), Array(token.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func isKnown(_ host: String) -> Bool {
    var name = Substring(host.lowercased())
    if let colon = name.lastIndex(of: ":"), name[name.index(after: colon)...].allSatisfy(\.isNumber) {
      name = name[..<colon]
    }
    if hosts.contains(String(name)) { return true }
    return allowsAddresses && (name.hasPrefix("[") || name.allSatisfy { $0.isNumber || $0 == "." })
  }
}

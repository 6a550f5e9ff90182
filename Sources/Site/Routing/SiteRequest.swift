/// A request, whole.
package struct SiteRequest: Sendable {
  /// The method of HTTP, in capitals.
  package var method: String
  /// The path, decoded.
  package var path: String
  /// What stands behind the `?`.
  var query = FormValues()
  /// The address as it was asked for.
  package var target: String
  /// The headers, by their names in lower case; several of one name joined with commas.
  package var headers: [String: String]
  /// The body.
  package var body: [UInt8]
  /// Whether whoever asked is gone meanwhile.
  package var isAbandoned: @Sendable () -> Bool = { false }

  /// Reads the address of a request.
  ///
  /// - Throws: ``Problem`` where it is too long or cannot be understood.
  package init(
    method: String, target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) throws(Problem) {
    guard target.utf8.count <= SiteLimits.targetBytes else { throw .tooLong }
    let parts = target.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard target.utf8.first == UInt8(ascii: "/"), let path = Address.decoded(parts[0], isForm: false) else {
      throw .badRequest("the address is not a path, encoded as RFC 3986 asks")
    }
    self.method = method
    self.target = target
    self.path = path
    self.headers = headers
    self.body = body
    query = try FormValues(parsing: parts.count == 2 ? Array(parts[1]) : [])
  }

  /// The value of a cookie; nil where there is none of the name.
  func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      if sides.count == 2, sides[0].drop(while: { $0 == " " }) == name { return String(sides[1]) }
    }
    return nil
  }
}

/// An answer, whole or made piece by piece.
package struct SiteResponse: Sendable {
  /// The code of HTTP.
  package var status: Int
  /// The headers.
  package var headers: [(name: String, value: String)]
  /// The body, or what is known of it at first.
  package var body: [UInt8]
  /// Makes the rest of the body, each piece when the last one was sent; nil where ``body`` is all.
  package var rest: (@Sendable () throws -> [UInt8]?)?

  init(_ status: Int = 200, type: String, _ body: [UInt8]) {
    self.status = status
    headers = [("content-type", type)]
    self.body = body
  }

  /// A page.
  init(_ status: Int = 200, page: HTMLPage) {
    self.init(status, type: "text/html; charset=utf-8", Array(page.text.utf8))
  }

  /// Leads to another address.
  static func redirect(to address: String) -> SiteResponse {
    var response = SiteResponse(303, type: "text/plain; charset=utf-8", [])
    response.headers.append(("location", address))
    return response
  }

  /// The value of a header; nil where there is none.
  package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

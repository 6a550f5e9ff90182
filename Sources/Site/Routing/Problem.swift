internal import Archive
package import Presentation
internal import Query

/// Why a request is not answered, as RFC 9457 has it.
package struct Problem: Error, Sendable, Equatable {
  /// The code of HTTP.
  package var status: Int
  /// What the code means, in words.
  package var title: String
  /// What was wrong with this request, and what to do.
  package var detail: String
  /// Where a query cannot be read, as UTF-8 offsets into it.
  package var range: Range<Int>?
  /// The query that cannot be read.
  package var query: String?
  /// After how many seconds it can be tried again.
  package var retryAfter: Int?

  init(_ status: Int, _ title: String, _ detail: String) {
    self.status = status
    self.title = title
    self.detail = detail
  }

  static func badRequest(_ detail: String) -> Problem {
    Problem(400, "The request cannot be understood", detail)
  }
  static func forbidden(_ detail: String) -> Problem { Problem(403, "Not allowed", detail) }
  static func notFound(_ detail: String) -> Problem { Problem(404, "Not found", detail) }
  static let unauthorized = Problem(
    401, "A token is needed",
    "open the address with the token that 'reprise serve' printed, or send it as a bearer token")
  static let tooLarge = Problem(
    413, "Too large", "the body is larger than \(SiteLimits.bodyBytes) bytes, the most that is taken")
  static let tooLong = Problem(414, "The address is too long", "it may have \(SiteLimits.targetBytes) bytes")
  static var busy: Problem {
    var problem = Problem(503, "Too busy", "as much is being asked as can be answered; try again in a second")
    problem.retryAfter = 1
    return problem
  }
  static var tooMany: Problem {
    var problem = Problem(
      429, "Too many requests", "several long answers are being made for you already; wait for one of them")
    problem.retryAfter = 2
    return problem
  }

  /// What an archive could not do.
  ///
  /// What is wrong on this machine is not told to whoever asks.
  init(_ error: ArchiveError) {
    switch error {
    case .query(let query):
      self.init(400, "The query cannot be read", query.message)
      range = query.range
      self.query = query.query
    case .unknownArticle(let id): self.init(404, "Not found", "there is no article with the id \"\(id)\"")
    default:
      self.init(
        500, "The index cannot be read",
        "the reason was written where 'reprise serve' runs; 'reprise verify' tells more")
    }
  }
}

extension Problem: JSONRecord {
  /// Adds the members of RFC 9457.
  package func write(to json: inout JSONObject) {
    json.add("detail", detail)
    json.add("query", query)
    if let range { json.add("range", range) }
    json.add("status", status)
    json.add("title", title)
    json.add("type", "about:blank")
  }
}

/// The most that is taken of anything.
package enum SiteLimits {
  /// UTF-8 bytes of a body.
  package static let bodyBytes = 1 << 20
  /// Bytes of an address.
  package static let targetBytes = 8 << 10
  /// UTF-8 bytes of a query.
  package static let queryBytes = 4 << 10
  /// Results of one page.
  package static let results = 200
  /// Results that can be gone through by pages.
  package static let depth = 10_000
  /// Requests that wait while others are answered.
  package static let waiting = 256
  /// Long answers that are made at once.
  package static let longAnswers = 4
  /// Seconds from a request's first byte to its last, and that a connection may say nothing.
  package static let seconds: Int64 = 20
  /// Open connections; where more come, the one that was quiet for longest is closed.
  package static let connections = 2_000
}

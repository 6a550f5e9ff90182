import Archive
import FoundationEssentials
import Glibc
import Testing

@testable import Site

/// An archive of the project's corpus, and one whose every field is hostile, each behind a site.
enum Fixture {
  private static let corpus: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/corpus"
  }()

  private static let home: String = {
    var template = Array("/tmp/reprise-site-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  private static let corpusIndex = Result {
    _ = try Indexer(path: home + "/corpus").run(paths: [corpus])
    return home + "/corpus"
  }

  private static let hostileIndex = Result {
    let file = home + "/hostile.jsonl"
    try Data(hostileRecords.utf8).write(to: URL(filePath: file))
    _ = try Indexer(path: home + "/hostile").run(paths: [file])
    return home + "/hostile"
  }

  static func site(_ change: (inout SiteOptions) -> Void = { _ in }) throws -> Site {
    var options = SiteOptions(path: try corpusIndex.get())
    change(&options)
    return Site(options: options)
  }

  static func hostileSite() throws -> Site { Site(options: SiteOptions(path: try hostileIndex.get())) }

  static let markup =
    #"\u0600<img src=x onerror=alert(1)>\u202e\u001b[31m\"'><script>alert(2)</script>{{7*7}}"#

  private static let hostileRecords = (0..<3).map { number in
    let text =
      "The goat \(markup) is back in the town of Vienna, said Ann Lee of the harbour office on Monday morning. "
    return """
      {"id":"h\(number)\(markup)","outlet":"O\(number)\(markup)","title":"T\(markup)","byline":"B\(markup)",\
      "language":"en","published":"2024-03-0\(number + 1)","url":"javascript:alert(3)","entities":[{"class":"person","name":"P\(markup)"}],\
      "sources":["S\(markup)"],"text":"\(text)\(text)The keeper had looked for it since the storm on the island, and nobody knows how it came over the water."}
      """
  }.joined(separator: "\n")

  static let hostileID =
    "h0\u{600}<img src=x onerror=alert(1)>\u{202E}\u{1B}[31m\"'><script>alert(2)</script>{{7*7}}"
}

extension Site {
  /// What the site answers to a request on this machine.
  func get(_ target: String, _ headers: [String: String] = [:]) throws -> SiteResponse {
    answer(
      try SiteRequest(
        method: "GET", target: target, headers: ["host": "127.0.0.1:7373"].merging(headers) { $1 }))
  }

  func post(_ target: String, _ body: String, _ headers: [String: String] = [:]) throws -> SiteResponse {
    answer(
      try SiteRequest(
        method: "POST", target: target, headers: ["host": "127.0.0.1:7373"].merging(headers) { $1 },
        body: Array(body.utf8)))
  }
}

extension SiteResponse {
  /// The body with what is made behind it.
  var text: String {
    var bytes = body
    while let more = (try? rest?()) ?? nil { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Testing

@testable import Site

struct AnswerCacheTests {
  private static func question(_ target: String, commit: Int = 1) -> AnswerCache.Question {
    AnswerCache.Question(target: target, edition: .init(commit: commit, aliases: 0), mayWrite: false)
  }

  private static func response(_ text: String, _ status: Int = 200) -> SiteResponse {
    SiteResponse(status, type: "text/plain", Array(text.utf8))
  }

  @Test func `an answer is made once for each commit`() {
    let cache = AnswerCache()
    #expect(cache.answer(Self.question("/?q=a")) { Self.response("one") }.body == Array("one".utf8))
    #expect(cache.answer(Self.question("/?q=a")) { Self.response("two") }.body == Array("one".utf8))
    #expect(cache.answer(Self.question("/?q=b")) { Self.response("two") }.body == Array("two".utf8))
    #expect(
      cache.answer(Self.question("/?q=a", commit: 2)) { Self.response("three") }.body == Array("three".utf8))
  }

  @Test func `what is no answer is not kept`() {
    let cache = AnswerCache()
    _ = cache.answer(Self.question("/?q=a")) { Self.response("busy", 503) }
    #expect(cache.answer(Self.question("/?q=a")) { Self.response("well") }.body == Array("well".utf8))
  }

  @Test func `the oldest go where there are too many bytes`() {
    let cache = AnswerCache()
    let long = String(repeating: "x", count: 1 << 20)
    for number in 0..<20 { _ = cache.answer(Self.question("/?q=\(number)")) { Self.response(long) } }
    #expect(cache.answer(Self.question("/?q=0")) { Self.response("new") }.body == Array("new".utf8))
    #expect(cache.answer(Self.question("/?q=19")) { Self.response("new") }.body == Array(long.utf8))
  }
}

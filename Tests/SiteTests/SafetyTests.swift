import Testing

@testable import Site

/// What is not let in, and what does not get out.
struct SafetyTests {
  @Test(
    arguments: [
      ("evil.example", nil), ("127.0.0.1.evil.example:7373", nil), ("", nil), ("localhost:7373", 200),
      ("[::1]:7373", 200),
    ] as [(String, Int?)])
  func `a name that is not the site's is refused`(host: String, status: Int?) throws {
    #expect(try Fixture.site().get("/help", ["host": host]).status == status ?? 421)
  }

  @Test func `another site cannot ask`() throws {
    let site = try Fixture.site()
    #expect(try site.post("/check/result", "text=a", ["origin": "http://evil.example"]).status == 403)
    #expect(try site.post("/check/result", "text=a", ["origin": "null"]).status == 403)
    #expect(
      try site.post(
        "/check/result", "text=a", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]
      ).status == 403)
    #expect(
      try site.get("/api/status", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"]).status == 403
    )
    #expect(
      try site.get("/help", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]).status == 200)
    #expect(try site.post("/check/result", "text=a", ["origin": "http://127.0.0.1:7373"]).status == 200)
  }

  @Test func `a token is asked for where one is set`() throws {
    let site = try Fixture.site { $0.readingToken = "0123456789abcdef" }
    #expect(try site.get("/api/status").status == 401)
    #expect(try site.get("/api/status", ["authorization": "Bearer 0123456789abcdeX"]).status == 401)
    #expect(try site.get("/api/status", ["authorization": "Bearer 0123456789abcdef"]).status == 200)
    #expect(try site.get("/help", ["cookie": "a=b; reprise_token=0123456789abcdef"]).status == 200)
    let login = try site.get("/?token=0123456789abcdef")
    #expect(login.status == 303 && login.header("location") == "/")
    #expect(login.header("set-cookie")?.contains("HttpOnly; SameSite=Strict") == true)
    #expect(try site.get("/?token=wrong").status == 401)
  }

  @Test func `names are changed by whoever has the token alone`() throws {
    let body = "class=person&key=barker&one=Ann+Barker&other=A.+Barker&decision=join"
    #expect(try Fixture.site().post("/entity/alias", body).status == 403)
    let site = try Fixture.site {
      $0.aliasPath = "/nonexistent/aliases.txt"
      $0.writingToken = "0123456789abcdef"
    }
    #expect(try site.post("/entity/alias", body).status == 401)
    let answer = try site.post("/entity/alias", body, ["authorization": "Bearer 0123456789abcdef"])
    #expect(answer.status == 500 && !answer.text.contains("/nonexistent"))
  }

  @Test func `every answer forbids the browser what it does not need`() throws {
    let site = try Fixture.site()
    for target in ["/", "/?q=grain", "/nowhere", "/api/status", "/style.css", "/?q=a:b"] {
      let policy = try #require(try site.get(target).header("content-security-policy"))
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      #expect(try site.get(target).header("x-content-type-options") == "nosniff")
    }
  }

  @Test func `no folder of the machine is told`() throws {
    let site = try Fixture.site()
    for target in ["/status", "/api/status", "/nowhere", "/api/article?id=x"] {
      #expect(!(try site.get(target).text.contains("/tmp/")), "\(target)")
    }
    let corpus = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    for target in ["/status", "/api/status"] {
      let text = try site.get(target).text
      #expect(text.contains("gone.txt is not there") && !text.contains(corpus))
    }
    let gone = Site(options: SiteOptions(path: "/tmp/there-is-no-such-index"))
    #expect(try gone.get("/?q=a").status == 500)
    #expect(!(try gone.get("/?q=a").text.contains("/tmp/")))
  }

  @Test func `limits have clear answers`() throws {
    let site = try Fixture.site()
    #expect(try site.get("/?q=" + String(repeating: "a", count: 5_000)).status == 414)
    #expect(throws: Problem.tooLong) {
      try SiteRequest(method: "GET", target: "/" + String(repeating: "a", count: 9_000))
    }
    #expect(throws: Problem.self) { try SiteRequest(method: "GET", target: "/%zz") }
    #expect(throws: Problem.self) { try SiteRequest(method: "GET", target: "http://other/") }
    #expect(try site.get("/api/search?q=a&limit=9223372036854775807").status == 400)
    #expect(try site.get("/api/search?q=a&limit=0").status == 400)
  }

  @Test func `nothing of a hostile archive becomes markup`() throws {
    let site = try Fixture.hostileSite()
    let id = Address.encoded(Fixture.hostileID)
    _ = try site.get("/api/outlets")
    _ = try site.get("/api/family?id=\(id)")
    for target in [
      "/", "/?q=goat", "/article?id=\(id)", "/family?id=\(id)", "/compare?a=\(id)&b=\(id)", "/entities",
      "/outlets",
      "/status", "/entities?name=\(id)", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", "/nowhere%3Cscript%3E",
      "/compare.html?a=\(id)&b=\(id)", "/family.svg?id=\(id)", "/family.html?id=\(id)", "/outlet?name=\(id)",
      "/?q=%22%3E%3Cimg%20src=x", "/?q=x:%3Cb%3E",
    ] {
      let page = try site.get(target).text
      let scalars = page.unicodeScalars
      #expect(!page.contains("<img") && !page.contains("<script>"), "\(target)")
      #expect(
        !Array(scalars).contains { ($0.value < 0x20 && $0 != "\n") || (0x202A...0x202E).contains($0.value) },
        "\(target)")
      #expect(!page.contains("href=\"javascript:"), "\(target)")
    }
  }
}

import Testing

@testable import Site

/// What pages show.
struct PageTests {
  @Test func `the start says what there is to search`() throws {
    let page = try Fixture.site().get("/")
    #expect(page.status == 200)
    #expect(page.text.contains("Search 60 articles of 42 outlets"))
  }

  @Test func `results stand together by text, with facets beside them`() throws {
    let page = try Fixture.site().get("/?q=grain+terminal+fire").text
    for part in [
      "<mark>grain</mark>", "class=\"repeats\"", "1 text</strong>", "<h2>Outlets</h2>", "class=\"histogram\"",
      "/compare?a=harbour-wire",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(try Fixture.site().get("/?q=said").text.contains("rel=\"next\""))
  }

  @Test func `facets put filters in and take them out`() {
    let filters = QueryFilters("grain outlet:\"Hill Echo\" fire")
    #expect(filters.toggling("outlet:\"Hill Echo\"").query == "grain fire")
    #expect(filters.toggling("lang:en").query == "grain outlet:\"Hill Echo\" fire lang:en")
  }

  @Test func `a range of months becomes a part of the query`() throws {
    let page = try Fixture.site().get("/?q=grain+date:2023&from=2024-02&to=2024-05")
    #expect(page.status == 303)
    #expect(page.header("location") == "/?q=grain%20date%3A2024-02..2024-05")
  }

  @Test func `a query that cannot be read is shown with the place`() throws {
    let page = try Fixture.site().get("/?q=grain+foo:bar")
    #expect(page.status == 400)
    #expect(page.text.contains("there is no field foo:") && page.text.contains("^"))
  }

  @Test func `a misspelt word is offered as a link`() throws {
    let page = try Fixture.site().get("/?q=dronne+garden").text
    #expect(page.contains("no article has the word"))
  }

  @Test(arguments: [
    ("/article?id=harbour-wire", "class=\"shared"),
    ("/compare?a=harbour-wire&b=harbour-cut", "class=\"changed\""),
    ("/check", "<textarea"), ("/entities", "People"), ("/entities?name=Barker", "arker"),
    ("/status", "Articles"),
    ("/help", "NEAR/5"), ("/outlet?name=The+Eastern+Post", "The Eastern Post"),
    ("/?like=harbour-wire", "class=\"result\""),
  ])
  func `every view shows its matter`(target: String, part: String) throws {
    let page = try Fixture.site().get(target)
    #expect(page.status == 200)
    #expect(page.text.contains(part))
    #expect(page.text.contains("<html lang=\"en\">"))
  }

  @Test func `a family has a picture, a table and a tree`() throws {
    let site = try Fixture.site()
    _ = try site.get("/api/family?id=harbour-wire")
    let page = try site.get("/family?id=harbour-wire").text
    for part in ["class=\"timeline\"", "Has it from", "class=\"tree\"", "Origin:"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(try site.get("/family.csv?id=harbour-wire").text.hasPrefix("article,outlet,"))
    #expect(try site.get("/family.svg?id=harbour-wire").text.hasPrefix("<svg xmlns="))
    #expect(try site.get("/family.html?id=harbour-wire").text.contains("default-src 'none'"))
  }

  @Test func `outlets are a matrix and a network`() throws {
    let site = try Fixture.site()
    _ = try site.get("/api/outlets")
    let page = try site.get("/outlets").text
    #expect(page.contains("class=\"matrix\"") && page.contains("class=\"network\""))
  }

  @Test func `a pasted text is found, stretch by stretch`() throws {
    let site = try Fixture.site()
    let text = try site.get("/compare.html?a=harbour-wire&b=harbour-cut").text
    #expect(text.contains("Content-Security-Policy"))
    let body =
      "text="
      + Address.encoded(
        "Firefighters worked through the night. The grain terminal had been shut by a fire, the harbour master said, and tonnes of grain were stranded in silos along the quay."
      )
    let page = try site.post("/check/result", body)
    #expect(page.status == 200)
    #expect(try site.post("/check/result", "text=").status == 400)
  }

  @Test func `what is unknown is told`() throws {
    let site = try Fixture.site()
    #expect(try site.get("/nowhere").status == 404)
    #expect(try site.get("/article?id=nobody").status == 404)
    #expect(try site.get("/?q=x&colour=red").status == 400)
    #expect(try site.get("/../../etc/passwd").status == 404)
    #expect(try site.get("/%2e%2e/etc/passwd").status == 404)
    #expect(try site.post("/", "").status == 405)
  }
}

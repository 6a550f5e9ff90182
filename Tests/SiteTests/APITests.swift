import FoundationEssentials
import TestSupport
import Testing

@testable import Site

/// The API, held to its own description.
struct APITests {
  private func description() throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(try Fixture.site().get("/api/openapi.json").body))
  }

  private static let questions = [
    "/api/search?q=grain+terminal&facets=outlet,person,org,place,month&limit=3", "/api/search?q=dronne",
    "/api/search?like=harbour-wire", "/api/article?id=harbour-wire", "/api/relatives?id=harbour-wire",
    "/api/compare?a=harbour-wire&b=harbour-cut", "/api/family?id=harbour-wire", "/api/reprints?families=true",
    "/api/outlets", "/api/entities?limit=5", "/api/entities?name=Barker", "/api/complete?q=ou", "/api/status",
    "/api/article?id=nobody", "/api/search?q=a:b", "/api/search", "/api/nowhere",
  ]

  @Test(arguments: questions)
  func `answers are as the description says`(target: String) throws {
    let schemas = try #require(try description()["components"]?["schemas"])
    let answer = try Fixture.site().get(target)
    let lines = answer.text.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let value = try JSONDecoder().decode(JSON.self, from: Data(line.utf8))
      let name = answer.status == 200 ? try #require(value["type"]?.string) : "problem"
      let schema = try #require(schemas[name], "\(name)")
      let faults = SchemaCheck(schemas: schemas).faults(value, schema, at: name)
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test func `every path of the description is answered, and no other`() throws {
    guard case .object(let paths)? = try description()["paths"] else {
      Issue.record("no paths")
      return
    }
    let routes = Routes.all.keys.filter { $0.hasPrefix("/api/") && $0 != "/api/openapi.json" }
    #expect(Set(paths.keys) == Set(routes))
    for (path, methods) in paths {
      let route = try #require(Routes.all[path])
      let operation = try #require(methods[route.method.lowercased()])
      let names = operation["parameters"]?.array?.compactMap { $0["name"]?.string } ?? []
      #expect(Set(names) == route.parameters, "\(path)")
    }
  }

  @Test func `a text is checked`() throws {
    let site = try Fixture.site()
    let article = try JSONDecoder().decode(
      JSON.self, from: Data(try site.get("/api/article?id=glacier-lab").body))
    let text = try #require(article["text"]?.string)
    let first = try #require(try site.post("/api/check", text).text.split(separator: "\n").first)
    let match = try JSONDecoder().decode(JSON.self, from: Data(first.utf8))
    #expect(match["article"]?.string == "glacier-lab" && match["share"]?.number == 1)
    #expect(try site.post("/api/check", "").status == 400)
  }

  @Test func `an answer is asked for again by its tag`() throws {
    let site = try Fixture.site()
    let tag = try #require(try site.get("/api/search?q=grain").header("etag"))
    #expect(try site.get("/api/search?q=grain", ["if-none-match": tag]).status == 304)
    #expect(try site.get("/api/search?q=grain", ["if-none-match": "\"other\""]).status == 200)
  }

  @Test func `pages follow one another`() throws {
    let site = try Fixture.site()
    let link = try #require(try site.get("/api/search?q=the&limit=2").header("link"))
    #expect(link == "</api/search?limit=2&q=the&offset=2>; rel=\"next\"")
    #expect(try site.get("/api/search?limit=2&q=the&offset=2").text.contains("\"rank\":3"))
  }

  @Test func `a report comes in pieces`() throws {
    let answer = try Fixture.site().get("/api/reprints?relation=reprint")
    #expect(answer.body.isEmpty && answer.rest != nil)
    #expect(answer.text.split(separator: "\n").allSatisfy { $0.contains("\"relation\":\"reprint\"") })
  }
}

import Testing

@testable import Reprints

struct WebAddressTests {
  @Test func `addresses are found with the host that names the outlet`() {
    let text =
      "See https://www.Gazette.example/a?b=c, http://m.post.example and www.echo.example. Not xwww.no or a.b."
    #expect(
      WebAddress.addresses(in: text).map(\.host) == ["gazette.example", "post.example", "echo.example"])
  }

  @Test(arguments: [
    ("https://amp.gazette.example:8080/x", "gazette.example"), ("gazette.example", "gazette.example"),
    ("Lowmere Gazette", nil), ("gazette", nil), ("https://", nil), ("3.5", nil),
  ])
  func `the host of an address or an outlet`(_ address: String, _ host: String?) {
    #expect(WebAddress.host(of: address) == host)
  }

  @Test func `hosts within one another are one site`() {
    #expect(WebAddress.areOneSite("edition.gazette.example", "gazette.example"))
    #expect(!WebAddress.areOneSite("thegazette.example", "gazette.example"))
  }
}

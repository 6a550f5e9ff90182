internal import Articles
internal import Testing

@testable import Extraction

/// A page of an invented outlet, with what stands around an article.
struct PageExtractorTests {
  private static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>Harbour bridge closes for repairs | The Fennmouth Courier</title>
    <meta property="og:site_name" content="The Fennmouth Courier">
    <meta property="og:title" content="Harbour bridge closes for repairs">
    <link rel="canonical" href="https://courier.example/2024/05/03/bridge">
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Courier"},
      {"@type": "NewsArticle", "headline": "Harbour bridge closes for repairs", "datePublished": "2024-05-03T07:30:00+02:00",
       "dateModified": "2024-05-03T09:00:00+02:00", "author": [{"@type": "Person", "name": "Ada Quill"}, {"name": "Ben Marsh"}],
       "sourceOrganization": {"name": "Coastal Press Agency"},}]}</script></head><body>
    <nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/local">Local</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <main><article class="article"><h1>Harbour bridge closes for repairs</h1>
    <div class="byline">By Ada Quill and Ben Marsh</div>
    <div class="article-body"><p>The harbour bridge at Fennmouth will be closed to all traffic from Monday, the town's engineers
    said on Friday, after inspectors found cracks in two of its oldest girders.</p>
    <p>Drivers are asked to use the ferry, which will run every twenty minutes, or the road by way of Saltby, which adds about
    nine miles to the journey.</p>
    <blockquote><p>“We would rather close it for six weeks now than for a year later,” said the harbour master, Jonas Reed,
    who has run the port since 2011.</p></blockquote>
    <p>The repairs are expected to cost 1.4 million crowns &amp; to be paid for by the county, which owns the bridge.</p></div>
    </article><aside class="related-articles"><h2>Read more</h2><ul><li><a href="/a">Ferry fares to rise in June</a></li>
    <li><a href="/b">Saltby road reopens after flood</a></li></ul></aside></main>
    <footer class="site-footer"><p>© 2024 The Fennmouth Courier. All rights reserved. <a href="/privacy">Privacy</a></p></footer>
    </body></html>
    """

  private func article(_ page: String) throws -> ExtractedArticle {
    guard case .article(let article) = PageExtractor().extract(Array(page.utf8)) else {
      throw NoArticle()
    }
    return article
  }

  private struct NoArticle: Error {}

  @Test func `the article is taken and what stands around it is not`() throws {
    let article = try article(Self.page)
    #expect(article.text.contains("The harbour bridge at Fennmouth will be closed"))
    #expect(article.text.contains("1.4 million crowns & to be paid"))
    for clutter in ["Home", "Ferry fares", "Read more", "All rights reserved"] {
      #expect(!article.text.contains(clutter))
    }
  }

  @Test func `blocks cover the text but for the line feeds between them`() throws {
    let article = try article(Self.page)
    let bytes = Array(article.text.utf8)
    var end = 0
    for (index, block) in article.blocks.enumerated() {
      #expect(block.range.lowerBound == (index == 0 ? 0 : end + 1))
      end = block.range.upperBound
      #expect(end == bytes.count || bytes[end] == 0x0A)
    }
    #expect(end == bytes.count)
    let quotations = article.blocks.filter(\.isQuotation)
    #expect(quotations.count == 1)
    #expect(
      String(decoding: bytes[try #require(quotations.first).range], as: UTF8.self).contains("six weeks"))
  }

  @Test func `metadata say where they were found`() throws {
    let article = try article(Self.page)
    #expect(article.title?.value == "Harbour bridge closes for repairs")
    #expect(article.authors.map(\.value) == ["Ada Quill", "Ben Marsh"])
    #expect(article.published?.value.description == "2024-05-03T07:30:00+02:00")
    #expect(article.published?.value.date.description == "2024-05-03T05:30:00Z")
    #expect(article.published?.place.description == "json-ld NewsArticle.datePublished")
    #expect(article.modified?.value.description == "2024-05-03T09:00:00+02:00")
    #expect(article.outlet?.value == "The Fennmouth Courier")
    #expect(article.language?.value == "en")
    #expect(
      article.url == Found("https://courier.example/2024/05/03/bridge", in: PagePlace(.link, "canonical")))
    #expect(article.sources.map(\.value) == ["Coastal Press Agency"])
    #expect(
      article.publishedCandidates.contains {
        $0.place.kind == .address && $0.value.description == "2024-05-03"
      })
  }

  @Test func `a page without text is refused`() {
    guard case .refused(let refusal) = PageExtractor().extract(Array("<html><body></body></html>".utf8))
    else {
      Issue.record("an empty page was taken for an article")
      return
    }
    #expect(refusal.kind == .empty)
  }
}

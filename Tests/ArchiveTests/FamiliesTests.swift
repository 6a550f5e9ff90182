import Archive
import Testing

/// Holds the families of the corpus to `corpus/origins.tsv`.
struct FamiliesTests {
  /// A line of the truth: an article of a family, and where it has the text from; `-` is the origin, `?` is open.
  struct Known {
    let family: String
    let id: String
    let from: String
  }

  static func truth() throws -> [String: [Known]] {
    let rows = try Corpus.table("origins.tsv").map { row in
      Known(family: row["family", default: ""], id: row["id", default: ""], from: row["from", default: ""])
    }
    return Dictionary(grouping: rows, by: \.family)
  }

  /// Families whose articles are reprints of one another; the others are made of excerpts and rewrites.
  static let ofReprints = ["harbour", "dam", "orchard", "tunnel", "fair", "uk-tram", "zh-tea"]

  /// In the harbour family two articles are excerpts or own stories, and these are no members.
  @Test(arguments: ofReprints)
  func `a family has the articles that share its text`(_ name: String) throws {
    let known = Set(try Self.truth()[name, default: []].map(\.id)).subtracting(["harbour-half"])
    let families = try Corpus.families()
    #expect(families.contains { Set($0.articles.map(\.id)) == known })
  }

  @Test func `there are no other families`() throws {
    #expect(try Corpus.families().count == Self.ofReprints.count)
  }

  @Test(arguments: ofReprints)
  func `the origin is the article that the others have it from`(_ name: String) throws {
    let known = try Self.truth()[name, default: []]
    let origin = known.first { $0.from == "-" }?.id
    let members = Set(known.map(\.id))
    let family = try #require(try Corpus.families().first { members.contains($0.articles[0].id) })
    #expect(family.origin.article == origin)
    #expect(!family.origin.basis.isEmpty)
  }

  @Test func `the wire story is one text at nine outlets`() throws {
    let family = try #require(try Corpus.families().first)
    #expect(family.outlets == 9)
    #expect(family.texts == 1)
    #expect(family.origin.source == "Meridian Wire")
  }

  @Test func `the tree says who has the text from whom`() throws {
    let known = try Self.truth().values.joined().filter {
      $0.id != "harbour-half" && !["-", "?"].contains($0.from)
    }
    let parents = Dictionary(
      try Corpus.families().flatMap(\.tree).map { ($0.article, $0.parent) }, uniquingKeysWith: { $1 })
    let inFamilies = known.filter { parents.keys.contains($0.id) }
    let right = inFamilies.filter { parents[$0.id] == $0.from }
    print("parents of the corpus: \(right.count) of \(inFamilies.count)")
    #expect(right.count >= 11)
  }

  @Test func `every article of a family has a place in its tree, parents before children`() throws {
    for family in try Corpus.families() {
      #expect(Set(family.tree.map(\.article)) == Set(family.articles.map(\.id)))
      var placed: Set<String> = []
      for branch in family.tree {
        if let parent = branch.parent { #expect(placed.contains(parent)) }
        placed.insert(branch.article)
      }
    }
  }
}

import FoundationEssentials
import TestSupport
import Testing

/// The commands that report on the archive and its articles.
struct ReportCommandTests {
  private let tool: CommandLineTool

  init() async throws {
    tool = try CommandLineTool()
    try await tool.indexCorpus()
  }

  @Test func `pairs and families as JSON have the agreed names`() async throws {
    let outcome = try await tool.run("reprints", "--json", "--families")
    #expect(outcome.code == 0)
    let lines = try outcome.objects()
    #expect(lines.first?["schema"]?.string == "reprise/1")
    let pairs = lines.filter { $0["type"]?.string == "pair" }
    let families = lines.filter { $0["type"]?.string == "family" }
    let summaries = lines.filter { $0["type"]?.string == "summary" }
    #expect(summaries.count == 1 && pairs.count + families.count + 1 == lines.count)
    #expect(!pairs.isEmpty && !families.isEmpty)
    for pair in pairs {
      #expect(
        pair.keys.isSuperset(of: [
          "a", "b", "relation", "containment_a", "containment_b", "spans", "direction", "credit",
          "confidence", "why",
        ]))
      #expect(["a_from_b", "b_from_a", "both_from_third", "unknown"].contains(pair["direction"]?.string))
    }
    for family in families {
      #expect(family.keys.isSuperset(of: ["articles", "outlets", "texts", "basis", "tree"]))
    }
  }

  @Test func `pairs as a table have as many fields as the header`() async throws {
    let outcome = try await tool.run("reprints", "--format", "csv", "--relation", "quotes")
    let lines = outcome.output.split(separator: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("a,outlet_a,"))
  }

  @Test func `families as a graph are one digraph`() async throws {
    let outcome = try await tool.run("reprints", "--format", "dot")
    #expect(outcome.output.hasPrefix("digraph ") && outcome.output.hasSuffix("}\n"))
    #expect(outcome.output.contains("\"harbour-wire\" -> "))
  }

  @Test func `a report says on standard error how much it found`() async throws {
    let outcome = try await tool.run("reprints")
    #expect(outcome.errors.hasPrefix("reprise: ") && outcome.errors.contains(" families"))
    #expect(try await tool.run("reprints", "--quiet").errors == "")
  }

  @Test func `two articles stand side by side`() async throws {
    let outcome = try await tool.run("compare", "harbour-wire", "harbour-cut")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("reprint"))
    #expect(outcome.lines.allSatisfy { $0.count <= 100 })
    for line in [
      "stranded in silos along the quay.                = stranded in silos along the quay.",
      "tonnes of grain were inside the building when    ~ of grain were inside the building when the alarm",
      "in line to load, said by radio that his crew had <",
    ] { #expect(outcome.lines.contains(line), "\(line)") }
    let json = try await tool.run("compare", "--json", "harbour-wire", "harbour-cut").objects()
    #expect(json.count == 1 && json[0]["type"]?.string == "pair" && json[0]["schema"] != nil)
  }

  @Test func `columns of Chinese text stay aligned`() async throws {
    let outcome = try await tool.run("compare", "zh-tea", "zh-tea-copy")
    let rows = outcome.lines.filter { $0.hasPrefix("人") || $0.hasPrefix("说") }
    #expect(rows.count >= 2)
    for row in rows {
      let left = try #require(row.split(separator: " = ").first)
      // 24 characters of two columns, or fewer and a space for the column that is left over.
      #expect(left.count { $0 != " " } * 2 + left.count { $0 == " " } == 48)
    }
  }

  @Test func `two articles without anything in common are exit code 1`() async throws {
    let outcome = try await tool.run("compare", "zh-tea", "names-ohara")
    #expect(outcome.code == 1)
    #expect(!outcome.output.isEmpty)
  }

  @Test func `an article that is not there is exit code 2 and named`() async throws {
    for arguments in [["show", "nobody"], ["compare", "kelp-a", "nobody"]] {
      let outcome = try await tool.run(arguments)
      #expect(outcome.code == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("\"nobody\""))
    }
  }

  @Test func `a text is found, from a file and from standard input`() async throws {
    let text = try await tool.run("show", "--json", "glacier-lab").objects()[0]["text"]?.string ?? ""
    try tool.write("draft.txt", text)
    let outcome = try await tool.run("check", "draft.txt")
    #expect(outcome.code == 0)
    #expect(outcome.lines[0].contains("100 % reprint"))
    let json = try await tool.run(["check", "--json", "-"], input: text).objects()
    #expect(json[0]["article"]?.string == "glacier-lab")
    #expect(
      json[0].keys.isSuperset(of: [
        "type", "schema", "article", "outlet", "published", "share", "relation", "spans",
      ]))
    #expect(json[0]["share"]?.number == 1)
  }

  @Test func `a text of nobody's is exit code 1`() async throws {
    let outcome = try await tool.run(
      ["check", "-"], input: "Nobody wrote these words about a purple tortoise.")
    #expect(outcome.code == 1)
    // What is like it in content is named, and that nothing is shared is said.
    #expect(outcome.lines.isEmpty || outcome.output.contains("nothing shared"))
    #expect(outcome.errors.contains("no article has text in common"))
  }

  @Test func `a text that cannot be read is exit code 2`() async throws {
    let outcome = try await tool.run("check", "gone.txt")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("gone.txt"))
    let latin = try await tool.shell("printf 'caf\\351' | $REPRISE check -")
    #expect(latin.code == 2)
    #expect(latin.errors.contains("UTF-8"))
  }

  @Test func `an article is shown with what is known of it`() async throws {
    let outcome = try await tool.run("show", "harbour-verbatim")
    #expect(outcome.code == 0)
    for part in ["The Eastern Post", "2024-03-05 06:10 UTC", "en", "harbour-verbatim", "place: "] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func `an article as JSON is its text byte for byte`() async throws {
    let file = CommandLineTool.corpus + "/kestrel/school-goat.txt"
    let content = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
    let article = try await tool.run("show", "--json", "kestrel/school-goat").objects()[0]
    let text = try #require(article["text"]?.string)
    #expect(content.hasSuffix(text) || content.contains(text))
    #expect(article["type"]?.string == "article" && article["id"]?.string == "kestrel/school-goat")
  }

  @Test func `standing text is shown where there is some`() async throws {
    let outcome = try await tool.run("show", "--boilerplate", "ledger-eels")
    #expect(outcome.code == 0 && outcome.output.count > 40)
    #expect(try await tool.run("show", "--boilerplate", "kelp-a").code == 1)
  }

  @Test func `entities are listed, filtered and as JSON`() async throws {
    let all = try await tool.run("entities", "--limit", "3")
    #expect(all.code == 0)
    #expect(all.lines.count == 9)
    let places = try await tool.run("entities", "--class", "place", "--json").objects()
    #expect(places.allSatisfy { $0["class"]?.string == "place" && $0["type"]?.string == "entity" })
    #expect(try await tool.run("entities", "Barker").output.contains("barker"))
    #expect(try await tool.run("entities", "Nobody Atall").code == 1)
  }

  @Test func `the status counts articles, passages and outlets`() async throws {
    let outcome = try await tool.run("status")
    #expect(outcome.code == 0)
    #expect(outcome.lines[1].hasPrefix("articles  60 in ") && outcome.lines[2] == "outlets   42")
    let json = try await tool.run("status", "--json").objects()
    #expect(json.count == 1 && json[0]["type"]?.string == "status" && json[0]["articles"]?.number == 60)
  }

  @Test func `an index is merged and says the same as before`() async throws {
    let before = try await tool.run("search", "--json", "harbour")
    #expect(try await tool.run("optimize").code == 0)
    #expect(try await tool.run("status", "--json").objects()[0]["segments"]?.number == 1)
    #expect(try await tool.run("search", "--json", "harbour").output == before.output)
  }
}

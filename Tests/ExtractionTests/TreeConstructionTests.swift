internal import Testing

@testable import Extraction

/// The trees that browsers build, by the tests of the html5lib project.
struct TreeConstructionTests {
  /// One test of a file.
  private struct Case {
    var data: [UInt8] = []
    var fragment: String?
    var scripting: Bool?
    var tree: [String] = []
  }

  @Test func `the trees are those of browsers`() throws {
    guard let folder = OutsideData.html5libTests else { return }
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for file in try OutsideData.files(in: folder + "/tree-construction", ending: ".dat") {
      for (number, each) in cases(in: try OutsideData.bytes("\(folder)/tree-construction/\(file)"))
        .enumerated()
      {
        for scripting in each.scripting.map({ [$0] }) ?? [false, true] {
          all += 1
          let lines = tree(of: each, scripting: scripting)
          if comparable(lines) == comparable(each.tree) {
            right += 1
          } else {
            let source = String(decoding: each.data, as: UTF8.self)
            wrong.append("\(file) \(number + 1): \(source)\n\(lines.joined(separator: "\n"))")
          }
        }
      }
    }
    print("tree construction: \(right) of \(all)")
    #expect(all > 3000)
    // What is left is the newest content of `select`, which no page of news depends on, and the names of SVG.
    #expect(wrong.count * 50 <= all, "\(wrong.prefix(40).joined(separator: "\n\n"))")
  }

  private func tree(of each: Case, scripting: Bool) -> [String] {
    guard let fragment = each.fragment else {
      return TreeText.lines(of: HTMLDocument(each.data, scripting: scripting))
    }
    let parts = fragment.split(separator: " ").map(String.init)
    let tag = HTMLTag.allCases.first { $0.name == parts.last?.lowercased() } ?? .other
    let namespace: HTMLNode.Namespace = parts.count < 2 ? .html : parts[0] == "svg" ? .svg : .math
    let context = HTMLTreeBuilder.Context(tag: tag, namespace: namespace)
    return TreeText.lines(of: HTMLDocument(each.data, in: context, scripting: scripting), isFragment: true)
  }

  /// What is compared: names in lower case, as names of SVG are kept; no identifiers of the doctype.
  private func comparable(_ lines: [String]) -> [String] {
    lines.map { line in
      if line.hasPrefix("| <!DOCTYPE"), let quote = line.firstIndex(of: "\"") {
        return (line[..<quote].trimmingSuffix(" ") + ">").lowercased()
      }
      return line.hasSuffix("\"") && !line.contains("=") ? line : line.lowercased()
    }
  }

  private func cases(in bytes: [UInt8]) -> [Case] {
    var cases: [Case] = []
    var section = ""
    var isFirst = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text == "#data" {
        cases.append(Case())
        (section, isFirst) = (text, true)
        continue
      }
      guard let last = cases.indices.last else { continue }
      if text.hasPrefix("#"), section != "#data" || Self.sections.contains(text) {
        section = text
        if text == "#script-on" { cases[last].scripting = true }
        if text == "#script-off" { cases[last].scripting = false }
        continue
      }
      switch section {
      case "#data":
        if !isFirst { cases[last].data.append(0x0A) }
        cases[last].data += line
        isFirst = false
      case "#document-fragment": if !text.isEmpty { cases[last].fragment = text }
      case "#document":
        if text.hasPrefix("| ") {
          cases[last].tree.append(text)
        } else if let line = cases[last].tree.indices.last {
          cases[last].tree[line] += "\n" + text
        }
      default: break
      }
    }
    for index in cases.indices {
      if let line = cases[index].tree.indices.last {
        cases[index].tree[line] = String(cases[index].tree[line].trimmingSuffix("\n"))
      }
      cases[index].data = cases[index].data.withUnixLineEnds
    }
    return cases
  }

  private static let sections = [
    "#errors", "#new-errors", "#document", "#document-fragment", "#script-on", "#script-off",
  ]
}

extension StringProtocol {
  /// The text without some characters at its end.
  func trimmingSuffix(_ character: Character) -> String {
    var text = String(self)
    while text.last == character { text.removeLast() }
    return text
  }
}

extension [UInt8] {
  /// CR LF and CR are line feeds, as when a page is decoded.
  var withUnixLineEnds: [UInt8] {
    var bytes: [UInt8] = []
    for (index, byte) in enumerated() {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || index == 0 || self[index - 1] != 0x0D {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

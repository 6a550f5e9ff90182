/// A network as Gephi, networkx and igraph read it (GEXF 1.2, https://gexf.net): the same bytes for the same network.
struct GEXFDocument {
  /// What an attribute of nodes or edges holds.
  enum AttributeType: String {
    case string, integer, double, boolean
  }

  /// An attribute with its name, which is its id too.
  typealias Attribute = (name: String, type: AttributeType)

  /// A node.
  struct Node {
    var id: String
    var label: String
    /// The values of the attributes, in their order; nil for what is unknown.
    var values: [String?]
  }

  /// An edge.
  struct Edge {
    var source: String
    var target: String
    var weight: Double
    /// The values of the attributes, in their order; nil for what is unknown.
    var values: [String?]
  }

  /// What made it, with the version of its rules.
  var creator: String
  var description: String
  /// Whether edges lead from their source to their target; networkx takes no mixture.
  var isDirected: Bool
  var nodeAttributes: [Attribute]
  var edgeAttributes: [Attribute]
  var nodes: [Node]
  var edges: [Edge]

  /// The document.
  func text() -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">"#,
      "  <meta>", "    <creator>\(Self.escaped(creator))</creator>",
      "    <description>\(Self.escaped(description))</description>", "  </meta>",
      "  <graph mode=\"static\" defaultedgetype=\"\(isDirected ? "directed" : "undirected")\">",
    ]
    lines += Self.declarations(nodeAttributes, of: "node") + Self.declarations(edgeAttributes, of: "edge")
    lines.append("    <nodes>")
    for node in nodes {
      lines.append("      <node id=\(Self.quoted(node.id)) label=\(Self.quoted(node.label))>")
      lines += Self.values(node.values, of: nodeAttributes) + ["      </node>"]
    }
    lines += ["    </nodes>", "    <edges>"]
    for (number, edge) in edges.enumerated() {
      let ends = "source=\(Self.quoted(edge.source)) target=\(Self.quoted(edge.target))"
      lines.append("      <edge id=\"\(number)\" \(ends) weight=\"\(edge.weight)\">")
      lines += Self.values(edge.values, of: edgeAttributes) + ["      </edge>"]
    }
    return (lines + ["    </edges>", "  </graph>", "</gexf>"]).joined(separator: "\n") + "\n"
  }

  private static func declarations(_ attributes: [Attribute], of elements: String) -> [String] {
    let declared = attributes.map { name, type in
      "      <attribute id=\(quoted(name)) title=\(quoted(name)) type=\"\(type.rawValue)\"/>"
    }
    return ["    <attributes class=\"\(elements)\">"] + declared + ["    </attributes>"]
  }

  private static func values(_ values: [String?], of attributes: [Attribute]) -> [String] {
    let known = zip(attributes, values).compactMap { attribute, value in
      value.map { "          <attvalue for=\(quoted(attribute.name)) value=\(quoted($0))/>" }
    }
    return ["        <attvalues>"] + known + ["        </attvalues>"]
  }

  private static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// The text as XML has it, without characters that XML 1.0 does not allow.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.harmlessLine(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

@testable import Extraction

/// Prints a tree as the tests of tree construction write it.
struct TreeText {
  private let document: HTMLDocument
  private var lines: [String] = []

  /// The lines of a page's tree, or of a fragment's.
  static func lines(of document: HTMLDocument, isFragment: Bool = false) -> [String] {
    var text = TreeText(document)
    let root = isFragment ? Int(document.nodes[0].firstChild) : 0
    text.addChildren(of: root, depth: 0)
    return text.lines
  }

  private init(_ document: HTMLDocument) { self.document = document }

  private mutating func addChildren(of node: Int, depth: Int) {
    var child = document.nodes[node].firstChild
    while child >= 0 {
      add(Int(child), depth: depth)
      child = document.nodes[Int(child)].next
    }
  }

  private mutating func add(_ index: Int, depth: Int) {
    let node = document.nodes[index]
    let indent = "| " + String(repeating: "  ", count: depth)
    switch node.kind {
    case .text: lines.append("\(indent)\"\(document.string(node.bytes))\"")
    case .comment: lines.append("\(indent)<!-- \(document.string(node.bytes)) -->")
    case .doctype: lines.append("\(indent)<!DOCTYPE \(document.string(node.bytes))>")
    case .content:
      lines.append("\(indent)content")
      addChildren(of: index, depth: depth + 1)
    case .document: break
    case .element:
      let name = node.tag == .other ? document.string(node.bytes) : node.tag.name
      switch node.namespace {
      case .html: lines.append("\(indent)<\(name)>")
      case .svg: lines.append("\(indent)<svg \(name)>")
      case .math: lines.append("\(indent)<math \(name)>")
      }
      addAttributes(of: node, indent: indent)
      addChildren(of: index, depth: depth + 1)
    }
  }

  private mutating func addAttributes(of node: HTMLNode, indent: String) {
    let range = Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)
    var texts: [String] = []
    for attribute in document.attributes[range] {
      var name = document.string(attribute.nameBytes)
      if node.namespace != .html { name = Self.foreignName(name) }
      texts.append("\(indent)  \(name)=\"\(document.string(attribute.value))\"")
    }
    lines += texts.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  /// Names of attributes with a prefix are printed with a space for the colon.
  private static func foreignName(_ name: String) -> String {
    let prefixed = [
      "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
      "xml:lang", "xml:space", "xmlns:xlink",
    ]
    return prefixed.contains(name) ? name.split(separator: ":").joined(separator: " ") : name
  }
}

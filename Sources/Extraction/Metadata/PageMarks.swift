/// What a page says of itself outside its text: the marks that metadata are read from, as they were found.
struct PageMarks {
  /// A `meta` element: its name or property in lower case.
  struct Meta {
    var name: String
    var content: String
  }

  /// A `link` element.
  struct Link {
    var rel: String
    var href: String
    var type: String
  }

  /// An element that may carry a value: by its tag, `itemprop`, `rel` or class.
  struct Element {
    var node: Int
    /// Where it is told from: a property, a tag, a word of its class.
    var name: String
    /// The value of its `content` or `datetime` attribute, else its text.
    var value: String
    /// The address that it leads to.
    var href: String?
  }

  private(set) var metas: [Meta] = []
  private(set) var links: [Link] = []
  private(set) var jsonLD: [PageJSON] = []
  private(set) var properties: [Element] = []
  private(set) var times: [Element] = []
  private(set) var bylines: [Element] = []
  private(set) var headings: [Element] = []
  private(set) var language: String?
  private(set) var titleElement: String?
  /// Whether the page asks for a password, and whether it has a field to search in.
  private(set) var hasPasswordField = false
  private(set) var hasSearchField = false

  private let document: HTMLDocument

  init(_ document: HTMLDocument) {
    self.document = document
    for index in document.nodes.indices where document.nodes[index].kind == .element { take(index) }
  }

  private mutating func take(_ index: Int) {
    let node = document.nodes[index]
    switch node.tag {
    case .meta: takeMeta(index)
    case .link: takeLink(index)
    case .script: takeScript(index)
    case .html: language = document.attribute(.lang, of: index).map(document.string) ?? language
    case .title where node.namespace == .html:
      if titleElement == nil { titleElement = text(of: index) }
    case .h1, .h2:
      if headings.count < 64 {
        headings.append(Element(node: index, name: node.tag.name, value: text(of: index), href: nil))
      }
    case .time: takeTime(index)
    case .input:
      let type = attribute(.type, index)?.lowercased()
      if type == "password" { hasPasswordField = true }
      if type == "search" || ["q", "query", "s", "search"].contains(attribute(.name, index) ?? "") {
        hasSearchField = true
      }
    default: break
    }
    guard node.attributeCount > 0 else { return }
    takeProperty(index)
    takeByline(index)
  }

  private mutating func takeMeta(_ index: Int) {
    guard let content = attribute(.content, index), !content.isEmpty else { return }
    for key in [HTMLAttributeName.property, .name, .itemprop, .httpEquiv] {
      guard let name = attribute(key, index)?.lowercased() else { continue }
      metas.append(Meta(name: name, content: content))
    }
  }

  private mutating func takeLink(_ index: Int) {
    guard let rel = attribute(.rel, index)?.lowercased(), let href = attribute(.href, index) else { return }
    links.append(Link(rel: rel, href: href, type: attribute(.type, index)?.lowercased() ?? ""))
  }

  private mutating func takeScript(_ index: Int) {
    guard let type = document.attribute(.type, of: index),
      document.string(type).lowercased().contains("ld+json")
    else {
      return
    }
    let child = Int(document.nodes[index].firstChild)
    guard child >= 0, jsonLD.count < 64 else { return }
    jsonLD += PageJSON.values(in: document.bytes(document.nodes[child].bytes))
  }

  private mutating func takeTime(_ index: Int) {
    guard times.count < 128 else { return }
    let value = attribute(.datetime, index) ?? text(of: index)
    times.append(Element(node: index, name: "time", value: value, href: nil))
  }

  private mutating func takeProperty(_ index: Int) {
    guard properties.count < 256, let names = attribute(.itemprop, index) else { return }
    for name in names.split(separator: " ") {
      let value = attribute(.content, index) ?? attribute(.datetime, index) ?? text(of: index)
      let element = Element(node: index, name: name.lowercased(), value: value, href: attribute(.href, index))
      properties.append(element)
    }
  }

  private static let bylineWords = Set(
    [
      "author", "authors", "byline", "autor", "auteur", "autore", "writer", "reporter",
    ].map(ClassWords.hash))

  private mutating func takeByline(_ index: Int) {
    guard bylines.count < 64 else { return }
    if let rel = attribute(.rel, index), rel.lowercased().split(separator: " ").contains("author") {
      let text = text(of: index)
      if !text.isEmpty {
        bylines.append(Element(node: index, name: "rel=author", value: text, href: attribute(.href, index)))
      }
      return
    }
    for key in [HTMLAttributeName.class, .id] {
      guard let slice = document.attribute(key, of: index) else { continue }
      var found = false
      document.withBytes(slice) { bytes in
        ClassWords.forEach(in: bytes) { hash, _ in if Self.bylineWords.contains(hash) { found = true } }
      }
      guard found else { continue }
      let value = text(of: index)
      if !value.isEmpty, value.utf8.count <= 200 {
        bylines.append(Element(node: index, name: key == .class ? "class" : "id", value: value, href: nil))
      }
      return
    }
  }

  /// The value of an attribute with single blanks for white space; nil where it is absent.
  private func attribute(_ name: HTMLAttributeName, _ index: Int) -> String? {
    document.attribute(name, of: index).map { document.string($0).collapsed }
  }

  /// The text of an element, up to 600 bytes, with single blanks for white space.
  func text(of index: Int) -> String {
    var bytes: [UInt8] = []
    var node = document.nodes[index].firstChild
    while node >= 0, bytes.count < 600 {
      let each = document.nodes[Int(node)]
      if each.kind == .text { bytes += document.bytes(each.bytes) }
      if each.tag == .br || (each.kind == .element && BlockTags.blocks.contains(each.tag)) {
        bytes.append(0x20)
      }
      let isSkipped = each.kind == .element && BlockTags.skipped.contains(each.tag)
      if each.firstChild >= 0, !isSkipped {
        node = each.firstChild
        continue
      }
      while node != Int32(index), document.nodes[Int(node)].next < 0 {
        node = document.nodes[Int(node)].parent
      }
      if node == Int32(index) { break }
      node = document.nodes[Int(node)].next
    }
    return String(decoding: bytes, as: UTF8.self).collapsed
  }

  /// The contents of the `meta` elements of a name, in the order of the page.
  func contents(of name: String) -> [String] { metas.filter { $0.name == name }.map(\.content) }
}

/// Goes through a page or a piece of one, for modules of this package that look for other things than an article.
package struct HTMLVisitor {
  /// What is met on the way.
  package enum Event {
    /// An element begins, with its attributes.
    case begins(name: String, attributes: [(name: String, value: String)])
    /// The element that began last and has not ended yet ends.
    case ends
    /// Text, its character references decoded.
    case text(String)
  }

  private let document: HTMLDocument

  /// Parses a page in whatever encoding.
  package init(_ bytes: [UInt8], declaredEncoding: String? = nil) {
    document = HTMLDocument(PageDecoder(bytes, transport: declaredEncoding).utf8)
  }

  /// Tells all that is in the page, in its order.
  package func visit(_ tell: (Event) -> Void) {
    var node = Int32(0)
    while node >= 0 {
      let current = document.nodes[Int(node)]
      if current.kind == .element { tell(begin(Int(node))) }
      if current.kind == .text { tell(.text(document.string(current.bytes))) }
      if current.firstChild >= 0 {
        node = current.firstChild
        continue
      }
      node = next(after: node, tell)
    }
  }

  /// The node behind one and all in it, with the ends of what ends on the way; -1 for none.
  private func next(after start: Int32, _ tell: (Event) -> Void) -> Int32 {
    var node = start
    while node >= 0 {
      let current = document.nodes[Int(node)]
      if current.kind == .element { tell(.ends) }
      if current.next >= 0 { return current.next }
      node = current.parent
    }
    return -1
  }

  private func begin(_ index: Int) -> Event {
    let node = document.nodes[index]
    let range = Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)
    return .begins(
      name: document.string(node.bytes),
      attributes: range.map { index in
        let attribute = document.attributes[index]
        return (document.string(attribute.nameBytes), document.string(attribute.value))
      })
  }

  /// The characters that a name stands for: `nbsp`, `eacute`; nil for a name that is none.
  package static func characters(named name: String) -> String? {
    var name = name
    return name.withUTF8 { letters in
      guard let found = HTMLEntities.shared.longest(letters, hasSemicolon: true),
        found.length == letters.count
      else { return nil }
      return found.text
    }
  }
}
